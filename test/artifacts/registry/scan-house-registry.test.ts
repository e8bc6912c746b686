import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClashes } from '../../../src/artifacts/registry/find-clashes.js';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { readRegistry } from '../../../src/artifacts/registry/read-registry.js';
import { scanHouseRegistry } from '../../../src/artifacts/registry/scan-house-registry.js';
import { serializeRegistry } from '../../../src/artifacts/registry/serialize-registry.js';
import { decodedText } from '../../../src/codec/json/decoded-text.js';
import { JSON_BUDGETS, readJson } from '../../../src/codec/json/read-json.js';
import { sizedBytes } from '../../../src/codec/json/sized-bytes.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function scan(bytes: Uint8Array, limits: Partial<typeof JSON_BUDGETS> = {}): Registry | undefined {
  const decoded = decodedText(sizedBytes(bytes, JSON_BUDGETS.maxBytes)._unsafeUnwrap());
  return decoded && scanHouseRegistry(decoded, { ...JSON_BUDGETS, ...limits });
}

/** What the general way says, with the same bytes: a line end more than the writer has keeps the scan from them. */
function readGenerally(bytes: Uint8Array) {
  const unrecognised = new Uint8Array([...bytes, 0x0a]);
  expect(scan(unrecognised)).toBeUndefined();
  return readRegistry(unrecognised, 'index.json');
}

const uuid = fc.uuid();
const root = fc.constantFrom(
  'a',
  'b',
  'a/b',
  'group-1/asset-12',
  'x_y',
  'v1.2',
  'console',
  'A',
  'con',
  '../a',
  'a/assets.pa',
  'é',
  'a"b',
  'a.',
);
const entry = fc.record({ step: fc.nat(2), asset_uuid: uuid, root, included_in_build: fc.boolean(), retired: fc.boolean() });

/** Registries of a few entries, most of them with nothing to be said against; numbers may be large, and may meet. */
const registry = fc
  .record({
    project_uuid: uuid,
    first: fc.constantFrom(0, 0, 7, 4_294_967_290),
    slack: fc.constantFrom(1, 1, 1, 0),
    entries: fc.array(entry, { maxLength: 4 }),
  })
  .map(({ project_uuid, first, slack, entries }): Registry => {
    let last = first;
    const numbered = entries.map(({ step, ...rest }) => ({ asset_id: (last += step), ...rest }));
    return {
      schema_version: 4,
      project_uuid,
      next_asset_id: Math.max(1, last + slack),
      assets: numbered
        .filter(({ retired }) => !retired)
        .map(({ asset_id, asset_uuid, root: path, included_in_build }) => ({ asset_id, asset_uuid, root: path, included_in_build })),
      retired: numbered.filter(({ retired }) => retired).map(({ asset_id, asset_uuid }) => ({ asset_id, asset_uuid })),
    };
  });

const plain: Registry = {
  schema_version: 4,
  project_uuid: '6f1c1c7e-5a5b-4f0e-8f4a-0123456789ab',
  next_asset_id: 12,
  assets: [
    { asset_id: 1, asset_uuid: '0d5b7a52-93a1-4c0d-9d3e-000000000001', root: 'a/b', included_in_build: true },
    { asset_id: 3, asset_uuid: '0d5b7a52-93a1-4c0d-9d3e-000000000003', root: 'hero.2', included_in_build: false },
  ],
  retired: [
    { asset_id: 2, asset_uuid: '0d5b7a52-93a1-4c0d-9d3e-000000000002' },
    { asset_id: 11, asset_uuid: '0d5b7a52-93a1-4c0d-9d3e-00000000000b' },
  ],
};

/** A byte of a text replaced, left out or put in, or two stretches of it swapped. */
const mutation = fc.record({
  kind: fc.constantFrom('replace', 'remove', 'insert', 'repeat'),
  at: fc.nat(),
  byte: fc.oneof(fc.nat(255), fc.constantFrom(...encode(' \n",:{}[]0123456789abcdef-/.\\Aeut'))),
  length: fc.integer({ min: 1, max: 200 }),
});

