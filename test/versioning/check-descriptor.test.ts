import { describe, expect, it } from 'vitest';
import { checkDescriptor } from '../../src/versioning/check-descriptor.js';
import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';
import { sampleDescriptor } from './sample-descriptor.js';

const sound: VersionDescriptor = { ...sampleDescriptor, deprecated: [{ version: 2, removedIn: '2.0.0' }], identityFields: [] };

describe('checkDescriptor', () => {
  it('accepts one that keeps every rule', () => {
    expect(checkDescriptor(sound)._unsafeUnwrap()).toBe(sound);
  });

  it('accepts one of which nothing is deprecated or retired', () => {
    const bare = { ...sound, deprecated: [], retired: [] };
    expect(checkDescriptor(bare)._unsafeUnwrap()).toBe(bare);
  });

  it.each<[string, Partial<VersionDescriptor>]>([
    ['range-invalid', { supported: '' }],
    ['range-invalid', { supported: '  ' }],
    ['range-invalid', { supported: 'nonsense' }],
    ['range-invalid', { supported: '>=2.0.0-beta <5' }],
    ['range-unbounded', { supported: '*' }],
    ['range-unbounded', { supported: '>=2' }],
    ['range-unbounded', { supported: '>=2 <6' }],
    ['range-not-contiguous', { supported: '2.0.0 || 4.0.0' }],
    ['range-not-contiguous', { supported: '>=1 <5' }],
    ['range-not-contiguous', { supported: '1.0.0 || 3.0.0 || 4.0.0' }],
    ['range-differs-from-versions', { migratable: [2, 2] }],
    ['deprecated-not-migratable', { deprecated: [{ version: 1, removedIn: '2.0.0' }] }],
    [
      'deprecated-not-migratable',
      {
        deprecated: [
          { version: 2, removedIn: '2.0.0' },
          { version: 1, removedIn: '2.0.0' },
        ],
      },
    ],
    ['deprecated-until-no-release', { deprecated: [{ version: 2, removedIn: 'the next one' }] }],
    [
      'deprecated-until-no-release',
      {
        deprecated: [
          { version: 2, removedIn: '2.0.0' },
          { version: 3, removedIn: '2' },
        ],
      },
    ],
    ['deprecated-until-no-release', { deprecated: [{ version: 2, removedIn: 'v2.0.0' }] }],
    ['retired-inside-window', { retired: [3] }],
    ['retired-inside-window', { retired: [1, 3] }],
    ['writable-is-not-current', { writable: [3] }],
    ['writable-is-not-current', { writable: [3, 4] }],
  ])('%s: %o', (fault, change) => {
    expect(checkDescriptor({ ...sound, ...change })._unsafeUnwrapErr()).toBe(fault);
  });
});
