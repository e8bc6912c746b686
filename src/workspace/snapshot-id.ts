import type { ComputePort } from '../ports/compute-port.js';
import type { AssetState } from './asset-state.js';
import type { ObservedFile, ObservedFolder } from './snapshot.js';

/** Lines that are digested at once: few calls, and no text as long as the workspace is large. */
const LINES_AT_ONCE = 4096;

/**
 * SHA-256 over everything a snapshot rests on: files by digest, folders by listing, sources by size and digest. One line each:
 * what it is, what was found, then the path, which holds no control character, so that no two workspaces give one text.
 */
export function snapshotId(
  files: readonly ObservedFile[],
  folders: readonly ObservedFolder[],
  assets: readonly Pick<AssetState, 'inputs'>[],
  compute: ComputePort,
): string {
  const encoder = new TextEncoder();
  const digest = compute.sha256();
  let text = '';
  let lines = 0;
  const add = (line: string): void => {
    text += line;
    lines += 1;
    if (lines % LINES_AT_ONCE !== 0) return;
    digest.update(encoder.encode(text));
    text = '';
  };
  for (const { path, sha256 } of files) add(`file ${sha256 ?? 'absent'} ${path}\n`);
  for (const { path, listing } of folders) add(`folder ${listing ?? 'absent'} ${path}\n`);
  for (const { inputs } of assets) for (const { file, size, sha256 } of inputs) add(`source ${size} ${sha256 ?? 'unread'} ${file}\n`);
  digest.update(encoder.encode(text));
  return digest.hex();
}
