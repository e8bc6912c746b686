import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { planMigration } from '../../src/operations/plan-migration.js';
import { uuid } from '../workspace/workspaces.js';
import { REGISTRY, registryV2, registryV3 } from './versioned-workspace.js';

const migrateAsset = async (text: string): Promise<string | null | undefined> => {
  const host = createMemoryWorkspace({ [REGISTRY]: registryV3({ a: 1 }), 'assets/a/asset.json': text, 'assets/a/b.bin': 'x' });
  const { plan } = (await planMigration(host, { roots: ['a'] }))._unsafeUnwrap().value;
  const [edit] = plan.edits;
  return edit?.kind === 'text' ? edit.after : undefined;
};

const lines = (newline: string, ...list: readonly string[]): string => list.join(newline);

describe('a migrated asset.json keeps what a person wrote', () => {
  it('tabs and CRLF, without a newline at the end', async () => {
    const before = lines(
      '\r\n',
      '{',
      '\t"schema_version": 3,',
      `\t"asset_uuid": "${uuid(1)}",`,
      '',
      '\t"name" : "a",',
      '\t"type": "data_bank",',
      '\t"preload": true,',
      '\t"inputs": { "main": ["b.bin"] },',
      '\t"output": {"format": "raw", "codec": "none"}',
      '}',
    );
    const after = (await migrateAsset(before)) ?? '';
    expect(after.replace(/\{\s*"enabled": true\s*\}/, 'true')).toBe(before.replace('"schema_version": 3', '"schema_version": 4'));
    expect(after).not.toMatch(/[^\r]\n/);
  });

  it('one line without spaces', async () => {
    const before = `{"name":"a","schema_version":2,"type":"data_bank","inputs":{"main":"b.bin"},"output":{"format":"raw","codec":"none"},"preload":false}`;
    expect(await migrateAsset(before)).toBe(
      `{"name":"a","schema_version":4,"asset_uuid":"${uuid(1)}","type":"data_bank","inputs":{"main":["b.bin"]},"output":{"format":"raw","codec":"none"},"preload":{"enabled":false}}`,
    );
  });

  it('blank lines, odd indentation, escapes, numbers and keys of other tools', async () => {
    const before = lines(
      '\n',
      '{',
      '',
      '   "schema_version": 2,',
      '   "x-notes": { "10": 1.50, "9": 1e3, "nested": [ 0.10,',
      '      2 ] },',
      '   "na\\u006de": "a", "type": "data_bank",',
      '',
      '',
      '   "inputs": { "main": [ "b.bin" ] },',
      '   "output": { "format": "raw", "codec": "none" }',
      '}',
      '',
      '',
    );
    expect(await migrateAsset(before)).toBe(before.replace('"schema_version": 2,', `"schema_version": 4,\n   "asset_uuid": "${uuid(1)}",`));
  });
});

describe('a migrated asset.json of a thousand lines', () => {
  const rows = Array.from({ length: 991 }, (_, index) =>
    index % 7 === 0 ? `      "k${index}" :  ${index}.0,` : `      "k${index}": [${index},   "v\\u00e9"],`,
  );
  const text = lines(
    '\n',
    '{',
    '  "schema_version": 2,',
    '  "x-notes": {',
    ...rows,
    '      "last": 1e2',
    '  },',
    '  "name": "a", "type": "data_bank",',
    '  "inputs": { "main": "b.bin" },',
    '  "output": { "format": "raw", "codec": "none" }',
    '}',
    '',
  );

  it('changes the lines that must change, and no other', async () => {
    const before = text.split('\n');
    expect(before.length - 1).toBe(1000);
    const after = ((await migrateAsset(text)) ?? '').split('\n');
    const kept = new Set(before);
    const gained = after.filter((line) => !kept.has(line));
    const keptAfter = new Set(after);
    const lost = before.filter((line) => !keptAfter.has(line));
    expect(gained).toEqual(['  "schema_version": 4,', `  "asset_uuid": "${uuid(1)}",`, '  "inputs": { "main": ["b.bin"] },']);
    expect(lost).toEqual(['  "schema_version": 2,', '  "inputs": { "main": "b.bin" },']);
    expect(after.filter((line) => kept.has(line))).toEqual(before.filter((line) => keptAfter.has(line)));
  });

  it('shows just that in the diff', async () => {
    const host = createMemoryWorkspace({ [REGISTRY]: registryV3({ a: 1 }), 'assets/a/asset.json': text, 'assets/a/b.bin': 'x' });
    const { report } = (await planMigration(host, { roots: ['a'] }))._unsafeUnwrap().value;
    const diff = report.files[0]?.diff ?? '';
    expect(diff.match(/^[+](?![+])/gm)).toHaveLength(3);
    expect(diff.match(/^-(?!-)/gm)).toHaveLength(2);
  });
});

describe('a migrated index.json', () => {
  const migrateRegistry = async (text: string): Promise<string | null | undefined> => {
    const host = createMemoryWorkspace({ [REGISTRY]: text, 'assets/x/data.bin': 'x' });
    const { plan } = (await planMigration(host))._unsafeUnwrap().value;
    const [edit] = plan.edits;
    return edit?.kind === 'text' ? edit.after : undefined;
  };

  it('has the canonical form, whatever it was written like, and keeps the keys that nobody knows to the letter', async () => {
    const plain = registryV2({ b: 2, a: 1 }, { 'x-tool': 10.5 });
    const written = plain.replace('10.5', '10.50').replaceAll('\n', '\r\n');
    const after = (await migrateRegistry(written)) ?? '';
    expect(after).not.toContain('\r');
    expect(after.indexOf('"root": "a"')).toBeLessThan(after.indexOf('"root": "b"'));
    expect(after).toContain('"x-tool": 10.50\n');
    expect(after.endsWith('}\n')).toBe(true);
  });
});
