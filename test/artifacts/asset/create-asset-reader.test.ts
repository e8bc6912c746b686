import { describe, expect, it } from 'vitest';
import { createAssetReader } from '../../../src/artifacts/asset/create-asset-reader.js';

const FILE = 'assets/hero/asset.json';
const UUID = '11111111-1111-4111-8111-111111111111';
const valid = {
  schema_version: 4,
  asset_uuid: UUID,
  name: 'hero',
  type: 'tile_bank',
  inputs: { main: ['idle.png'] },
  output: { format: 'png', codec: 'none' },
};
const reader = createAssetReader();
const readAsset = (bytes: Uint8Array, file: string) => reader.accept(reader.parse(bytes, file), null);
const read = (value: unknown) =>
  readAsset(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, null, 2)), FILE);
const findings = (value: unknown) =>
  read(value).diagnostics.map(({ code, severity, location, data }) => ({
    code,
    severity,
    pointer: location.kind === 'text' ? location.pointer : null,
    data,
  }));

describe('createAssetReader', () => {
  it('reads a declaration with everything in it', () => {
    const full = {
      $schema: './asset.schema.json',
      ...valid,
      output: { ...valid.output, metadata: { title: 'Hero', frames: 3, looped: true } },
      preload: { enabled: true, slot: 0 },
      extensions: { editor: { zoom: 1.5, script: 'kept' } },
    };
    const reading = read(full);
    expect(reading.diagnostics).toEqual([]);
    expect(reading.body).toEqual(full);
    expect(reading.claim).toEqual({ kind: 'valid', uuid: UUID });
  });

  it.each<[string, unknown, unknown]>([
    ['name', 'Hero', { code: 'STRUCTURE_BAD_FORMAT', data: { found: 'Hero', expected: '/^[a-z0-9][a-z0-9_-]{0,63}$/' } }],
    ['name', 'h'.repeat(65), { code: 'STRUCTURE_BAD_FORMAT' }],
    ['name', 'раl', { code: 'STRUCTURE_BAD_FORMAT' }],
    ['name', 7, { code: 'STRUCTURE_WRONG_TYPE', data: { found: 'integer', expected: 'string' } }],
    [
      'type',
      'tiles',
      { code: 'STRUCTURE_NOT_ALLOWED', data: { found: 'tiles', expected: ['tile_bank', 'sound_bank', 'palette_bank', 'data_bank'] } },
    ],
    [
      'type',
      null,
      { code: 'STRUCTURE_WRONG_TYPE', data: { found: 'null', expected: '"tile_bank" or "sound_bank" or "palette_bank" or "data_bank"' } },
    ],
    ['inputs', ['idle.png'], { code: 'STRUCTURE_WRONG_TYPE', data: { found: 'array', expected: 'object' } }],
    ['preload', true, { code: 'STRUCTURE_WRONG_TYPE', data: { found: 'boolean', expected: 'object' } }],
    ['extensions', [], { code: 'STRUCTURE_WRONG_TYPE' }],
  ])('B16: refuses %s %j where it stands', (key, value, expected) => {
    expect(findings({ ...valid, [key]: value })).toEqual([
      expect.objectContaining({ severity: 'error', pointer: `/${key}`, ...(expected as object) }),
    ]);
    expect(read({ ...valid, [key]: value }).body).toBeNull();
  });

  it.each(['name', 'type', 'inputs', 'output'])('names a missing %s at the object that lacks it', (key) => {
    const rest = Object.fromEntries(Object.entries(valid).filter(([name]) => name !== key));
    expect(findings(rest)).toMatchObject([{ code: 'STRUCTURE_MISSING_KEY', pointer: '', data: { key } }]);
  });

  it.each([
    [{ slot: -1 }, 'STRUCTURE_OUT_OF_RANGE'],
    [{ slot: 65_536 }, 'STRUCTURE_OUT_OF_RANGE'],
    [{ slot: 1.5 }, 'STRUCTURE_WRONG_TYPE'],
    [{ slot: '1' }, 'STRUCTURE_WRONG_TYPE'],
  ])('judges the slot: %j', (slot, code) => {
    expect(findings({ ...valid, preload: { enabled: true, ...slot } })).toContainEqual(
      expect.objectContaining({ code, pointer: '/preload/slot' }),
    );
  });

  it.each(['1.0', '1e0', '-0', '0.0', '10e-1'])('B15: %s is not an integer token', (token) => {
    const text = JSON.stringify({ ...valid, preload: { enabled: true, slot: 12345 } }).replace('12345', token);
    expect(findings(text)).toEqual([
      expect.objectContaining({ code: 'STRUCTURE_NOT_AN_INTEGER', pointer: '/preload/slot', data: { token } }),
    ]);
  });

  it('B15: numbers in extensions and under unknown keys may be written as they like', () => {
    const text = JSON.stringify({ ...valid, extensions: { x: 12345 }, mine: 12345 }).replaceAll('12345', '1.0');
    expect(findings(text)).toEqual([expect.objectContaining({ code: 'STRUCTURE_UNKNOWN_KEY', pointer: '/mine' })]);
  });

  it.each([
    ['nmae', '', 'name'],
    ['Output', '', 'output'],
    ['colour', '', null],
    ['formta', '/output', 'format'],
  ])('B18: keeps the unknown key %s and warns', (key, parent, didYouMean) => {
    const value = parent === '' ? { ...valid, [key]: 1 } : { ...valid, output: { ...valid.output, [key]: 1 } };
    expect(findings(value)).toEqual([
      { code: 'STRUCTURE_UNKNOWN_KEY', severity: 'warning', pointer: `${parent}/${key}`, data: { key, didYouMean } },
    ]);
    expect(read(value).body).toEqual(value);
  });

  it('offers to give an unknown key the name of a known one that is not there', () => {
    const text = JSON.stringify({ $schema: 'größe', ...valid, prelaod: { enabled: true }, nmae: 'hero' });
    const start = new TextEncoder().encode(text.slice(0, text.indexOf('"prelaod"'))).length;
    const edit = { file: FILE, start, end: start + '"prelaod"'.length, newText: '"preload"' };
    expect(read(text).diagnostics.map(({ data, fixes }) => ({ data, fixes }))).toEqual([
      {
        data: { key: 'prelaod', didYouMean: 'preload' },
        fixes: [{ title: expect.any(String) as unknown, applicability: 'unsafe', edits: [edit] }],
      },
      { data: { key: 'nmae', didYouMean: 'name' }, fixes: [] }, // the name would stand there twice
    ]);
  });

  it.each(['script', 'scripts', 'plugin', 'plugins', 'hook', 'hooks', 'command', 'commands', 'exec', 'eval', 'prebuild', 'postbuild'])(
    'S9: %s asks for foreign code at top level and under output, and nowhere else',
    (key) => {
      expect(findings({ ...valid, [key]: 'rm' })).toEqual([
        expect.objectContaining({ code: 'STRUCTURE_SCRIPT_KEY', severity: 'error', pointer: `/${key}` }),
      ]);
      expect(findings({ ...valid, output: { ...valid.output, [key]: 'rm' } })).toEqual([
        expect.objectContaining({ code: 'STRUCTURE_SCRIPT_KEY', pointer: `/output/${key}` }),
      ]);
      const innocent = {
        ...valid,
        inputs: { [key]: ['a.png'] },
        output: { ...valid.output, metadata: { [key]: 'x' } },
        extensions: { [key]: 'x' },
      };
      expect(findings(innocent)).toEqual([]);
    },
  );

  it.each([
    ['../x.png', 'PATH_ESCAPES_ROOT'],
    ['/etc/x', 'PATH_NOT_RELATIVE'],
    ['a\\b.png', 'PATH_NOT_PORTABLE'],
    ['a//b.png', 'PATH_NOT_NORMALIZED'],
    ['aux.png', 'PATH_NOT_PORTABLE'],
    ['', 'PATH_EMPTY'],
    ['asset.json', 'PATH_OWNED'],
    ['Asset.JSON', 'PATH_OWNED'],
    ['.prometeu/index.json', 'PATH_OWNED'],
    ['assets.pa', 'PATH_OWNED'],
    ['.x.0123456789abcdef.prometeu.tmp', 'PATH_OWNED'],
  ])('P25: refuses the input %j', (path, code) => {
    expect(findings({ ...valid, inputs: { main: ['idle.png', path] } })).toEqual([
      expect.objectContaining({ code, pointer: '/inputs/main/1' }),
    ]);
  });

  it('tells an input that stands there twice, also by another spelling or in another role', () => {
    expect(findings({ ...valid, inputs: { a: ['x.png', 'X.PNG'], b: ['x.png'] } })).toEqual([
      expect.objectContaining({ code: 'ASSET_INPUT_TWICE', pointer: '/inputs/a/1', data: { role: 'a', path: 'X.PNG', earlier: 'x.png' } }),
      expect.objectContaining({ code: 'ASSET_INPUT_TWICE', pointer: '/inputs/b/0' }),
    ]);
  });

  it.each([{}, { main: [] }])('wants at least one input: %j', (inputs) => {
    expect(findings({ ...valid, inputs })).toEqual([expect.objectContaining({ code: 'ASSET_NO_INPUTS', pointer: '/inputs' })]);
  });

  it.each([
    ['tile_bank', 'wav'],
    ['sound_bank', 'png'],
    ['palette_bank', 'png'],
    ['data_bank', 'wav'],
  ])('%s does not take %s', (type, format) => {
    expect(findings({ ...valid, type, output: { format, codec: 'none' } })).toMatchObject([
      { code: 'ASSET_FORMAT_UNSUITABLE', pointer: '/output/format', data: { type, format } },
    ]);
  });

  it.each<[unknown, unknown]>([
    [undefined, { kind: 'none' }],
    [UUID, { kind: 'valid', uuid: UUID }],
    [UUID.replaceAll('1', 'a').toUpperCase(), { kind: 'spelling' }],
    [`{${UUID}}`, { kind: 'spelling', uuid: UUID }],
    [`urn:uuid:${UUID}`, { kind: 'spelling', uuid: UUID }],
    ['00000000-0000-0000-0000-000000000000', { kind: 'invalid' }],
    ['ffffffff-ffff-ffff-ffff-ffffffffffff', { kind: 'invalid' }],
    [`${UUID}\n`, { kind: 'invalid' }],
    [12, { kind: 'invalid', found: '12' }],
    [null, { kind: 'invalid', found: 'null' }],
    [{}, { kind: 'invalid', found: 'object' }],
  ])('I2: reads the claim %j', (asset_uuid, expected) => {
    const reading = read({ ...valid, asset_uuid });
    expect(reading.claim).toMatchObject(expected as object);
    expect(reading.body).not.toBeNull();
  });

  it('V3: judges nothing else of a file that is too new, and tells the six facts', () => {
    const [only, ...more] = read('{"schema_version": 5, "name": 7, "scripts": []}').diagnostics;
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      code: 'VERSION_TOO_NEW',
      artifact: 'asset',
      location: { kind: 'text', file: FILE, pointer: '/schema_version', range: { start: { line: 1, column: 20, offset: 19 } } },
      data: { version: 5 },
      found: 5,
      supported: { current: 4 },
      migration: { attempted: false, outcome: 'not-attempted' },
      identity: { implicated: true, fields: ['asset_uuid'] },
      manualAction: { required: true },
      blocks: { build: true, studio: true },
    });
  });

  it.each([
    ['{"name": "x"}', 'VERSION_MISSING', null],
    ['{"schema_version": "4"}', 'VERSION_MALFORMED', '"4"'],
    ['{"schema_version": 4.0}', 'VERSION_MALFORMED', '4.0'],
    ['{"schema_version": 1}', 'VERSION_TOO_OLD', 1],
  ])('V1 V2 V4: %s is %s', (text, code, found) => {
    expect(read(text).diagnostics).toEqual([expect.objectContaining({ code, found })]);
  });

  it('V1: names a key that looks like the version and is none', () => {
    expect(findings('{"schemaVersion": 4}')).toMatchObject([{ code: 'VERSION_MISSING', data: { lookalikes: ['schemaVersion'] } }]);
  });

  it('B12: keeps fifty findings of one code and counts the rest', () => {
    const inputs = { main: Array.from({ length: 10_000 }, () => 7) };
    const found = findings({ ...valid, inputs });
    expect(found.filter(({ code }) => code === 'STRUCTURE_WRONG_TYPE')).toHaveLength(50);
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'DIAGNOSTICS_OMITTED',
        data: { code: 'STRUCTURE_WRONG_TYPE', severity: 'error', shown: 50, total: 10_000 },
      }),
    );
  });

  it('B7 B8: no declaration gets past a duplicate or reserved key', () => {
    expect(findings(JSON.stringify(valid).replace('"name"', '"asset_uuid":"x","name"'))).toEqual([
      expect.objectContaining({ code: 'JSON_DUPLICATE_KEY' }),
    ]);
    expect(findings(JSON.stringify(valid).replace('"name"', '"__proto__":{},"name"'))).toEqual([
      expect.objectContaining({ code: 'JSON_RESERVED_KEY' }),
    ]);
  });

  it('B14: a number that JavaScript would change is an error wherever it stands', () => {
    const text = JSON.stringify({ ...valid, extensions: { n: 12345 } }).replace('12345', '9007199254740993');
    expect(findings(text)).toEqual([expect.objectContaining({ code: 'JSON_NUMBER_RANGE', pointer: '/extensions/n' })]);
    expect(read(text).body).toBeNull();
  });
});
