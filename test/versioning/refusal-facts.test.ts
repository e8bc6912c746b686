import { describe, expect, it } from 'vitest';
import type { ArtifactKind } from '../../src/diagnostics/artifact-kind.js';
import { refusalFacts } from '../../src/versioning/refusal-facts.js';
import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';
import { sampleDescriptor } from './sample-descriptor.js';

describe('refusalFacts', () => {
  it('tells what was found, what is supported, and that nothing was migrated', () => {
    expect(refusalFacts(sampleDescriptor, 5, 'upgrade')).toEqual({
      found: 5,
      supported: { range: '>=2 <5', oldest: 2, current: 4 },
      migration: { attempted: false, steps: [], outcome: 'not-attempted' },
      identity: { implicated: true, fields: ['asset_uuid'], registry: true },
      manualAction: { required: true, what: 'upgrade' },
      blocks: { build: true, studio: true },
    });
  });

  it.each([5, '"5"', '1.3', null])('gives %o as it was found', (found) => {
    expect(refusalFacts(sampleDescriptor, found, '').found).toBe(found);
  });

  it.each<[VersionDescriptor['whenUnsupported'], boolean]>([
    ['refuse', true],
    ['rebuild', false],
    ['discard', false],
  ])('where the policy is %s, a person has to act: %s', (whenUnsupported, required) => {
    const { manualAction, blocks } = refusalFacts({ ...sampleDescriptor, whenUnsupported }, 5, 'upgrade');
    expect({ manualAction, blocks }).toEqual({
      manualAction: { required, what: 'upgrade' },
      blocks: { build: required, studio: required },
    });
  });

  it.each<[ArtifactKind, boolean]>([
    ['asset', true],
    ['registry', true],
    ['archive', false],
    ['cache', false],
    ['journal', false],
  ])('%s bears on the registry: %s', (artifact, registry) => {
    expect(refusalFacts({ ...sampleDescriptor, artifact, identityFields: [] }, 5, '').identity).toEqual({
      implicated: false,
      fields: [],
      registry,
    });
  });
});
