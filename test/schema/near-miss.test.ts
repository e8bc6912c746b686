import { describe, expect, it } from 'vitest';
import { nearMiss } from '../../src/schema/near-miss.js';

describe('nearMiss', () => {
  it.each<readonly [key: string, known: readonly string[], meant: string | null]>([
    ['inputs', ['inputs'], 'inputs'],
    ['assetUuid', ['name', 'asset_uuid'], 'asset_uuid'],
    ['asset-uuid', ['asset_uuid'], 'asset_uuid'],
    ['NAME', ['name'], 'name'],
    ['nmae', ['name'], 'name'], // two neighbours that changed places are one edit
    ['nam', ['name'], 'name'],
    ['names', ['name'], 'name'],
    ['mane', ['name'], null], // two edits of four letters
    ['inptus', ['inputs'], 'inputs'],
    ['ouputt', ['output'], 'output'],
    ['outxyz', ['output'], null],
    ['', ['a'], 'a'],
    ['', ['name'], null],
    ['a', [''], ''],
    ['preloads', ['reload', 'preload'], 'preload'], // the nearest one
    ['inputs', [], null],
    [`${'x'.repeat(60)}_key`, [`${'x'.repeat(60)}key`], `${'x'.repeat(60)}key`],
    [`${'x'.repeat(61)}_key`, [`${'x'.repeat(61)}key`], null], // too long to be looked at
  ])('%j among %j was meant to be %j', (key, known, meant) => {
    expect(nearMiss(key, known)).toBe(meant);
  });
});
