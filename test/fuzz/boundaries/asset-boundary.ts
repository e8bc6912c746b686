import { isDeepStrictEqual } from 'node:util';
import { createAssetReader } from '../../../src/artifacts/asset/create-asset-reader.js';
import { rewriteAsset } from '../../../src/artifacts/asset/rewrite-asset.js';
import type { JsonObject } from '../../../src/versioning/migration-step.js';
import { type Boundary, holds, isSameData } from '../boundary.js';
import { decode, encode, fixturesOf, handsOf, smallFilesOf } from '../seeds.js';

const FILE = 'assets/hero/asset.json';
const UUID = '3b241101-e2bb-4255-8caf-4136c566a962';
const reader = createAssetReader();

const scripts =
  '{"schema_version":4,"scripts":{"a":1},"name":"a","type":"data_bank","inputs":{"main":["a"]},"output":{"exec":1,"format":"raw","codec":"none"}}';

/** `asset.json`, through both gates of a reader. */
export const assetBoundary: Boundary = {
  name: 'asset',
  extension: 'json',
  words: [
    '"scripts":1,',
    '"hook"',
    '"nmae"',
    '"Output"',
    '"../x"',
    '"a\\\\b"',
    '"con.png"',
    '"asset.json"',
    '"png"',
    '"wav"',
    '"raw"',
    '"data_bank"',
    `"${UUID}"`,
  ],
  seeds: () => [
    ...fixturesOf('versions/asset', 'in.json'),
    ...smallFilesOf('asset.json'),
    ...smallFilesOf('hero/asset.json').flatMap((bytes) => handsOf(decode(bytes))),
    encode(scripts),
  ],
  run: (bytes) => {
    const { body, claim, version, migration, document, diagnostics } = reader.accept(reader.parse(bytes, FILE), UUID);
    const text = body === null || document === null ? null : rewriteAsset(document, (migration?.value ?? document.value) as JsonObject);
    return { value: body === null ? null : { body, claim, version, steps: migration?.steps ?? [], text }, diagnostics };
  },
  check: ({ value }, bytes) => {
    if (value === null) return;
    const { body, version, text } = value as { body: unknown; version: number; text: string };
    holds([2, 3, 4].includes(version), 'only versions of the window are accepted', version);
    const raw = JSON.parse(decode(bytes)) as Record<string, unknown>;
    holds(raw['schema_version'] === version, 'the version is that of the file', version);
    if (version === 4) holds(isDeepStrictEqual(raw, body), 'a current declaration is taken as it is');
    if (version === 4) holds(text === decode(bytes), 'a current declaration is not rewritten');
    for (const written of [text, JSON.stringify(body)]) {
      const again = reader.accept(reader.parse(encode(written), FILE), UUID);
      holds(isSameData(again.body, body) && again.version === 4, 'what was accepted is accepted again as it is written', written);
    }
    const known = new Set(['schema_version', 'preload', 'inputs', 'asset_uuid']);
    for (const [key, kept] of Object.entries(raw)) {
      if (!known.has(key)) holds(isDeepStrictEqual((body as Record<string, unknown>)[key], kept), 'nothing else of a file is changed', key);
    }
  },
};
