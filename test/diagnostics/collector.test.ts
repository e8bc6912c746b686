import { describe, expect, it } from 'vitest';
import { createCollector, MAX_PER_CODE_AND_FILE } from '../../src/diagnostics/collector.js';
import { countDiagnostics } from '../../src/diagnostics/count-diagnostics.js';
import { diagnose } from '../../src/diagnostics/diagnose.js';

const finding = (file: string, index: number) =>
  diagnose('ASSET_NO_INPUTS', {
    artifact: 'asset',
    location: { kind: 'bytes', file, offset: index, length: 0 },
    data: {},
    subject: String(index),
  });

describe('createCollector', () => {
  it('makes no more than fifty of one code in one file, and counts all', () => {
    const collector = createCollector();
    let made = 0;
    for (let index = 0; index < 1000; index++) {
      collector.add('ASSET_NO_INPUTS', 'a', () => {
        made += 1;
        return finding('a', index);
      });
    }
    collector.addAll([finding('b', 0)]);
    const list = collector.list();
    expect(made).toBe(MAX_PER_CODE_AND_FILE);
    expect(collector.errors()).toBe(1001);
    expect(countDiagnostics(list)).toEqual({ error: 1001, warning: 0, info: 1 });
    expect(list.filter(({ code }) => code === 'DIAGNOSTICS_OMITTED')).toEqual([
      expect.objectContaining({
        location: { kind: 'file', file: 'a' },
        data: { code: 'ASSET_NO_INPUTS', severity: 'error', shown: 50, total: 1000 },
      }),
    ]);
    expect(list.some(({ location }) => location.kind === 'bytes' && location.file === 'b')).toBe(true);
  });

  it('keeps a hundred thousand in all, and beyond that the first error of each file; counts stay exact', () => {
    const collector = createCollector();
    const warning = (file: string) =>
      diagnose('STRUCTURE_UNKNOWN_KEY', { artifact: 'asset', location: { kind: 'file', file }, data: { key: 'k', didYouMean: null } });
    for (let index = 0; index < 100_010; index++) {
      const file = String(index);
      collector.add('STRUCTURE_UNKNOWN_KEY', file, () => warning(file));
    }
    for (const index of [1, 2, 3]) collector.add('ASSET_NO_INPUTS', 'late', () => finding('late', index));
    const list = collector.list();
    expect(list).toHaveLength(100_000 + 1 + 2);
    expect(countDiagnostics(list)).toEqual({ error: 3, warning: 100_010, info: 2 });
  });

  it('lists in the one order, however findings come', () => {
    const findings = [finding('b', 1), finding('a', 2), finding('a', 1)];
    const forward = createCollector();
    forward.addAll(findings);
    const backward = createCollector();
    backward.addAll([...findings].reverse());
    expect(forward.list()).toEqual(backward.list());
    expect(forward.list().map(({ location }) => location)).toEqual([
      expect.objectContaining({ file: 'a', offset: 1 }),
      expect.objectContaining({ file: 'a', offset: 2 }),
      expect.objectContaining({ file: 'b', offset: 1 }),
    ]);
  });
});
