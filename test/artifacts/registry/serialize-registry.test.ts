import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { serializeRegistry } from '../../../src/artifacts/registry/serialize-registry.js';
import type { JsonDocument } from '../../../src/codec/json/json-document.js';
import { readJson } from '../../../src/codec/json/read-json.js';
import { handStyle, writeByHand } from '../../codec/hand-written-json.js';
import { jsonValue } from '../../codec/json-value.js';

const UUIDS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'];

function documentOf(text: string): JsonDocument {
  return readJson(new TextEncoder().encode(text))._unsafeUnwrap();
}

/** What the text says, written with the text at hand. */
function rewritten(text: string, change: (registry: Registry) => Registry = (registry) => registry): string {
  const document = documentOf(text);
  return serializeRegistry(change(document.value as Registry), document);
}

const ORIGINAL = `{ "x-te\\u0061m": {"z": 1.50, "a": [ 1e2,-0 ]}, "assets": [
  { "note": "\\u00e9", "asset_id": 2, "asset_uuid": "${UUIDS[1]}", "root": "b", "included_in_build": true },
  { "asset_id": 1, "9": 1E0, "asset_uuid": "${UUIDS[0]}", "root": "\\u0061", "included_in_build": false,
    "b": {
 "y": 1,
 "x": 2 }, "10": [] } ],
  "schema_version": 4, "project_uuid": "${UUIDS[2]}", "next_asset_id": 9.0,
  "retired": [ { "why": 1.0, "asset_id": 7, "asset_uuid": "${UUIDS[2]}" }, {"asset_uuid": "${UUIDS[2]}", "asset_id": 1, "b": 3.0 } ] }`;

const CANONICAL = `{
  "schema_version": 4,
  "project_uuid": "${UUIDS[2]}",
  "next_asset_id": 9,
  "assets": [
    {
      "asset_id": 1,
      "asset_uuid": "${UUIDS[0]}",
      "root": "a",
      "included_in_build": false,
      "10": [],
      "9": 1E0,
      "b": {
 "y": 1,
 "x": 2 }
    },
    {
      "asset_id": 2,
      "asset_uuid": "${UUIDS[1]}",
      "root": "b",
      "included_in_build": true,
      "note": "\\u00e9"
    }
  ],
  "retired": [
    {
      "asset_id": 1,
      "asset_uuid": "${UUIDS[2]}",
      "b": 3.0
    },
    {
      "asset_id": 7,
      "asset_uuid": "${UUIDS[2]}",
      "why": 1.0
    }
  ],
  "x-te\\u0061m": {"z": 1.50, "a": [ 1e2,-0 ]}
}
`;

describe('serializeRegistry', () => {
  it('keeps unknown keys byte for byte from the original and writes known ones in the canonical form', () => {
    expect(rewritten(ORIGINAL)).toBe(CANONICAL);
    expect(rewritten(CANONICAL)).toBe(CANONICAL);
  });

  it('finds them by asset_id, whatever comes before or goes', () => {
    const moved = rewritten(CANONICAL, (registry) => ({
      ...registry,
      assets: [{ asset_id: 3, asset_uuid: 'new', root: 'c', included_in_build: true }, ...registry.assets.slice(1)],
      retired: registry.retired.slice(1),
    }));
    expect(moved).toContain('"note": "\\u00e9"');
    expect(moved).toContain('"why": 1.0');
    expect(JSON.parse(moved)).toMatchObject({ assets: [{ asset_id: 2, note: 'é' }, { asset_id: 3 }], retired: [{ asset_id: 7, why: 1 }] });
    expect(moved).not.toContain('"b": 3.0');
  });

  it('writes what is not the same any more in the canonical form', () => {
    const changed = rewritten(ORIGINAL, (registry) => ({ ...registry, 'x-team': { z: 1.5, a: [100] }, more: 1.5 }));
    expect(changed.endsWith('  "more": 1.5,\n  "x-team": {\n    "a": [\n      100\n    ],\n    "z": 1.5\n  }\n}\n')).toBe(true);
  });

  it('without an original writes all in the canonical form', () => {
    expect(serializeRegistry(JSON.parse(ORIGINAL) as Registry)).toContain(
      '      "9": 1,\n      "b": {\n        "x": 2,\n        "y": 1\n      }\n',
    );
  });

  it('means what it is given and is a fixed point, however the original is written', () => {
    const unknown = fc.dictionary(fc.constantFrom('a', 'zz', '1', 'é', 'x/y'), jsonValue, { maxKeys: 3, noNullPrototype: true });
    const record = fc.record({
      asset_id: fc.constantFrom(1, 2, 3, 4, 5),
      asset_uuid: fc.constantFrom(...UUIDS),
      root: fc.string(),
      included_in_build: fc.boolean(),
    });
    const list = fc.uniqueArray(
      fc.tuple(unknown, record).map(([more, known]) => ({ ...more, ...known })),
      { selector: ({ asset_id }) => asset_id, maxLength: 3 },
    );
    const sorted = <T extends { asset_id: number }>(entries: readonly T[]): T[] => [...entries].sort((a, b) => a.asset_id - b.asset_id);
    fc.assert(
      fc.property(unknown, list, list, handStyle, (top, assets, retired, style) => {
        const registry = { ...top, retired, schema_version: 4, project_uuid: 'p', assets, next_asset_id: 9 };
        const text = writeByHand(registry, style);
        const read = readJson(new TextEncoder().encode(text));
        fc.pre(read.isOk() && read.value.valueFaults.length === 0);
        const written = rewritten(text);
        expect(isDeepStrictEqual(JSON.parse(written), { ...registry, assets: sorted(assets), retired: sorted(retired) })).toBe(true);
        expect(rewritten(written)).toBe(written);
      }),
      { numRuns: 200 },
    );
  });
});
