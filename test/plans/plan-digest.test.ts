import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/codec/canonical-json.js';
import type { PlanContent } from '../../src/plans/plan.js';
import { planDigest } from '../../src/plans/plan-digest.js';
import { compute, sha256 } from './bench.js';

const text = fc.string({ unit: 'binary' });
const digest = fc.option(text);
const identity = fc.record({ asset_uuid: fc.option(text), asset_id: fc.nat(), root: text });
const input = fc.record({ size: fc.nat(), role: text, path: text, file: text, sha256: digest });
const asset = fc.record({
  root: text,
  asset_id: fc.nat(),
  asset_uuid: text,
  asset_name: text,
  bank_type: fc.constantFrom('TILES', 'DATA'),
  metadata: fc.dictionary(text, fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean())),
  inputs: fc.array(input),
});
const contents: fc.Arbitrary<PlanContent> = fc.record({
  kind: fc.constantFrom('register', 'build'),
  edits: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('text'), path: text, before: fc.option(text), after: fc.option(text), diff: text }),
      fc.record({
        kind: fc.constant('compose'),
        path: text,
        length: fc.nat(),
        recipe: fc.record({ preload: fc.array(fc.record({ slot: fc.nat(), asset_id: fc.nat() })), assets: fc.array(asset) }),
      }),
    ),
  ),
  identityChanges: fc.array(
    fc.record({ kind: fc.constant('asset-registered'), root: text, before: fc.option(identity), after: identity, evidence: text }),
  ),
  preconditions: fc.record({
    projectUuid: fc.option(text),
    files: fc.array(fc.record({ sha256: digest, path: text })),
    heads: fc.array(fc.record({ path: text, length: fc.nat(), sha256: text })),
    folders: fc.array(fc.record({ path: text, listing: digest })),
  }),
});

describe('planDigest', () => {
  it('is the SHA-256 of the canonical JSON as a whole', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(planDigest(content, compute)).toBe(sha256(canonicalJson(content)._unsafeUnwrap()));
      }),
    );
  });

  it('has nothing to say of half a surrogate pair', () => {
    const preconditions = { projectUuid: '\ud800', files: [], heads: [], folders: [] };
    expect(planDigest({ kind: 'build', edits: [], identityChanges: [], preconditions }, compute)).toBeNull();
  });
});
