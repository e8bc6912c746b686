import { describe, expect, it } from 'vitest';
import { registryDescriptor } from '../../src/artifacts/registry/descriptor.js';
import type { Location } from '../../src/diagnostics/location.js';
import type { UndecidedRecord } from '../../src/workspace/accept-workspace.js';
import { diagnoseUndecided } from '../../src/workspace/diagnose-undecided.js';

const REGISTRY = 'assets/.prometeu/index.json';
const record: UndecidedRecord = {
  index: 3,
  root: 'hero',
  assetId: 7,
  refusal: { reason: 'duplicate-id', others: ['villain'], otherCount: 1 },
};
const start = { line: 1, column: 1, offset: 0 };
const locate = (pointer: string, part: 'key' | 'value'): Location => ({
  kind: 'text',
  file: REGISTRY,
  pointer: `${pointer} ${part}`,
  range: { start, end: start },
});

describe('diagnoseUndecided', () => {
  it('tells of the record in the registry, and why it gets no identity', () => {
    const { code, file, make } = diagnoseUndecided(record, { version: 2, locate });
    expect([code, file]).toEqual(['IDENTITY_UNDECIDED', REGISTRY]);
    expect(make()).toMatchObject({
      code,
      artifact: 'registry',
      location: locate('/assets/3', 'value'),
      data: { root: 'hero', assetId: 7, reason: 'duplicate-id', others: ['villain'], otherCount: 1 },
      found: 2,
      supported: { range: registryDescriptor.supported, current: registryDescriptor.current },
      migration: { attempted: false, steps: [], outcome: 'not-attempted' },
      identity: { implicated: true, registry: true },
    });
  });

  it('tells records apart that stand at one place', () => {
    const whole = { version: null, locate: (): Location => ({ kind: 'workspace' }) };
    const fingerprints = [record, { ...record, assetId: 8 }, { ...record, root: 'x' }, { ...record, index: 4 }].map(
      (it) => diagnoseUndecided(it, whole).make().fingerprint,
    );
    expect(new Set(fingerprints).size).toBe(3);
    expect(fingerprints[3]).toBe(fingerprints[0]);
  });
});
