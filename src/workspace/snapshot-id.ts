import type { ComputePort } from '../ports/compute-port.js';
import type { AssetState } from './asset-state.js';
import type { ObservedFile, ObservedFolder } from './snapshot.js';

/** SHA-256 over everything a snapshot rests on: files by digest, folders by listing, sources by size and digest. */
export function snapshotId(
  files: readonly ObservedFile[],
  folders: readonly ObservedFolder[],
  assets: readonly AssetState[],
  compute: ComputePort,
): string {
  const encoder = new TextEncoder();
  const digest = compute.sha256();
  const add = (...fields: readonly (string | number | null)[]): void => digest.update(encoder.encode(`${JSON.stringify(fields)}\n`));
  for (const { path, sha256 } of files) add('file', path, sha256);
  for (const { path, listing } of folders) add('folder', path, listing);
  for (const { inputs } of assets) for (const { file, size, sha256 } of inputs) add('source', file, size, sha256);
  return digest.hex();
}
