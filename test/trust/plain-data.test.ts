import {
  checkConsent,
  classifyVersion,
  evidenceText,
  joinPath,
  mergeEvidence,
  parseEvidence,
  parseLockOwner,
  parsePolicy,
  parseWorkspacePath,
  representableIn,
  verifyMigration,
  type PathFault,
  type Representation,
} from 'prometeu-packer';
import type { Result } from 'neverthrow';
import { describe, expect, it } from 'vitest';

/** A function as a program without types may call it. */
type Untyped = (...given: readonly unknown[]) => unknown;

const untyped = (judge: unknown): Untyped => judge as Untyped;

/** What judges plain data from outside and has an answer for what is none: each is called with anything in every place. */
const JUDGES: Readonly<Record<string, { readonly judge: Untyped; readonly places: number }>> = {
  checkConsent: { judge: untyped(checkConsent), places: 2 },
  classifyVersion: { judge: untyped(classifyVersion), places: 2 },
  evidenceText: { judge: untyped(evidenceText), places: 1 },
  joinPath: { judge: untyped(joinPath), places: 2 },
  mergeEvidence: { judge: untyped(mergeEvidence), places: 2 },
  parseEvidence: { judge: untyped(parseEvidence), places: 2 },
  parseLockOwner: { judge: untyped(parseLockOwner), places: 1 },
  parsePolicy: { judge: untyped(parsePolicy), places: 2 },
  parseWorkspacePath: { judge: untyped(parseWorkspacePath), places: 1 },
  representableIn: { judge: untyped(representableIn), places: 2 },
  verifyMigration: { judge: untyped(verifyMigration), places: 3 },
};

const derived = { kind: 'identity-derived', root: 'a', before: null, after: { asset_uuid: 'x' } };

const ANYTHING: readonly unknown[] = [
  {},
  null,
  undefined,
  'x',
  5,
  true,
  [],
  [null],
  [[]],
  new Uint16Array(3),
  new DataView(new ArrayBuffer(3)),
  () => null,
  Object.create(null),
  { artifact: 'asset', value: null },
  { artifact: 'registry', value: { assets: [null], retired: {} } },
  { artifact: 'constructor', value: {} },
  { identityChanges: [null] },
  { identityChanges: [{ kind: 'identity-derived' }] },
  { identityChanges: [{ kind: 'identity-derived', after: { asset_uuid: 5 } }] },
  { identityChanges: [], digest: 'd' },
  { uuids: [1, null, {}] },
  { planDigest: 5 },
  { [Symbol.toStringTag]: 'Uint8Array', length: 3 },
  { uuids: 5, files: 5 },
  { evidence_version: 1, budgets: null, shards: [null] },
];

const tuples = (places: number, values = ANYTHING): readonly (readonly unknown[])[] =>
  places === 0 ? [[]] : tuples(places - 1, values).flatMap((before) => values.map((one) => [...before, one]));

const codesOf = (refused: unknown): readonly string[] =>
  (refused as Result<unknown, readonly { readonly code: string }[]>)._unsafeUnwrapErr().map(({ code }) => code);

describe('what judges plain data never throws', () => {
  it.each(Object.entries(JUDGES))('%s', (_, { judge, places }) => {
    for (let count = 0; count <= places; count += 1) {
      for (const given of tuples(count, places > 2 ? ANYTHING.slice(0, 8) : ANYTHING)) expect(() => judge(...given)).not.toThrow();
    }
  });

  it('takes no plan, evidence, path, lock or content for one that is none', () => {
    for (const given of ANYTHING) {
      expect(codesOf(untyped(evidenceText)(given))).toContain('STRUCTURE_WRONG_TYPE');
      expect(codesOf(untyped(parseEvidence)(given, 'shard.json'))).toEqual(['STRUCTURE_WRONG_TYPE']);
      expect(codesOf(untyped(parsePolicy)(given, 'policy.json'))).toEqual(['STRUCTURE_WRONG_TYPE']);
      expect(untyped(parseLockOwner)(given)).toBeNull();
      expect((untyped(representableIn)(given, 4) as Representation).representable).toBe(false);
      if (given === 'x') continue; // a path, and a name
      expect((untyped(parseWorkspacePath)(given) as Result<string, PathFault>)._unsafeUnwrapErr()).toMatchObject({
        kind: 'empty',
        index: 0,
      });
      expect((untyped(joinPath)(given, 'a') as Result<string, PathFault>)._unsafeUnwrapErr()).toMatchObject({ kind: 'empty', index: 0 });
      expect((untyped(joinPath)('a', given) as Result<string, PathFault>)._unsafeUnwrapErr()).toMatchObject({
        kind: 'empty-segment',
        segment: '',
        index: 2,
      });
    }
  });
});

describe('consent that is none', () => {
  const plan = { identityChanges: [derived], digest: 'd' };

  it.each([null, undefined, {}, { uuids: null }, { uuids: 'x' }, { uuids: 5 }, 'x'])('%j agrees to nothing', (consent) => {
    expect(codesOf(untyped(checkConsent)(plan, consent))).toEqual(['PLAN_CONSENT_MISSING']);
  });

  it('is not given by a digest that neither side has', () => {
    expect(codesOf(untyped(checkConsent)({ identityChanges: [derived] }, {}))).toEqual(['PLAN_CONSENT_MISSING']);
  });

  it.each([null, 'x', {}, { identityChanges: {} }, { identityChanges: [null] }])('%j is no plan to agree to', (given) => {
    expect(codesOf(untyped(checkConsent)(given, { uuids: ['x'] }))).toEqual(['PLAN_MALFORMED']);
  });
});
