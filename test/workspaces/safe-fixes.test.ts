import { describe, expect, it } from 'vitest';
import { planSafeFixes, planUndo } from 'prometeu-packer';
import { openInMemory, readBrokenWorkspace, workspaceNames } from './broken-workspace.js';
import { applyFix, findingKey, findingsOf, fixFaults } from './fix-faults.js';

describe('all that is safe to mend, at once, on every broken workspace', () => {
  it.each(workspaceNames())('%s', async (name) => {
    const broken = readBrokenWorkspace(name);
    const host = openInMemory(broken);
    const before = await findingsOf(host, broken);
    const planned = await planSafeFixes(host, broken.options);
    if (planned.isErr())
      return expect(before.map(({ code }) => code)).toContain(planned.error.find(({ severity }) => severity === 'error')?.code);
    const { plan, mended, left, remaining } = planned.value.value;
    if (plan.edits.length === 0) return expect([mended, remaining.length >= left.length]).toEqual([[], true]);
    const files = host.files();
    await applyFix(host, plan);
    const after = await findingsOf(host, broken);
    const wanted = before.filter(({ fingerprint }) => mended.some((one) => one.fingerprint === fingerprint));
    expect(fixFaults(wanted, before, after)).toEqual([]);
    expect(remaining.filter((found) => !after.some((one) => findingKey(one) === findingKey(found)))).toEqual([]);
    const again = (await planSafeFixes(host, broken.options))._unsafeUnwrap().value;
    expect([again.plan.edits, again.mended]).toEqual([[], []]);
    await applyFix(host, (await planUndo(host))._unsafeUnwrap().value);
    for (const [path, bytes] of files) expect(host.files().get(path)).toEqual(bytes);
  });
});
