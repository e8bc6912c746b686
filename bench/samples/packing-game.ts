import { registryOf, rootOf, type SampleFile, uuidOf } from './game.js';

/** A game to be packed: so many assets, each of so many raw sources of so many bytes. */
export interface PackingGame {
  /** How many assets. */
  readonly assets: number;
  /** Sources of each. */
  readonly filesEach: number;
  /** Bytes of each source. */
  readonly bytesEach: number;
}

function declarationOf(id: number, names: readonly string[]): string {
  const declaration = {
    schema_version: 4,
    asset_uuid: uuidOf(id),
    name: `asset-${id}`,
    type: 'data_bank',
    inputs: { main: names },
    output: { format: 'raw', codec: 'none', metadata: { author: `somebody number ${id % 17}`, licence: 'CC-BY-4.0', width: id % 640 } },
    preload: { enabled: false },
  };
  return `${JSON.stringify(declaration, null, 2)}\n`;
}

/** Bytes that do not compress, other ones for each source, made fast. */
function createSourceMaker(bytes: number): (index: number) => Uint8Array {
  const source = new Uint8Array(bytes);
  let state = 1;
  for (let index = 0; index < bytes; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    source[index] = state >>> 24;
  }
  const view = new DataView(source.buffer);
  return (index) => {
    view.setUint32(0, index);
    return source;
  };
}

/** All files of such a game. The bytes of a source are valid until the next file is asked for. */
export function* packingGameFiles({ assets, filesEach, bytesEach }: PackingGame): Generator<SampleFile> {
  yield ['assets/.prometeu/index.json', registryOf(assets)];
  const sourceOf = createSourceMaker(bytesEach);
  const names = Array.from({ length: filesEach }, (_, index) => `part-${index}.bin`);
  for (let id = 1; id <= assets; id += 1) {
    yield [`assets/${rootOf(id)}/asset.json`, declarationOf(id, names)];
    for (const [index, name] of names.entries()) yield [`assets/${rootOf(id)}/${name}`, sourceOf(id * filesEach + index)];
  }
}

/** The sources of such a game in packing order, paths from the workspace root. */
export function sourcesOf({ assets, filesEach }: PackingGame): readonly string[] {
  return Array.from({ length: assets * filesEach }, (_, index) => {
    const id = Math.floor(index / filesEach) + 1;
    return `assets/${rootOf(id)}/part-${index % filesEach}.bin`;
  });
}
