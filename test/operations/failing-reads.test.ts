import { build, planMutation, applyPlan, type PackerHost } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { READERS, WRITERS } from '../trust/operations.js';
import { createFailingHost, type FailingPart } from './failing-host.js';

/** Each operation is tried with a failure at so many places of its run, at most. */
const MOST_PLACES = 16;

type Files = Readonly<Record<string, Uint8Array>>;

/** A workspace with a build, a cache, and a change that can be undone. */
async function finished(): Promise<Files> {
  const host = createMemoryWorkspace(smallWorkspace());
  (await build(host, { cache: 'write' }))._unsafeUnwrap();
  const { value: plan } = (
    await planMutation(host, { mutations: [{ kind: 'set-inclusion', root: 'draft', included: true }] })
  )._unsafeUnwrap();
  (await applyPlan(host, plan, { consent: { planDigest: plan.digest } }))._unsafeUnwrap();
  return Object.fromEntries(host.files());
}

/** What tells less where a part cannot be read, and needs no diagnostic for it, or tells it where a text does not show it. */
const SILENT: ReadonlySet<string> = new Set(['describeArchive', 'followWorkspace']);

/** Many operations in a row, each of them tried by itself or in `test/plans/faults.test.ts`. */
const LONG: ReadonlySet<string> = new Set(['planFix', 'planResolveIdentity', 'planMutation', 'rebasePlan', 'applyPlan', 'planMigration']);

const shown = (answers: readonly unknown[]): string => JSON.stringify(answers);

/** The codes of all diagnostics in an answer, wherever they stand. */
function codesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'code' in value && 'severity' in value ? [String(value.code)] : [];
  return [...own, ...[...(value instanceof Map ? value.values() : Object.values(value))].flatMap(codesIn)];
}

describe('a read that fails', () => {
  let files: Files;
  beforeAll(async () => {
    files = await finished();
  });

  const operations = Object.entries({ ...READERS, ...WRITERS })
    .filter(([name]) => !LONG.has(name))
    .flatMap(([name, run]) => (['batch', 'first'] as const).map((part) => ({ name, run, part })));

  async function runFailing(run: (host: PackerHost) => Promise<readonly unknown[]>, failing: number, part: FailingPart) {
    const workspace = createMemoryWorkspace(files);
    const failable = createFailingHost(workspace, failing, part);
    const answers = await run(failable.host);
    return { answers, calls: failable.calls(), files: workspace.files() };
  }

  it.each(operations)('$name: breaks nothing, and a single answer that is another for it says why ($part)', async ({ name, run, part }) => {
    const sound = await runFailing(run, -1, part);
    const codes = codesIn(sound.answers);
    const step = Math.max(1, Math.ceil(sound.calls / MOST_PLACES));
    for (let failing = 0; failing < sound.calls; failing += step) {
      const failed = await runFailing(run, failing, part);
      const found = codesIn(failed.answers);
      expect([failing, found.includes('INTERNAL_DEFECT')]).toEqual([failing, false]);
      if (name in READERS) expect([failing, failed.files]).toEqual([failing, sound.files]);
      if (sound.answers.length > 1 || SILENT.has(name) || shown(failed.answers) === shown(sound.answers)) continue;
      expect([failing, found.length > codes.length || /"(?:io|unreadable)"/.test(shown(failed.answers))]).toEqual([failing, true]);
    }
  });
});
