import { describe, expect, it } from 'vitest';
import { type Evidence, evidenceText } from 'prometeu-packer';

const evidence: Evidence = {
  evidence_version: 1,
  rules: 7,
  budgets: { max_file_bytes: 100, max_png_side: 16, max_png_inflated_bytes: 0 },
  shard_count: 3,
  shards: [{ shard: 2, sound: { png: ['0'.repeat(64)], wav: [] } }],
};

const refusalOf = (given: unknown) =>
  evidenceText(given as Evidence)
    ._unsafeUnwrapErr()
    .map(({ code, artifact, location, data }) => [code, artifact, location.kind, data]);

describe('evidenceText', () => {
  it('writes keys in one order, whatever order they come in, and none that it does not know', () => {
    const { shards, shard_count, budgets, rules, evidence_version } = evidence;
    const turned = { later: 1, shards, shard_count, budgets, rules, evidence_version };
    const text = evidenceText(turned)._unsafeUnwrap();
    expect(text).toBe(evidenceText(evidence)._unsafeUnwrap());
    expect(text).toBe(`${JSON.stringify(evidence, null, 2)}\n`);
  });

  it.each([
    [null, [['STRUCTURE_WRONG_TYPE', 'evidence', 'workspace', { found: 'object', expected: 'object' }]]],
    [undefined, [['STRUCTURE_WRONG_TYPE', 'evidence', 'workspace', { found: 'undefined', expected: 'object' }]]],
    ['x', [['STRUCTURE_WRONG_TYPE', 'evidence', 'workspace', { found: 'string', expected: 'object' }]]],
  ])('refuses %j', (given, expected) => {
    expect(refusalOf(given)).toEqual(expected);
  });

  it('names each place at which something is no evidence', () => {
    const found = evidenceText({} as Evidence)._unsafeUnwrapErr();
    expect(found.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'STRUCTURE_WRONG_TYPE'));
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(5);
    expect(refusalOf({ ...evidence, shards: [{ shard: 0, sound: { png: [], wav: [] } }] })).toHaveLength(1);
  });
});
