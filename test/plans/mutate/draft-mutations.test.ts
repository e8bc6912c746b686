import { describe, expect, it } from 'vitest';
import { draftMutations } from '../../../src/plans/mutate/draft-mutations.js';
import type { Mutation } from '../../../src/plans/mutate/mutation.js';
import { record, registry, U1, U2, U3 } from '../../workspace/identity-states.js';

const ONE = record(1, U1, 'one');
const INSIDE = record(2, U2, 'one/inside');
const BESIDE = record(3, U3, 'one-more');
const KNOWN = registry(ONE, INSIDE, BESIDE);
const DECLARED = new Map([
  ['one', { name: 'first' }],
  ['one-more', { name: 'second' }],
]);

const draft = (...mutations: readonly Mutation[]) => draftMutations(mutations, KNOWN, DECLARED);
const declared = (...mutations: readonly Mutation[]) => [...draft(...mutations).declarations];

describe('draftMutations, in the registry', () => {
  it.each<[string, Mutation, object]>([
    [
      'includes one record',
      { kind: 'set-inclusion', root: 'one-more', included: false },
      { ...KNOWN, assets: [ONE, INSIDE, { ...BESIDE, included_in_build: false }] },
    ],
    [
      'moves the records of a folder and of what stands in it',
      { kind: 'relocate', root: 'one', to: 'maps/first' },
      { ...KNOWN, assets: [{ ...ONE, root: 'maps/first' }, { ...INSIDE, root: 'maps/first/inside' }, BESIDE] },
    ],
    [
      'retires the record of a folder, and no other',
      { kind: 'remove', root: 'one-more' },
      { ...KNOWN, assets: [ONE, INSIDE], retired: [...KNOWN.retired, { asset_id: 3, asset_uuid: U3 }] },
    ],
  ])('%s', (_, mutation, expected) => {
    expect(draft(mutation).registry).toEqual(expected);
  });

  it('takes roots as they were before, wherever a folder goes', () => {
    const move: Mutation = { kind: 'relocate', root: 'one', to: 'first' };
    const others: readonly Mutation[] = [
      { kind: 'set-inclusion', root: 'one', included: false },
      { kind: 'remove', root: 'one/inside' },
    ];
    const expected = {
      ...KNOWN,
      assets: [{ ...ONE, root: 'first', included_in_build: false }, BESIDE],
      retired: [...KNOWN.retired, { asset_id: 2, asset_uuid: U2 }],
    };
    expect(draft(move, ...others).registry).toEqual(expected);
    expect(draft(...others, move).registry).toEqual(expected);
    expect(draft(move, { kind: 'remove', root: 'first' }).registry.retired).toEqual(KNOWN.retired);
  });

  it('carries mutations of one record out in their order', () => {
    const [first, last]: readonly Mutation[] = [true, false].map((included) => ({ kind: 'set-inclusion', root: 'one', included }));
    expect(draft(first!, last!).registry.assets[0]).toMatchObject({ included_in_build: false });
    expect(draft(last!, first!).registry.assets[0]).toMatchObject({ included_in_build: true });
  });

  it.each<[string, Mutation]>([
    ['a record that is not there is removed', { kind: 'remove', root: 'none' }],
    ['a declaration alone changes', { kind: 'rename', root: 'one', name: 'other' }],
  ])('gives the very one where %s', (_, mutation) => {
    expect(draft(mutation).registry).toBe(KNOWN);
  });
});

describe('draftMutations, in the declarations', () => {
  it('carries mutations out one after the other', () => {
    expect(
      declared({ kind: 'rename', root: 'one', name: 'a' }, { kind: 'set-preload', root: 'one', preload: { enabled: true } }),
    ).toStrictEqual([
      ['one', { name: 'a', preload: { enabled: true } }],
      ['one-more', { name: 'second' }],
    ]);
  });

  it.each<[string, Mutation]>([
    ['its inclusion', { kind: 'set-inclusion', root: 'one', included: false }],
    ['its place', { kind: 'relocate', root: 'one', to: 'two' }],
    ['its removal', { kind: 'remove', root: 'one' }],
    ['its removal, where its declaration is to stay', { kind: 'remove', root: 'one', deleteDeclaration: false }],
    ['a name for one that is not declared', { kind: 'rename', root: 'one/inside', name: 'a' }],
  ])('are left alone by %s', (_, mutation) => {
    expect(declared(mutation)).toStrictEqual([...DECLARED]);
  });

  it('is gone for good where it was to go', () => {
    expect(declared({ kind: 'remove', root: 'one', deleteDeclaration: true }, { kind: 'rename', root: 'one', name: 'a' })[0]).toStrictEqual(
      ['one', null],
    );
  });
});
