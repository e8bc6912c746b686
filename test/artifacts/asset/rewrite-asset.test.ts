import { describe, expect, test } from 'vitest';
import { createAssetReader } from '../../../src/artifacts/asset/create-asset-reader.js';
import { rewriteAsset } from '../../../src/artifacts/asset/rewrite-asset.js';
import { uuid } from '../../workspace/workspaces.js';

const reader = createAssetReader();

function migrate(text: string): string {
  const { document, migration } = reader.accept(reader.parse(new TextEncoder().encode(text), 'assets/hero/asset.json'), uuid(1));
  const value = migration?.value ?? null;
  return document === null || value === null ? expect.unreachable() : rewriteAsset(document, value);
}

describe('rewriteAsset', () => {
  test('puts the new key directly after the version, wherever that stands, and keeps what a person wrote', () => {
    const text = [
      '{',
      '\t"name" : "hero", "type": "tile_bank",',
      '',
      '\t"note": [ 1.0, -0, 1E3, "\\u00e9" ],',
      '\t"schema_version": 2,',
      '\t"inputs": { "main": "a.png", "more": ["b.png",  "c.png"] },',
      '\t"output": {"codec": "none", "format": "png"},',
      '\t"preload": true',
      '}',
    ];
    const wanted = text.with(4, `\t"schema_version": 4,\r\n\t"asset_uuid": "${uuid(1)}",`);
    wanted[5] = '\t"inputs": { "main": ["a.png"], "more": ["b.png",  "c.png"] },';
    wanted[7] = '\t"preload": {"enabled": true}';
    const after = migrate(text.join('\r\n'));
    expect(JSON.parse(after)).toEqual(JSON.parse(wanted.join('\r\n')));
    const unchanged = [0, 1, 2, 3, 6, 8].map((line) => text[line]);
    const lines = after.split('\r\n');
    expect(lines.filter((line) => unchanged.includes(line))).toEqual(unchanged);
    expect(lines.slice(4, 6)).toEqual(['\t"schema_version": 4,', `\t"asset_uuid": "${uuid(1)}",`]);
    expect(after).not.toContain('\n\n');
  });

  test('a thousand lines of which three change stay as they are but for those', () => {
    const notes = Array.from({ length: 990 }, (_, index) => `    "line ${index}"  ,`);
    const text = [
      '{',
      '  "schema_version": 3,',
      `  "asset_uuid": "${uuid(3)}",`,
      '  "name": "hero",',
      '  "type": "data_bank",',
      '  "inputs": { "main": ["a.bin"] },',
      '  "output": { "format": "raw", "codec": "none" },',
      '  "notes": [',
      ...notes,
      '    "last"',
      '  ],',
      '  "preload": false',
      '}',
      '',
    ];
    const lines = migrate(text.join('\n')).split('\n');
    const differing = text.flatMap((line, index) => (lines[index] === line ? [] : [index]));
    expect(differing[0]).toBe(1);
    expect(lines.slice(0, 1000)).toEqual(text.slice(0, 1000).with(1, '  "schema_version": 4,'));
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(1000).join('')).toMatch(/"enabled": ?false/);
  });
});
