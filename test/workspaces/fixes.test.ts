import { describe, expect, it } from 'vitest';
import { doctor, fixChoicesOf, planFix } from 'prometeu-packer';
import { openInMemory, readBrokenWorkspace, workspaceNames } from './broken-workspace.js';
import { applyFix, findingsOf, fixFaults } from './fix-faults.js';

/** Why a way out leads nowhere: what has to be settled first, or by hand. */
const REFUSALS: ReadonlySet<string> = new Set(['RESOLVE_BLOCKED', 'RESOLVE_MIGRATE_FIRST', 'PLAN_LOCKED']);

/** What a fix brings to light that could not be seen before, since nothing behind a broken text is judged. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  'declaration-mark-and-comma': ['added JSON_TRAILING_COMMA 2ed4e4649242a55d'],
};

describe('fixes on every broken workspace', () => {
  it.each(workspaceNames())('%s: each way out leads out, and to nothing worse', async (name) => {
    const broken = readBrokenWorkspace(name);
    const before = await findingsOf(openInMemory(broken), broken);
    const isBlocked = (await doctor(openInMemory(broken), broken.options))._unsafeUnwrap().snapshot.blocked;
    const hidden = HIDDEN[name] ?? [];
    for (const found of before) {
      for (const { choice } of fixChoicesOf(found)) {
        const host = openInMemory(broken);
        const wanted = { ...broken.options, fingerprint: found.fingerprint, choice };
        const planned = await planFix(host, wanted);
        if (planned.isErr()) {
          const codes = planned.error.map(({ code }) => code as string);
          expect([choice, isBlocked || codes.every((code) => REFUSALS.has(code)), codes]).toEqual([choice, true, codes]);
          continue;
        }
        await applyFix(host, planned.value.value);
        const after = await findingsOf(host, broken);
        expect([choice, fixFaults([found], before, after).filter((fault) => !hidden.includes(fault))]).toEqual([choice, []]);
        const again = await planFix(host, wanted);
        expect(again.isErr() ? again.error.map(({ code }) => code) : again.value.value.edits).toEqual(
          again.isErr() ? ['FIX_NOT_FOUND'] : [],
        );
      }
    }
  });
});
