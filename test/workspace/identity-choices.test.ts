import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../src/artifacts/asset/claim.js';
import type { Registry } from '../../src/artifacts/registry/model.js';
import { classifyIdentity } from '../../src/workspace/classify-identity.js';
import { choicesOf } from '../../src/workspace/identity-choices.js';
import { indexClaimants } from '../../src/workspace/index-claimants.js';
import { claim, CLAIMS, GONE, record, REGISTRIES, registry, U1, U2, U3 } from './identity-states.js';

type Claims = Readonly<Record<string, IdentityClaim>>;
const verdictsOf = (known: Registry | null, claims: Claims) => {
  const verdicts = classifyIdentity(known, new Map(Object.entries(claims)));
  const claimants = indexClaimants(verdicts);
  return verdicts.map((verdict) => ({ verdict, choices: choicesOf(verdict, claimants) }));
};
const choices = (known: Registry | null, claims: Claims): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(verdictsOf(known, claims).map((it) => [`${it.verdict.root} ${it.verdict.class}`, it.choices]));

const one = registry(record(1, U1, 'a'));
const two = registry(record(1, U1, 'a'), record(2, U2, 'b'));
const NONE: IdentityClaim = { kind: 'none' };
const INVALID: IdentityClaim = { kind: 'invalid', found: 'x' };
const SPELLED: IdentityClaim = { kind: 'spelling', uuid: U1, found: `{${U1}}` };

describe('choicesOf', () => {
  it.each<[Registry | null, Claims, Readonly<Record<string, readonly string[]>>]>([
    [one, { a: claim(U1) }, { 'a ok': [] }],
    [one, { a: { kind: 'unknown' } }, { 'a unreadable': [] }],
    [one, { b: claim(U1) }, { 'a moved': [], 'b moved': ['update-root'] }],
    [one, { a: NONE }, { 'a lost-claim': ['restore-claim'] }],
    [one, { a: SPELLED }, { 'a spelling': ['canonicalise'] }],
    [one, { a: claim(U1), b: claim(U1) }, { 'a copy': ['make-owner'], 'b copy': ['new-identity', 'make-owner', 'remove'] }],
    [registry(), { a: claim(U1), b: claim(U1) }, { 'a ambiguous': ['choose-owner'], 'b ambiguous': ['choose-owner'] }],
    [one, { b: claim(U1), c: claim(U1) }, { 'a ambiguous': [], 'b ambiguous': ['choose-owner'], 'c ambiguous': ['choose-owner'] }],
    [one, { a: claim(U3) }, { 'a conflict': ['keep-claim', 'keep-record'] }],
    [two, { a: claim(U2), b: claim(U2) }, { 'a conflict': ['keep-record'], 'b copy': ['make-owner'] }],
    [two, { a: claim(U2), b: claim(U1) }, { 'a swapped': ['swap-records', 'swap-claims'], 'b swapped': ['swap-records', 'swap-claims'] }],
    [registry(), { a: INVALID }, { 'a invalid-claim': ['new-identity'] }],
    [one, { a: INVALID }, { 'a invalid-claim': ['restore-claim', 'new-identity'] }],
    [one, { a: INVALID, b: claim(U1) }, { 'a invalid-claim': ['choose-owner'], 'b ambiguous': ['choose-owner'] }],
    [registry(), { a: claim(GONE) }, { 'a retired-claim': ['new-identity'] }],
    [one, { a: claim(GONE) }, { 'a retired-claim': ['restore-claim', 'new-identity'] }],
    [one, { a: claim(GONE), b: claim(U1) }, { 'a retired-claim': ['choose-owner'], 'b ambiguous': ['choose-owner'] }],
    [registry(), { a: NONE }, { 'a unregistered': ['register'] }],
    [registry(), { a: claim(U3) }, { 'a imported': ['register-keeping', 'register-new'] }],
    [one, {}, { 'a orphan': ['remove-record'] }],
    [registry(record(50, U1, 'a')), { a: claim(U1) }, { 'a id-conflict': ['edit-by-hand'] }],
  ])('%#', (known, claims, expected) => {
    expect(choices(known, claims)).toEqual(expected);
  });

  it('leaves no folder without a way out, and restores no claim that anyone else makes', () => {
    let seen = 0;
    for (const known of REGISTRIES) {
      for (const a of CLAIMS) {
        for (const b of CLAIMS) {
          const claims = Object.fromEntries(Object.entries({ a, b }).flatMap(([root, it]) => (it === null ? [] : [[root, it] as const])));
          const verdicts = verdictsOf(known, claims);
          for (const { verdict, choices: offered } of verdicts) {
            seen += 1;
            const isSettled = verdict.class === 'ok' || verdict.class === 'unreadable';
            if (verdict.claim !== null) expect(offered.length > 0).toBe(!isSettled);
            if (!offered.includes('restore-claim')) continue;
            const rivals = Object.entries(claims).filter(([, it]) => 'uuid' in it && it.uuid === verdict.record?.asset_uuid);
            expect(rivals).toEqual([]);
          }
        }
      }
    }
    expect(seen).toBeGreaterThan(800);
  });
});