function mutate(bytes: Uint8Array, { kind, at, byte, length }: { kind: string; at: number; byte: number; length: number }): Uint8Array {
  const place = at % bytes.length;
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'replace') return new Uint8Array([...before, byte, ...after.subarray(1)]);
  if (kind === 'remove') return new Uint8Array([...before, ...after.subarray(length % 3)]);
  if (kind === 'insert') return new Uint8Array([...before, byte, ...after]);
  return new Uint8Array([...before, ...bytes.subarray(Math.max(0, place - length), place), ...after]);
}

/** Where the scan answers, the general way has to have the same value and nothing to say. */
function expectSameAsGeneral(bytes: Uint8Array): boolean {
  const found = scan(bytes);
  if (found === undefined) return false;
  const general = readGenerally(bytes);
  expect(general.diagnostics).toEqual([]);
  expect(found).toEqual(general.registry);
  expect(JSON.stringify(found)).toBe(JSON.stringify(JSON.parse(new TextDecoder().decode(bytes))));
  expect(findClashes(found).size).toBe(0);
  return true;
}

describe('scanHouseRegistry', () => {
  it.each<[string, Registry]>([
    ['of records and retired entries', plain],
    ['of records alone', { ...plain, retired: [] }],
    ['of retired entries alone', { ...plain, assets: [] }],
    ['of nothing', { ...plain, assets: [], retired: [] }],
    [
      'of the largest numbers',
      { ...plain, next_asset_id: 4_294_967_295, retired: [{ asset_id: 4_294_967_294, asset_uuid: plain.project_uuid }] },
    ],
  ])('reads what the packer writes: a registry %s', (_, written) => {
    const bytes = encode(serializeRegistry(written));
    expect(expectSameAsGeneral(bytes)).toBe(true);
    const read = readRegistry(bytes, 'index.json');
    expect(read).toMatchObject({
      registry: written,
      version: 4,
      migration: null,
      diagnostics: [],
      document: { recognised: true, plainNumbers: true },
    });
    expect(findClashes(written).size).toBe(0);
  });

  it.each<[string, (text: string) => string]>([
    ['a byte at the end', (text) => `${text} `],
    ['no line end', (text) => text.slice(0, -1)],
    ['another version', (text) => text.replace('"schema_version": 4', '"schema_version": 3')],
    ['a key that nobody knows', (text) => text.replace('"retired"', '"x": 1,\n  "retired"')],
    ['the name of its schema', (text) => text.replace('{', '{\n  "$schema": "a",')],
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['numbers that fall', (text) => text.replace('"asset_id": 1,', '"asset_id": 4,')],
    ['a number that two records have', (text) => text.replace('"asset_id": 3,', '"asset_id": 1,')],
    ['a number that was given up', (text) => text.replace('"asset_id": 3,', '"asset_id": 2,')],
    ['a uuid that two records have', (text) => text.replace('000000000003', '000000000001')],
    ['a uuid that was given up', (text) => text.replace('000000000003', '00000000000b')],
    ['a root that two records have', (text) => text.replace('hero.2', 'a/b')],
    ['a root that is no plain path', (text) => text.replace('hero.2', 'hero/../a')],
    ['a root that is the archive', (text) => text.replace('hero.2', 'assets.pa')],
    ['a counter that is low', (text) => text.replace('"next_asset_id": 12', '"next_asset_id": 11')],
    ['a counter that is too high', (text) => text.replace('"next_asset_id": 12', '"next_asset_id": 4294967296')],
    ['a number with a leading zero', (text) => text.replace('"asset_id": 3,', '"asset_id": 03,')],
    ['a number of eleven digits', (text) => text.replace('"next_asset_id": 12', '"next_asset_id": 10000000000')],
    ['the number 0', (text) => text.replace('"asset_id": 1,', '"asset_id": 0,')],
    ['the largest number and one', (text) => text.replace('"asset_id": 11', '"asset_id": 4294967295').replace('12', '4294967296')],
    ['a uuid in upper case', (text) => text.replace('0d5b', '0D5B')],
    ['a uuid of no version', (text) => text.replace('-4c0d-9d3e-000000000001', '-0c0d-9d3e-000000000001')],
    ['a uuid of version 9', (text) => text.replace('-4c0d-9d3e-000000000001', '-9c0d-9d3e-000000000001')],
    ['a uuid of another variant', (text) => text.replace('-4c0d-9d3e-000000000001', '-4c0d-cd3e-000000000001')],
    ['a uuid with a dash elsewhere', (text) => text.replace('0d5b7a52-93a1', '0d5b7a5-293a1')],
  ])('leaves to the general way a text with %s', (_, change) => {
    const text = serializeRegistry(plain);
    expect(change(text)).not.toBe(text);
    expect(scan(encode(change(text)))).toBeUndefined();
  });

  it('keeps to the limits', () => {
    const bytes = encode(serializeRegistry(plain));
    const nodes = 6 + 2 * 5 + 2 * 3;
    expect(scan(bytes, { maxNodes: nodes, maxDepth: 3, maxStringBytes: 255 })).toBeDefined();
    expect(readJson(bytes, { maxNodes: nodes, maxDepth: 3 }).isOk()).toBe(true);
    expect(readJson(bytes, { maxNodes: nodes - 1 }).isErr()).toBe(true);
    for (const limits of [{ maxNodes: nodes - 1 }, { maxDepth: 2 }, { maxStringBytes: 254 }]) expect(scan(bytes, limits)).toBeUndefined();
  });

  it('reads from the middle of a larger buffer', () => {
    const bytes = encode(serializeRegistry(plain));
    const shifted = new Uint8Array(bytes.length + 7);
    shifted.set(bytes, 3);
    expect(scan(shifted.subarray(3, 3 + bytes.length))).toEqual(plain);
  });

  it('answers of registries just where nothing is to be said of them, but for roots that are not plain', () => {
    const seen = { known: 0, other: 0 };
    fc.assert(
      fc.property(registry, (value) => {
        const bytes = encode(serializeRegistry(value));
        const known = expectSameAsGeneral(bytes);
        seen[known ? 'known' : 'other'] += 1;
        if (known) return;
        const { registry: read } = readGenerally(bytes);
        const isPlain = value.assets.every(({ root: path }) => /^[a-z0-9/_.-]+$/.test(path));
        const uuids = [...value.assets, ...value.retired].map(({ asset_uuid }) => asset_uuid);
        const isDistinct = new Set(uuids).size === uuids.length;
        const rises = (ids: readonly { readonly asset_id: number }[]) =>
          ids.every(({ asset_id }, index) => index === 0 || asset_id > ids[index - 1]!.asset_id);
        if (read !== null && isPlain && isDistinct)
          expect(rises(value.assets) && rises(value.retired) && findClashes(read).size === 0).toBe(false);
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.known, seen.other)).toBeGreaterThan(100);
  });

  it('answers of changed texts only what the general way does', () => {
    let known = 0;
    fc.assert(
      fc.property(registry, fc.array(mutation, { minLength: 1, maxLength: 2 }), (value, mutations) => {
        const bytes = mutations.reduce(mutate, encode(serializeRegistry(value)));
        if (expectSameAsGeneral(bytes)) known += 1;
      }),
      { numRuns: 3000 },
    );
    expect(known).toBeGreaterThan(20);
  });

  it('leaves to the general way what would take long to tell apart', () => {
    // all in one slot would be quadratic; whatever the hash does, the answer is the same
    const assets = Array.from({ length: 3000 }, (_, index) => ({
      asset_id: index + 1,
      asset_uuid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      root: `a/${index}`,
      included_in_build: true,
    }));
    const bytes = encode(serializeRegistry({ ...plain, next_asset_id: 3001, assets, retired: [] }));
    expect(readRegistry(bytes, 'index.json').registry?.assets).toEqual(assets);
  });

  it('recognises no text that is cut off, also within a root that begins as another does', () => {
    const record = (asset_id: number, digit: string, at: string) => ({
      asset_id,
      asset_uuid: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
      root: at,
      included_in_build: true,
    });
    const assets = [record(1, '1', 'hero'), record(2, '2', 'hero2'), record(3, '2', 'x')];
    const project_uuid = '00000000-0000-4000-8000-000000000000';
    const bytes = encode(`${JSON.stringify({ schema_version: 4, project_uuid, next_asset_id: 4, assets, retired: [] }, null, 2)}\n`);
    for (let end = 0; end < bytes.length; end += 1) expect(scan(bytes.slice(0, end))).toBeUndefined();
  });
});
