import { describe, expect, it } from 'vitest';
import { type Evidence, evidenceText, parseEvidence } from 'prometeu-packer';
import { SOURCE_RULES } from '../../src/sources/source-rules.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const evidence: Evidence = {
  evidence_version: 1,
  rules: SOURCE_RULES,
  budgets: { max_file_bytes: 100, max_png_side: 16, max_png_inflated_bytes: 0 },
  shard_count: 3,
  shards: [
    { shard: 1, sound: { png: ['0'.repeat(64), 'a'.repeat(64)], wav: [] } },
    { shard: 3, sound: { png: [], wav: ['b'.repeat(64)] } },
  ],
};

const changed = (change: object): string => JSON.stringify({ ...evidence, ...change });
const shard = (number: number, ...png: readonly string[]) => ({ shard: number, sound: { png, wav: [] } });

const told = (text: string) => {
  const refused = parseEvidence(encode(text), 'shard.json')._unsafeUnwrapErr();
  expect(new Set(refused.map(({ artifact }) => artifact))).toEqual(new Set(['evidence']));
  return refused.map(({ code, location }) => [code, location.kind === 'text' ? location.pointer : location.kind]);
};

describe('parseEvidence', () => {
  it('reads what evidenceText writes', () => {
    expect(parseEvidence(encode(evidenceText(evidence)._unsafeUnwrap()), 'shard.json')._unsafeUnwrap()).toEqual({
      value: evidence,
      diagnostics: [],
    });
  });

  it('takes shards and digests in any order, and keys that it does not know with a warning', () => {
    const text = changed({ later: 1, shards: [shard(3, 'b'.repeat(64), 'a'.repeat(64), 'b'.repeat(64)), shard(1), shard(1)] });
    const { value, diagnostics } = parseEvidence(encode(text), 'shard.json')._unsafeUnwrap();
    expect(value).toEqual({ ...evidence, shards: [shard(1), shard(3, 'a'.repeat(64), 'b'.repeat(64))] });
    expect(diagnostics.map(({ code }) => code)).toEqual(['STRUCTURE_UNKNOWN_KEY']);
  });

  it.each<[string, readonly (readonly [string, string])[]]>([
    ['', [['JSON_EMPTY', '']]],
    ['{"evidence_version": 1, "evidence_version": 1}', [['JSON_DUPLICATE_KEY', '/evidence_version']]],
    ['{"shards": 7}', [['EVIDENCE_VERSION_UNSUPPORTED', '']]],
    ['{"evidence_version": 2}', [['EVIDENCE_VERSION_UNSUPPORTED', '/evidence_version']]],
    ['{"evidence_version": 1.0}', [['EVIDENCE_VERSION_UNSUPPORTED', '/evidence_version']]],
    [changed({ rules: SOURCE_RULES + 1 }), [['EVIDENCE_RULES_DIFFER', '/rules']]],
    [changed({ rules: 0 }), [['STRUCTURE_OUT_OF_RANGE', '/rules']]],
    [changed({ shard_count: undefined }), [['STRUCTURE_MISSING_KEY', '']]],
    [changed({ shards: [shard(1, 'A'.repeat(64))] }), [['STRUCTURE_BAD_FORMAT', '/shards/0/sound/png/0']]],
    [changed({ shards: [shard(1, 'a'.repeat(63))] }), [['STRUCTURE_BAD_FORMAT', '/shards/0/sound/png/0']]],
    [changed({ shards: [shard(0)] }), [['STRUCTURE_OUT_OF_RANGE', '/shards/0/shard']]],
    [changed({ shards: [shard(1), shard(4)] }), [['EVIDENCE_SHARD_INVALID', '/shards/1/shard']]],
    [changed({ shards: [shard(2), shard(2, 'a'.repeat(64))] }), [['EVIDENCE_SHARD_TWICE', '/shards/1/shard']]],
    [changed({ budgets: { ...evidence.budgets, max_png_side: -1 } }), [['STRUCTURE_OUT_OF_RANGE', '/budgets/max_png_side']]],
  ])('refuses %j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('lists no more findings of one code than any file has', () => {
    const beyond = changed({ shards: Array.from({ length: 300 }, () => shard(4)) });
    const refused = parseEvidence(encode(beyond), 'shard.json')._unsafeUnwrapErr();
    expect(refused.filter(({ code }) => code === 'EVIDENCE_SHARD_INVALID')).toHaveLength(50);
    expect(refused.length).toBeLessThan(60);
  });
});
