import { acceptRegistry } from '../../../src/artifacts/registry/accept-registry.js';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { parseRegistry } from '../../../src/artifacts/registry/parse-registry.js';
import { serializeRegistry } from '../../../src/artifacts/registry/serialize-registry.js';
import { type Boundary, holds, isSameData } from '../boundary.js';
import { decode, encode, fixturesOf, handsOf, smallFilesOf } from '../seeds.js';

const FILE = 'assets/.prometeu/index.json';
const uuidOf = (index: number): string => `0000000${index % 10}-0000-4000-8000-00000000000${index % 10}`;

function read(bytes: Uint8Array) {
  const parsed = parseRegistry(bytes, FILE);
  return acceptRegistry(parsed, new Map(parsed.records.map(({ root }, index) => [root, uuidOf(index)])));
}

/** `index.json`, through both gates. */
export const registryBoundary: Boundary = {
  name: 'registry',
  extension: 'json',
  words: ['"asset_id":1,', '"root"', '"../up"', '".prometeu"', '"A"', '"a"', '"retired"', '"next_asset_id":1', `"${uuidOf(1)}"`, 'false'],
  seeds: () => [
    ...fixturesOf('versions/registry', 'in.json'),
    ...smallFilesOf('index.json'),
    ...smallFilesOf('index.json').flatMap((bytes) => handsOf(decode(bytes))),
  ],
  run: (bytes) => {
    const { registry, version, migration, document, diagnostics } = read(bytes);
    const texts = registry === null || document === null ? [] : [serializeRegistry(registry), serializeRegistry(registry, document)];
    return { value: registry === null ? null : { registry, version, steps: migration?.steps ?? [], texts }, diagnostics };
  },
  check: ({ value }) => {
    if (value === null) return;
    const { registry, texts } = value as { registry: Registry; texts: readonly string[] };
    const { assets, retired, next_asset_id: next } = registry;
    const ids = [...assets, ...retired].map(({ asset_id }) => asset_id); // ids and uuids that stand twice are judged with identity
    holds(
      ids.every((id) => id >= 1 && id < next),
      'ids are below the next',
      ids,
      next,
    );
    holds(new Set(assets.map(({ root }) => root)).size === assets.length, 'roots are distinct');
    const inOrder = {
      ...registry,
      assets: assets.toSorted((a, b) => a.asset_id - b.asset_id),
      retired: retired.toSorted((a, b) => a.asset_id - b.asset_id),
    };
    for (const text of texts) {
      const again = read(encode(text)).registry;
      holds(isSameData(again, inOrder), 'what was accepted is accepted again as it is written', text);
      if (again !== null) holds(serializeRegistry(again, undefined) === texts[0], 'the canonical form is one');
    }
  },
};
