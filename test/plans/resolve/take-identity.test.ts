import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../../src/artifacts/asset/claim.js';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { identitySceneOf } from '../../../src/plans/resolve/identity-scene.js';
import { stepsOfChoice } from '../../../src/plans/resolve/steps-of-choice.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import { classifyIdentity, type IdentityClass } from '../../../src/workspace/classify-identity.js';
import type { IdentityChoice } from '../../../src/workspace/identity-choices.js';
import { claim, record, registry, U1, U2, U3 } from '../../workspace/identity-states.js';

type Claims = Readonly<Record<string, IdentityClaim>>;

const A = record(1, U1, 'a');
const B = record(2, U2, 'b');
const none: IdentityClaim = { kind: 'none' };

interface Odd {
  /** Classes that a folder has in place of its own. */
  readonly classes?: Readonly<Record<string, IdentityClass>>;
  /** Roots of which nothing is known. */
  readonly unknown?: readonly string[];
}

/** The steps of a choice for folder `a`, whether it is offered or not. */
function settle(choice: IdentityChoice, known: Registry, claims: Claims, { classes = {}, unknown = [] }: Odd = {}) {
  const verdicts = classifyIdentity(known, new Map(Object.entries(claims)))
    .filter(({ root }) => !unknown.includes(root))
    .map((verdict) => ({ ...verdict, class: classes[verdict.root] ?? verdict.class }));
  const verdict = verdicts.find(({ root }) => root === 'a');
  if (verdict === undefined) throw new Error('no folder a');
  const assets = verdicts.map((identity) => ({ root: identity.root, identity }) as AssetState);
  return [...stepsOfChoice(choice, identitySceneOf({ assets, registry: known }), verdict)];
}

const stepsFor = (...of: Parameters<typeof settle>) =>
  settle(...of).map((step) => {
    if (!('why' in step)) return step;
    const { why, ...rest } = step;
    expect(why).not.toBe('');
    return rest;
  });

const registers = (root: string, uuid: string | null = null, included = true) => ({ kind: 'register', root, uuid, included });
const claims = (root: string, uuid: string) => ({ kind: 'claim', root, uuid });
const moves = (of: typeof A, root: string) => ({ kind: 'move-record', record: of, root });

describe('a folder that takes an identity', () => {
  it.each<[string, IdentityClaim | null, readonly object[]]>([
    ['where nothing stands', null, []],
    ['claims nothing', none, [registers('b', null, false)]],
    ['claims what is no uuid', { kind: 'invalid', found: 'x' }, [registers('b', null, false)]],
    ['claims another', claim(U3), []],
    ['cannot be read', { kind: 'unknown' }, [{ kind: 'blocked', reason: 'unreadable', roots: ['b'] }]],
  ])('settles the folder that has it recorded and %s', (_, former, expected) => {
    const left = { ...B, included_in_build: false };
    const all = { a: claim(U2), ...(former === null ? {} : { b: former }) };
    expect(stepsFor('choose-owner', registry(left), all)).toEqual([moves(left, 'a'), claims('a', U2), ...expected]);
  });

  it('settles no folder of which nothing is known', () => {
    expect(stepsFor('choose-owner', registry(B), { a: claim(U2) }, { unknown: ['b'] })).toEqual([moves(B, 'a'), claims('a', U2)]);
  });

  it('is registered with it where nobody has it, and its rivals anew: builds contain them all', () => {
    expect(stepsFor('register-keeping', registry(), { a: claim(U1), c: claim(U1), b: none })).toEqual([
      registers('a', U1),
      claims('a', U1),
      registers('c'),
    ]);
  });

  it('is contained in builds as what it was taken for', () => {
    const left = { ...A, included_in_build: false };
    expect(stepsFor('keep-claim', registry(left), { a: claim(U3) })[0]).toEqual(registers('a', U3, false));
    expect(stepsFor('keep-record', registry(left), { a: none, c: claim(U1) })).toEqual([claims('a', U1), registers('c', null, false)]);
    expect(stepsFor('new-identity', registry(left), { a: none })[1]).toEqual(registers('a', null, false));
  });

  it('gives a rival with a record of its own that one back', () => {
    expect(stepsFor('keep-record', registry(A, B), { a: claim(U1), b: claim(U1), c: claim(U2) })).toEqual([
      claims('a', U1),
      claims('b', U2),
      registers('c'),
    ]);
  });

  it('is blocked by a rival whose identity nobody can settle', () => {
    const odd = { classes: { b: 'id-conflict' } } as const;
    expect(stepsFor('keep-record', registry(A, B), { a: claim(U1), b: claim(U1) }, odd)).toEqual([
      claims('a', U1),
      { kind: 'blocked', reason: 'id-conflict', roots: ['b'] },
    ]);
  });
});

describe('a folder that begins anew', () => {
  it.each<IdentityChoice>(['new-identity', 'register', 'register-new'])('is contained in builds: %s', (choice) => {
    expect(stepsFor(choice, registry(), { a: none })).toEqual([registers('a')]);
  });
});

describe('what goes', () => {
  it('is the record of a folder that begins anew, or that is gone for good', () => {
    expect(stepsFor('new-identity', registry(A), { a: none })[0]).toEqual({ kind: 'retire-record', record: A });
    expect(stepsFor('remove-record', registry(A), {})).toEqual([{ kind: 'retire-record', record: A }]);
  });

  it('is the declaration of a copy', () => {
    expect(stepsFor('remove', registry(B), { a: claim(U2), b: claim(U2) })).toEqual([{ kind: 'remove-declaration', root: 'a' }]);
  });

  it('is nothing where the record is claimed again', () => {
    expect(stepsFor('restore-claim', registry(A), { a: none })).toEqual([claims('a', U1)]);
  });
});

describe('a claim that is kept', () => {
  it('retires the record of the folder, where nobody else claims it', () => {
    expect(stepsFor('keep-claim', registry(A), { a: claim(U3) })).toEqual([
      registers('a', U3),
      claims('a', U3),
      { kind: 'retire-record', record: A },
    ]);
  });

  it('displaces the record of the folder, and none that has come to it', () => {
    expect(stepsFor('keep-claim', registry(A, B), { a: claim(U2), b: claim(U1) })).toEqual([
      moves(B, 'a'),
      claims('a', U2),
      moves(A, 'b'),
      claims('b', U1),
    ]);
  });
});

describe('two that are swapped', () => {
  const swapped = { a: claim(U2), b: claim(U1), c: claim(U1) };

  it('change roots, or claims, and nobody else keeps either', () => {
    expect(stepsFor('swap-records', registry(A, B), swapped)).toEqual([
      moves(A, 'b'),
      claims('b', U1),
      moves(B, 'a'),
      claims('a', U2),
      registers('c'),
    ]);
    expect(stepsFor('swap-claims', registry(A, B), swapped)).toEqual([claims('a', U1), claims('b', U2), registers('c')]);
  });

  it('are so for another reason each', () => {
    const [records, declarations] = (['swap-records', 'swap-claims'] as const).map((choice) => settle(choice, registry(A, B), swapped)[0]);
    expect(records).toHaveProperty('why');
    expect(declarations).not.toHaveProperty('why', (records as { why?: string }).why);
  });

  it('are two', () => {
    for (const choice of ['swap-records', 'swap-claims'] as const) {
      expect(stepsFor(choice, registry(B), { a: claim(U2), b: none })).toEqual([]);
      expect(stepsFor(choice, registry(A), { a: claim(U2) })).toEqual([]);
    }
  });
});
