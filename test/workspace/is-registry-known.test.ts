import { describe, expect, it } from 'vitest';
import { isRegistryKnown } from '../../src/workspace/is-registry-known.js';

const read = { registry: { schema_version: 4, project_uuid: '', next_asset_id: 1, assets: [], retired: [] } } as const;

describe('isRegistryKnown', () => {
  it.each([
    ['is read, and nothing is claimed', read, 0, true],
    ['is read, and something is claimed', read, 1, true],
    ['cannot be read, and nothing is claimed', { registry: null }, 0, false],
    ['cannot be read, and something is claimed', { registry: null }, 1, false],
    ['never was there', null, 0, true],
    ['is lost', null, 1, false],
  ])('where it %s', (_, registry, claiming, expected) => {
    expect(isRegistryKnown(registry, claiming)).toBe(expected);
  });
});
