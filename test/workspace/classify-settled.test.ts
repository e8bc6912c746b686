import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyEach, classifyIdentity } from '../../src/workspace/classify-identity.js';
import { classifySettled } from '../../src/workspace/classify-settled.js';
import { claim, CLAIMS, GONE, record, registry, U1, U2, U3 } from './identity-states.js';

const ROOTS = ['a', 'b', 'b/c', 'd'] as const;

const arbitraryRecord = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 50), fc.constantFrom(U1, U2, U3, GONE), fc.constantFrom(...ROOTS))
  .map(([id, uuid, root]) => record(id, uuid, root));

const arbitraryClaims = fc.dictionary(fc.constantFrom(...ROOTS), fc.constantFrom(...CLAIMS.filter((found) => found !== null)), {
  noNullPrototype: true,
});

describe('classifySettled', () => {
  it('answers where each folder claims what is recorded at its root, by code units', () => {
    const [first, second] = [record(1, U1, 'b'), record(2, U2, 'a')];
    const claims = new Map([
      ['b', claim(U1)],
      ['a', claim(U2)],
    ]);
    const ok = { class: 'ok', others: [], otherCount: 0 };
    expect(classifySettled(registry(first, second), claims)).toEqual([
      { root: 'a', claim: claim(U2), record: second, ...ok },
      { root: 'b', claim: claim(U1), record: first, ...ok },
    ]);
  });

  it('answers nothing where anything is amiss', () => {
    const sound = registry(record(1, U1, 'a'), record(2, U2, 'b'));
    const claims = [
      ['a', claim(U1)],
      ['b', claim(U2)],
    ] as const;
    expect(classifySettled(sound, new Map(claims))).toHaveLength(2);
    expect(classifySettled(sound, new Map([claims[0]]))).toBeNull();
    expect(classifySettled(sound, new Map([...claims, ['c', claim(U3)]]))).toBeNull();
    expect(classifySettled(sound, new Map([claims[0], ['b', claim(U1)]]))).toBeNull();
    expect(classifySettled(sound, new Map([claims[0], ['b', { kind: 'spelling', uuid: U2, found: U2.toUpperCase() }]]))).toBeNull();
    expect(classifySettled(registry(record(1, U1, 'a'), record(1, U2, 'b')), new Map(claims))).toBeNull();
    expect(classifySettled(registry(record(1, U1, 'a'), record(50, U2, 'b')), new Map(claims))).toBeNull();
    expect(classifySettled(registry(record(1, U1, 'a'), record(2, U1, 'b')), new Map([claims[0], ['b', claim(U1)]]))).toBeNull();
    expect(classifySettled(registry(record(1, GONE, 'a')), new Map([['a', claim(GONE)]]))).toBeNull();
  });

  it('never answers otherwise than judging each one does', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRecord, { maxLength: 4 }), arbitraryClaims, fc.boolean(), (records, claimed, settle) => {
        const claims = new Map(Object.entries(claimed));
        if (settle) for (const { root, asset_uuid } of records) claims.set(root, claim(asset_uuid));
        const known = registry(...records);
        expect(classifyIdentity(known, claims)).toEqual(classifyEach(known, claims));
      }),
      { numRuns: 1000 },
    );
  });
});
