import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../src/artifacts/asset/claim.js';
import type { Location } from '../../src/diagnostics/location.js';
import type { AcceptedAsset, AcceptedRegistry } from '../../src/workspace/accept-workspace.js';
import type { IdentityClass, IdentityVerdict } from '../../src/workspace/classify-identity.js';
import { diagnoseIdentity, type IdentityContext } from '../../src/workspace/diagnose-identity.js';
import { claim, record, U1, U2 } from './identity-states.js';

const REGISTRY = 'assets/.prometeu/index.json';
const HERO = 'assets/hero/asset.json';
const start = { line: 1, column: 1, offset: 0 };
const locateIn =
  (file: string) =>
  (pointer: string, part: 'key' | 'value'): Location => ({
    kind: 'text',
    file,
    pointer: `${pointer} ${part}`,
    range: { start, end: start },
  });

const accepted = { version: 4, migration: null, diagnostics: [] } as const;
const asset: AcceptedAsset = { ...accepted, locate: locateIn(HERO), body: null, claim: { kind: 'none' } };
const registry: AcceptedRegistry = { ...accepted, locate: locateIn(REGISTRY), registry: null, undecided: [] };

const context: IdentityContext = {
  asset,
  registry,
  isKnown: true,
  recordIndex: new Map([
    ['hero', 4],
    ['old', 5],
  ]),
  claimants: new Map([[U1, ['hero']]]),
};
const NONE: IdentityClaim = { kind: 'none' };

const verdict = (name: IdentityClass, more: Partial<IdentityVerdict> = {}): IdentityVerdict => ({
  root: 'hero',
  class: name,
  claim: claim(U1),
  record: null,
  others: [],
  otherCount: 0,
  ...more,
});
const told = (it: IdentityVerdict, more: Partial<IdentityContext> = {}) => diagnoseIdentity(it, { ...context, ...more });

describe('diagnoseIdentity', () => {
  it('tells everything that is known of a verdict', () => {
    const moved = verdict('moved', { record: record(7, U1, 'old'), others: ['old'], otherCount: 1 });
    const pending = told(moved);
    expect([pending?.code, pending?.file]).toEqual(['IDENTITY_MOVED', HERO]);
    const diagnostic = pending?.make();
    expect(diagnostic).toMatchObject({
      code: 'IDENTITY_MOVED',
      artifact: 'asset',
      location: locateIn(HERO)('/asset_uuid', 'value'),
      data: { root: 'hero', claimed: U1, recorded: U1, assetId: 7, recordedRoot: 'old', others: ['old'], otherCount: 1 },
    });
    expect(diagnostic?.data).toHaveProperty('choices', ['update-root']);
    expect(diagnostic?.related.map(({ location }) => location)).toEqual([locateIn(REGISTRY)('/assets/5/root', 'value')]);
  });

  it('offers no choices while claims cannot be held against the registry', () => {
    const diagnostic = told(verdict('imported'), { isKnown: false })?.make();
    expect(diagnostic?.data).toMatchObject({ recorded: null, assetId: null, recordedRoot: null, choices: [] });
  });

  it.each(['ok', 'unreadable'] as const)('has nothing to tell of a root that is %s', (name) => {
    expect(told(verdict(name))).toBeNull();
  });

  it.each(['moved', 'ambiguous'] as const)('tells a record that is %s at the folders that claim it', (name) => {
    expect(told(verdict(name, { claim: null }), { asset: undefined })).toBeNull();
    expect(told(verdict(name))?.file).toBe(HERO);
  });

  it('tells of a record without a folder at the record, and nowhere besides', () => {
    const pending = told(verdict('orphan', { claim: null, record: record(7, U2, 'hero') }), { asset: undefined });
    expect([pending?.code, pending?.file]).toEqual(['IDENTITY_ORPHAN', REGISTRY]);
    expect(pending?.make()).toMatchObject({
      artifact: 'registry',
      location: locateIn(REGISTRY)('/assets/4/root', 'value'),
      related: [],
      data: { claimed: null, recorded: U2 },
    });
  });

  it.each<[string, Partial<IdentityContext>]>([
    ['stands at no place that is known', { recordIndex: new Map() }],
    ['stands in no registry', { registry: null }],
  ])('tells of the workspace where a record %s', (_, more) => {
    const orphan = verdict('orphan', { claim: null, record: record(7, U2, 'hero') });
    expect(told(orphan, { ...more, asset: undefined })?.make().location).toEqual({ kind: 'workspace' });
  });

  it('tells of a declaration as a whole where it claims nothing', () => {
    const location = (it: IdentityClaim | null) => told(verdict('unregistered', { claim: it }))?.make().location;
    expect(location(NONE)).toEqual(locateIn(HERO)('', 'value'));
    expect(location({ kind: 'invalid', found: 'x' })).toEqual(locateIn(HERO)('/asset_uuid', 'value'));
    expect(location(null)).toEqual(locateIn(HERO)('/asset_uuid', 'value'));
  });

  it('names no record where there is none, or none whose place is known', () => {
    expect(told(verdict('imported'))?.make().related).toEqual([]);
    expect(told(verdict('conflict', { record: record(7, U2, 'elsewhere') }))?.make().related).toEqual([]);
  });

  it('tells two roots apart that stand at one place', () => {
    const fingerprints = ['a', 'b'].map((root) => told(verdict('orphan', { root, claim: null }), { asset: undefined })?.make().fingerprint);
    expect(new Set(fingerprints).size).toBe(2);
  });
});
