import { describe, expect, it } from 'vitest';
import type { ArtifactKind } from '../../src/diagnostics/artifact-kind.js';
import { refusalFacts } from '../../src/versioning/refusal-facts.js';
import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';

const descriptor: VersionDescriptor = {
  artifact: 'asset',
  field: 'schema_version',
  current: 4,
  supported: '>=2 <5',
  migratable: [2, 3],
  deprecated: [],
  retired: [1],
  writable: [4],
  whenUnsupported: 'refuse',
  identityFields: ['asset_uuid'],
};

describe('refusalFacts', () => {
  it('tells what was found, what is supported, and that nothing was migrated', () => {
    expect(refusalFacts(descriptor, 5, 'upgrade')).toEqual({
      found: 5,
      supported: { range: '>=2 <5', oldest: 2, current: 4 },
      migration: { attempted: false, steps: [], outcome: 'not-attempted' },
      identity: { implicated: true, fields: ['asset_uuid'], registry: true },
      manualAction: { required: true, what: 'upgrade' },
      blocks: { build: true, studio: true },
    });
  });

  it.each([5, '"5"', '1.3', null])('gives %o as it was found', (found) => {
    expect(refusalFacts(descriptor, found, '').found).toBe(found);
  });

  it.each<[VersionDescriptor['whenUnsupported'], boolean]>([
    ['refuse', true],
    ['rebuild', false],
    ['discard', false],
  ])('where the policy is %s, a person has to act: %s', (whenUnsupported, required) => {
    const { manualAction, blocks } = refusalFacts({ ...descriptor, whenUnsupported }, 5, 'upgrade');
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
    expect(refusalFacts({ ...descriptor, artifact, identityFields: [] }, 5, '').identity).toEqual({
      implicated: false,
      fields: [],
      registry,
    });
  });
});
