import { describe, expect, it } from 'vitest';
import { checkRegistryVersion } from '../../src/plans/check-registry-version.js';

describe('checkRegistryVersion', () => {
  it.each<[string | null]>([
    [null],
    [''],
    ['{'],
    ['[]'],
    ['{}'],
    ['{"schema_version": 4}'],
    ['{"schema_version": 5}'],
    ['{"schema_version": "3"}'],
    ['{"schema_version": null}'],
  ])('has nothing against %j', (text) => {
    expect(checkRegistryVersion(text).isOk()).toBe(true);
  });

  it.each([2, 3])('asks for a migration of version %i first', (version) => {
    expect(checkRegistryVersion(`{"schema_version": ${version}}`)._unsafeUnwrapErr()).toMatchObject([
      {
        code: 'RESOLVE_MIGRATE_FIRST',
        artifact: 'registry',
        location: { kind: 'file', file: 'assets/.prometeu/index.json' },
        data: { version, current: 4 },
        blocks: { build: false, studio: true },
      },
    ]);
  });
});
