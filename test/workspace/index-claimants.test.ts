import { describe, expect, it } from 'vitest';
import { indexClaimants } from '../../src/workspace/index-claimants.js';
import { claim, U1, U2 } from './identity-states.js';

describe('indexClaimants', () => {
  it('finds who claims what, in whatever spelling, in the order given, and nobody who claims nothing', () => {
    const claims = [
      { root: 'b', claim: claim(U1) },
      { root: 'c', claim: claim(U2) },
      { root: 'a', claim: { kind: 'spelling', uuid: U1, found: `{${U1}}` } },
      { root: 'd', claim: { kind: 'none' } },
      { root: 'e', claim: { kind: 'unknown' } },
      { root: 'f', claim: { kind: 'invalid', found: U1 } },
      { root: 'g', claim: null },
    ] as const;
    expect([...indexClaimants(claims)]).toEqual([
      [U1, ['b', 'a']],
      [U2, ['c']],
    ]);
  });
});
