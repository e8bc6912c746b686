import { readClaim, type IdentityClaim } from '../../../src/artifacts/asset/claim.js';
import type { Folder, World } from './world.js';

function claimOf({ broken, claim }: Folder): IdentityClaim {
  return broken ? { kind: 'unknown' } : readClaim(claim ?? undefined);
}

/** What each folder claims, as a reader finds it. */
export function claimsOf({ folders }: World): ReadonlyMap<string, IdentityClaim> {
  return new Map([...folders].map(([root, folder]) => [root, claimOf(folder)]));
}

function declarationText({ thing, claim, broken }: Folder): string {
  const value = {
    schema_version: 4,
    ...(claim !== null && { asset_uuid: claim }),
    name: thing,
    type: 'data_bank',
    inputs: { main: ['data.bin'] },
    output: { format: 'raw', codec: 'none' },
  };
  const text = `${JSON.stringify(value, null, 2)}\n`;
  return broken ? `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n` : text;
}

/** The files of a world, by path from the workspace root. */
export function filesOf({ folders, registry }: World): Readonly<Record<string, string>> {
  return Object.fromEntries<string>([
    ['assets/.prometeu/index.json', `${JSON.stringify(registry, null, 2)}\n`],
    ...[...folders].flatMap(([root, folder]): readonly (readonly [string, string])[] => [
      [`assets/${root}/asset.json`, declarationText(folder)],
      [`assets/${root}/data.bin`, `${folder.thing}, edited ${folder.edits} times`],
    ]),
  ]);
}

/** Whether the registry of a world records no folder twice: else nothing is read from it, and no claim is judged. */
export function hasSoundRegistry({ registry }: World): boolean {
  return new Set(registry.assets.map(({ root }) => root)).size === registry.assets.length;
}
