import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../src/artifacts/asset/claim.js';
import type { Registry } from '../../src/artifacts/registry/model.js';
import { classifyIdentity } from '../../src/workspace/classify-identity.js';
import { claim, CLAIMS, GONE, record, REGISTRIES, registry, U1, U2, U3 } from './identity-states.js';

const classes = (known: Registry | null, claims: Readonly<Record<string, IdentityClaim>>): Readonly<Record<string, string>> =>
  Object.fromEntries(classifyIdentity(known, new Map(Object.entries(claims))).map((verdict) => [verdict.root, verdict.class]));

describe('classifyIdentity', () => {
  it.each<[string, Registry | null, Record<string, IdentityClaim>, Record<string, string>]>([
    ['claim and record agree', registry(record(1, U1, 'a')), { a: claim(U1) }, { a: 'ok' }],
    ['one claimant elsewhere, the recorded root holds nothing', registry(record(1, U1, 'a')), { b: claim(U1) }, { a: 'moved', b: 'moved' }],
    ['the claim is gone', registry(record(1, U1, 'a')), { a: { kind: 'none' } }, { a: 'lost-claim' }],
    [
      'the claim is gone but another folder has it',
      registry(record(1, U1, 'a')),
      { a: { kind: 'none' }, b: claim(U1) },
      { a: 'ambiguous', b: 'ambiguous' },
    ],
    ['spelled otherwise', registry(record(1, U1, 'a')), { a: { kind: 'spelling', uuid: U1, found: U1.toUpperCase() } }, { a: 'spelling' }],
    ['copied beside its owner', registry(record(1, U1, 'a')), { a: claim(U1), b: claim(U1) }, { a: 'copy', b: 'copy' }],
    [
      'two claim it and its owner is gone',
      registry(record(1, U1, 'a')),
      { b: claim(U1), c: claim(U1) },
      { a: 'ambiguous', b: 'ambiguous', c: 'ambiguous' },
    ],
    ['two claim what nobody records', registry(), { a: claim(U1), b: claim(U1) }, { a: 'ambiguous', b: 'ambiguous' }],
    ['another uuid is recorded here', registry(record(1, U1, 'a')), { a: claim(U2) }, { a: 'conflict' }],
    ['swapped', registry(record(1, U1, 'a'), record(2, U2, 'b')), { a: claim(U2), b: claim(U1) }, { a: 'swapped', b: 'swapped' }],
    [
      'overwritten by a recorded one',
      registry(record(1, U1, 'a'), record(2, U2, 'b')),
      { a: claim(U2), b: claim(U2) },
      { a: 'conflict', b: 'copy' },
    ],
    ['no uuid, recorded', registry(record(1, U1, 'a')), { a: { kind: 'invalid', found: 'x' } }, { a: 'invalid-claim' }],
    ['no uuid, unrecorded', registry(), { a: { kind: 'invalid', found: 'x' } }, { a: 'invalid-claim' }],
    ['retired', registry(), { a: claim(GONE) }, { a: 'retired-claim' }],
    ['retired, at a recorded root', registry(record(1, U1, 'a')), { a: claim(GONE) }, { a: 'retired-claim' }],
    ['neither claim nor record', registry(), { a: { kind: 'none' } }, { a: 'unregistered' }],
    ['claims what the project does not know', registry(), { a: claim(U3) }, { a: 'imported' }],
    ['claims, without any registry', null, { a: claim(U3) }, { a: 'imported' }],
    ['record without a folder', registry(record(1, U1, 'a')), {}, { a: 'orphan' }],
    ['one id twice', registry(record(1, U1, 'a'), record(1, U2, 'b')), { a: claim(U1) }, { a: 'id-conflict', b: 'id-conflict' }],
    ['one uuid twice', registry(record(1, U1, 'a'), record(2, U1, 'b')), { a: claim(U1) }, { a: 'id-conflict', b: 'id-conflict' }],
    ['id of a retired one', registry(record(50, U1, 'a')), { a: claim(U1) }, { a: 'id-conflict' }],
    [
      'one uuid twice, claimed by a third',
      registry(record(1, U1, 'a'), record(2, U1, 'b')),
      { c: claim(U1) },
      { a: 'id-conflict', b: 'id-conflict', c: 'id-conflict' },
    ],
    ['unreadable', registry(record(1, U1, 'a')), { a: { kind: 'unknown' } }, { a: 'unreadable' }],
    [
      'unreadable at the old root, claimed elsewhere',
      registry(record(1, U1, 'a')),
      { a: { kind: 'unknown' }, b: claim(U1) },
      { a: 'unreadable', b: 'ambiguous' },
    ],
  ])('%s', (_, known, claims, expected) => {
    expect(classes(known, claims)).toEqual(expected);
  });

  const states = REGISTRIES.flatMap((known) =>
    CLAIMS.flatMap((a) => CLAIMS.flatMap((b) => CLAIMS.map((c) => ({ known, claims: { a, b, c } })))),
  );

  it(`gives exactly one class to every folder and every record without one, in each of ${states.length} states`, () => {
    for (const { known, claims } of states) {
      const present = new Map(Object.entries(claims).flatMap(([root, it]) => (it === null ? [] : [[root, it] as const])));
      const expected = new Set([...present.keys(), ...(known?.assets.map(({ root }) => root) ?? [])]);
      const verdicts = classifyIdentity(known, present);
      expect(verdicts.map(({ root }) => root)).toEqual([...expected].sort());
    }
    expect(states.length).toBe(6 * 9 ** 3);
  });

  it('does not depend on the order in which folders or records come', () => {
    for (const { known, claims } of states) {
      const present = Object.entries(claims).flatMap(([root, it]) => (it === null ? [] : [[root, it] as const]));
      const reversed = known === null ? null : { ...known, assets: [...known.assets].reverse() };
      expect(classifyIdentity(reversed, new Map([...present].reverse()))).toEqual(classifyIdentity(known, new Map(present)));
    }
  });

  it('settles nothing but an undisputed claim: two claimants of one uuid are never both ok, and never moved', () => {
    for (const { known, claims } of states) {
      const present = new Map(Object.entries(claims).flatMap(([root, it]) => (it === null ? [] : [[root, it] as const])));
      const verdicts = classifyIdentity(known, present);
      const claimants = verdicts.filter(({ claim: it }) => (it?.kind === 'valid' || it?.kind === 'spelling') && it.uuid === U1);
      if (claimants.length < 2) continue;
      for (const { class: name } of claimants) expect(['ok', 'moved', 'spelling', 'imported']).not.toContain(name);
    }
  });

  it.each<[string, Registry, Record<string, IdentityClaim>, Record<string, readonly string[]>]>([
    ['moved', registry(record(1, U1, 'a')), { b: claim(U1) }, { a: ['b'], b: ['a'] }],
    [
      'in conflict with a record whose folder is gone',
      registry(record(1, U1, 'a'), record(2, U2, 'b')),
      { a: claim(U2) },
      { a: ['b'], b: ['a'] },
    ],
    ['in conflict with no record', registry(record(1, U1, 'a')), { a: claim(U2), b: claim(U2) }, { a: ['b'], b: ['a'] }],
    ['copied', registry(record(1, U1, 'a')), { a: claim(U1), b: claim(U1), c: claim(U1) }, { a: ['b', 'c'], b: ['a', 'c'], c: ['a', 'b'] }],
    ['claimed elsewhere', registry(record(1, U1, 'a')), { a: { kind: 'none' }, b: claim(U1) }, { a: ['b'], b: ['a'] }],
    ['claimed by nobody', registry(record(1, U1, 'a')), { a: { kind: 'none' }, b: { kind: 'none' } }, { a: [], b: [] }],
    ['not settled', registry(record(1, U1, 'a')), { a: { kind: 'unknown' }, b: { kind: 'invalid', found: 'x' } }, { a: [], b: [] }],
    ['of one number', registry(record(1, U1, 'a'), record(1, U2, 'b')), { a: { kind: 'none' } }, { a: [], b: [] }],
  ])('names the others where a root is %s', (_, known, claims, expected) => {
    const verdicts = classifyIdentity(known, new Map(Object.entries(claims)));
    expect(Object.fromEntries(verdicts.map(({ root, others }) => [root, others]))).toEqual(expected);
    for (const { others, otherCount } of verdicts) expect(otherCount).toBe(others.length);
  });

  it('judges a folder by its record where that clashes, whatever is claimed', () => {
    const known = registry(record(1, U1, 'a'), record(1, U2, 'b'));
    expect(classes(known, { a: { kind: 'none' }, b: { kind: 'unknown' } })).toEqual({ a: 'id-conflict', b: 'id-conflict' });
  });

  it('takes the same of two records of one uuid, in whatever order they stand', () => {
    const known = [record(1, U1, 'a'), record(2, U1, 'b')];
    const found = [known, known.toReversed()].map((assets) => {
      return classifyIdentity(registry(...assets), new Map([['c', claim(U1)]])).find(({ root }) => root === 'c')?.record;
    });
    expect(found).toEqual([record(2, U1, 'b'), record(2, U1, 'b')]);
  });

  it('names at most eight others and counts them all', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`copy${index}`, claim(U1)]));
    const [verdict] = classifyIdentity(registry(), new Map(Object.entries(many)));
    expect(verdict?.others).toHaveLength(8);
    expect(verdict?.otherCount).toBe(999);
  });
});
