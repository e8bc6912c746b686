import { describe, expect, it } from 'vitest';
import { claimChange, claimedIn } from '../../../src/plans/identity/claim-change.js';
import { claimOf, declaration, unclaimed, uuid } from '../identity-texts.js';

describe('claimedIn', () => {
  it.each<[string, string | null]>([
    [declaration(1), uuid(1)],
    [`\ufeff${declaration(1)}`, uuid(1)],
    [declaration(1, { asset_uuid: `{${uuid(1)}}` }), uuid(1)],
    [declaration(1, { asset_uuid: 'x' }), null],
    [declaration(1, { asset_uuid: null }), null],
    [unclaimed(1), null],
    ['{', null],
  ])('%#', (text, expected) => {
    expect(claimedIn(text)).toBe(expected);
  });
});

describe('claimChange', () => {
  const changed = (before: string | null, after: string | null) => claimChange('a', before, after);
  const mine = claimOf(1, 'a');

  it('tells of a claim added, changed and removed, as it stands there', () => {
    expect(changed(null, declaration(1))).toEqual({ kind: 'claim-added', root: 'a', before: null, after: mine });
    expect(changed(declaration(1), null)).toEqual({ kind: 'claim-removed', root: 'a', before: mine, after: null });
    const spelled = { ...mine, asset_uuid: `{${uuid(1)}}` };
    expect(changed(declaration(1, { asset_uuid: spelled.asset_uuid }), declaration(1))).toEqual({
      kind: 'claim-changed',
      root: 'a',
      before: spelled,
      after: mine,
    });
  });

  it('tells nothing where the claim stays, or there is none', () => {
    expect(changed(declaration(1), declaration(1, { name: 'x' }))).toBeNull();
    expect(changed(unclaimed(1), '{')).toBeNull();
    expect(changed(null, unclaimed(1))).toBeNull();
  });
});
