import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import { baselineOf } from '../../src/policy/baseline-of.js';
import { atText, atWorkspace, omitted } from '../report/sample-diagnostics.js';

describe('baselineOf', () => {
  it('takes each finding that a policy may leave out, once', () => {
    const { fingerprint } = atText;
    expect(baselineOf([atWorkspace, atText, atText, omitted])).toEqual([
      { fingerprint, code: 'ASSET_FORMAT_UNSUITABLE', file: 'assets/hero/asset.json' },
    ]);
  });

  it('holds nothing that is told of a baseline, which would be stale in the next one', () => {
    const data = { fingerprint: '0123456789abcdef', code: 'ASSET_NAME_TAKEN' };
    const stale = diagnose('POLICY_BASELINE_STALE', { artifact: 'policy', location: { kind: 'workspace' }, data });
    expect(baselineOf([stale])).toEqual([]);
  });

  it('has no file for the workspace as a whole', () => {
    const found = diagnose('BUILD_NOTHING_INCLUDED', { artifact: 'workspace', location: { kind: 'workspace' }, data: { records: 0 } });
    expect(baselineOf([found])).toMatchObject([{ file: '' }]);
  });
});
