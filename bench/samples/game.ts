import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of a sample workspace: path from its root, and what it holds. */
export type SampleFile = readonly [path: string, content: string | Uint8Array];

/** The uuid of the n-th asset: the same in each run. */
export function uuidOf(id: number): string {
  const hex = createHash('sha256').update(`asset ${id}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Folder of the n-th asset under `assets/`: a hundred to a group. */
export function rootOf(id: number): string {
  return `group-${Math.floor(id / 100)}/asset-${id}`;
}

/** A declaration as people write it: about 690 bytes, of the current version. */
export function declarationOf(id: number): string {
  const declaration = {
    schema_version: 4,
    asset_uuid: uuidOf(id),
    name: `asset-${id}`,
    type: 'data_bank',
    inputs: { main: ['data.bin'] },
    output: {
      format: 'raw',
      codec: 'none',
      metadata: { author: `somebody number ${id % 17}`, licence: 'CC-BY-4.0', width: id % 640, height: id % 480, looped: id % 2 === 0 },
    },
    preload: { enabled: false },
    extensions: {
      studio: { colour: '#336699', notes: 'kept as it is; the packer looks at nothing in here', tags: ['level', 'night', 'forest'] },
      importer: { source: `art/export/asset-${id}.ase`, layers: ['base', 'light', 'shade'] },
    },
  };
  return `${JSON.stringify(declaration, null, 2)}\n`;
}

/** The registry of as many assets, as the packer writes it. */
export function registryOf(assets: number): string {
  const records = Array.from({ length: assets }, (_, index) => ({
    asset_id: index + 1,
    asset_uuid: uuidOf(index + 1),
    root: rootOf(index + 1),
    included_in_build: true,
  }));
  const registry = { schema_version: 4, project_uuid: uuidOf(0), next_asset_id: assets + 1, assets: records, retired: [] };
  return `${JSON.stringify(registry, null, 2)}\n`;
}

/** Bytes of the n-th asset's source: other bytes for each, not to be compressed away. */
function sourceOf(id: number, bytes: number): Uint8Array {
  const source = new Uint8Array(bytes);
  let state = (id * 2654435761) >>> 0;
  for (let index = 0; index < bytes; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    source[index] = state >>> 24;
  }
  return source;
}

/** All files of a sound game of as many assets, each with one raw source of so many bytes. */
export function* gameFiles(assets: number, bytesEach: number): Generator<SampleFile> {
  yield ['assets/.prometeu/index.json', registryOf(assets)];
  for (let id = 1; id <= assets; id += 1) {
    yield [`assets/${rootOf(id)}/asset.json`, declarationOf(id)];
    yield [`assets/${rootOf(id)}/data.bin`, sourceOf(id, bytesEach)];
  }
}

/** Writes files below a folder. */
export function layOut(folder: string, files: Iterable<SampleFile>): void {
  for (const [path, content] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
