import { checkCompanions, type CheckedCompanions } from '../independent/check-companions.js';
import { readArchive, type ReadArchive } from '../independent/archive-reader.js';
import type { BuiltFiles } from './build-outputs.js';

/** Reads the four files of a build with nothing of the project; fails where a rule of the contract is broken. */
export function readBuild(files: BuiltFiles): { readonly archive: ReadArchive; readonly companions: CheckedCompanions } {
  const archive = readArchive(files['build/assets.pa']);
  if (!archive.ok) throw new Error(`${archive.reason}, byte ${archive.offset}`);
  const companions = checkCompanions(archive, {
    assetTable: decode(files['build/asset_table.json']),
    preload: decode(files['build/preload.json']),
    metadata: decode(files['build/asset_table_metadata.json']),
  });
  if (!companions.ok) throw new Error(`${companions.companion}: ${companions.reason}, character ${companions.offset}`);
  return { archive, companions };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
