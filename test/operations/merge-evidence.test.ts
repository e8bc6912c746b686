import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, evidenceText, mergeEvidence } from 'prometeu-packer';

const COUNT = 5;
const digest = fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16).repeat(64));
const digests = fc.uniqueArray(digest, { maxLength: 4 }).map((list) => list.sort());

const pieceOf = (shards: Evidence['shards']): Evidence => ({
  evidence_version: 1,
  rules: 1,
  budgets: { max_file_bytes: 1, max_png_side: 2, max_png_inflated_bytes: 3 },
  shard_count: COUNT,
  shards,
});

const sound = (...png: readonly number[]) => ({ png: png.map((digit) => digit.toString(16).repeat(64)), wav: [] });

/** What the shards of one run say; pieces cover some of them each, and may overlap. */
const pieces = fc
  .array(fc.record({ png: digests, wav: digests }), { minLength: COUNT, maxLength: COUNT })
  .chain((all) =>
    fc
      .array(fc.subarray([1, 2, 3, 4, 5]), { minLength: 3, maxLength: 3 })
      .map((covered) =>
        covered.map((shards) => pieceOf(shards.flatMap((shard) => all.slice(shard - 1, shard).map((found) => ({ shard, sound: found }))))),
      ),
  );

const merge = (...list: readonly [Evidence, ...Evidence[]]): Evidence => mergeEvidence(list)._unsafeUnwrap();
const textOf = (evidence: Evidence): string => evidenceText(evidence)._unsafeUnwrap();

describe('mergeEvidence', () => {
  it('is associative, commutative and idempotent, to the byte', () => {
    fc.assert(
      fc.property(pieces, ([a, b, c]) => {
        const [one, two, three] = [a!, b!, c!];
        const all = textOf(merge(one, two, three));
        expect(textOf(merge(merge(one, two), three))).toBe(all);
        expect(textOf(merge(one, merge(two, three)))).toBe(all);
        expect(textOf(merge(three, one, two))).toBe(all);
        expect(textOf(merge(merge(one, two), merge(two, three), three))).toBe(all);
        expect(merge(one)).toEqual(one);
        expect(merge(one, one)).toEqual(one);
      }),
    );
  });

  it('writes what it is given in one way, in whatever order it stands', () => {
    const given = pieceOf([
      { shard: 2, sound: { png: [...sound(3, 1, 3).png], wav: [] } },
      { shard: 1, sound: sound() },
    ]);
    expect(merge(given).shards).toEqual([
      { shard: 1, sound: sound() },
      { shard: 2, sound: sound(1, 3) },
    ]);
  });

  it('refuses two answers of one shard, and says in which piece the second stands', () => {
    const list = [
      pieceOf([{ shard: 1, sound: sound(1) }]),
      pieceOf([{ shard: 2, sound: sound() }]),
      pieceOf([{ shard: 1, sound: sound(2) }]),
    ];
    const refused = mergeEvidence(list as [Evidence, ...Evidence[]], { files: ['a.json', 'b.json', 'c.json'] })._unsafeUnwrapErr();
    expect(refused.map(({ code, location, data }) => ({ code, location, data }))).toEqual([
      { code: 'EVIDENCE_SHARD_TWICE', location: { kind: 'file', file: 'c.json' }, data: { shard: 1 } },
    ]);
  });

  it('refuses pieces of other rules, limits and splits, and tells all that differs', () => {
    const other: Evidence = {
      ...pieceOf([]),
      rules: 2,
      shard_count: 6,
      budgets: { max_file_bytes: 1, max_png_side: 9, max_png_inflated_bytes: 8 },
    };
    const refused = mergeEvidence([pieceOf([]), other])._unsafeUnwrapErr();
    expect(refused.map(({ code, location, data }) => ({ code, location, data }))).toEqual([
      { code: 'EVIDENCE_BUDGET_DIFFERS', location: { kind: 'workspace' }, data: { budget: 'max_png_side', found: 9, expected: 2 } },
      {
        code: 'EVIDENCE_BUDGET_DIFFERS',
        location: { kind: 'workspace' },
        data: { budget: 'max_png_inflated_bytes', found: 8, expected: 3 },
      },
      { code: 'EVIDENCE_RULES_DIFFER', location: { kind: 'workspace' }, data: { found: 2, expected: 1 } },
      { code: 'EVIDENCE_SHARD_COUNT_DIFFERS', location: { kind: 'workspace' }, data: { found: 6, expected: 5 } },
    ]);
    expect(new Set(refused.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['no piece', [], ['STRUCTURE_OUT_OF_RANGE']],
    ['no list', undefined, ['STRUCTURE_OUT_OF_RANGE']],
    ['nothing for a piece', [null], ['STRUCTURE_WRONG_TYPE']],
    ['shards that are no list', [{ ...pieceOf([]), shards: 1 }], ['STRUCTURE_WRONG_TYPE']],
    ['digests that are none', [pieceOf([{ shard: 1, sound: { png: ['x'], wav: [] } }])], ['STRUCTURE_WRONG_TYPE']],
  ])('answers also a program without types that gives it %s', (_, given, codes) => {
    const refused = mergeEvidence(given as [Evidence])._unsafeUnwrapErr();
    expect(refused.map(({ code }) => code)).toEqual(codes);
  });

  it('tells of a few shards that stand there twice, and counts the others', () => {
    const shards = Array.from({ length: 500 }, (__, index) => index + 1);
    const say = (digit: number): Evidence => ({ ...pieceOf(shards.map((shard) => ({ shard, sound: sound(digit) }))), shard_count: 500 });
    const refused = mergeEvidence([say(1), say(2)], { files: ['a.json', 'b.json'] })._unsafeUnwrapErr();
    expect(refused.length).toBeLessThan(200);
    const omitted = refused.filter(({ code }) => code === 'DIAGNOSTICS_OMITTED');
    expect(omitted).toMatchObject([{ data: { code: 'EVIDENCE_SHARD_TWICE', total: 500 } }]);
  });
});
