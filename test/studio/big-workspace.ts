const uuidOf = (id: number): string => `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`;

const rootOf = (id: number): string => `group-${id % 100}/asset-${id}`;

/** The path of one of its declarations. */
export const bigDeclarationPath = (id: number): string => `assets/${rootOf(id)}/asset.json`;

/** The text of one of its declarations. */
export function bigDeclaration(id: number): string {
  const inputs = { main: ['data.bin'] };
  const output = { format: 'raw', codec: 'none' };
  return JSON.stringify({ schema_version: 4, asset_uuid: uuidOf(id), name: `asset-${id}`, type: 'data_bank', inputs, output }, null, 2);
}

/** A sound workspace of as many assets as are asked for, in a hundred folders. */
export function bigWorkspace(assets: number): Record<string, string> {
  const ids = Array.from({ length: assets }, (_, index) => index + 1);
  const records = ids.map((id) => ({ asset_id: id, asset_uuid: uuidOf(id), root: rootOf(id), included_in_build: true }));
  const registry = { schema_version: 4, project_uuid: uuidOf(assets + 1), next_asset_id: assets + 1, assets: records, retired: [] };
  return Object.fromEntries([
    ['assets/.prometeu/index.json', JSON.stringify(registry)],
    ...ids.flatMap((id) => [
      [bigDeclarationPath(id), bigDeclaration(id)],
      [`assets/${rootOf(id)}/data.bin`, String(id)],
    ]),
  ]) as Record<string, string>;
}
