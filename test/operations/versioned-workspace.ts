import { nameUuid } from '../../src/codec/name-uuid.js';
import { uuid } from '../workspace/workspaces.js';

/** The uuid of the project in versioned workspaces. */
export const PROJECT = uuid(15);

/** The registry's path. */
export const REGISTRY = 'assets/.prometeu/index.json';

/** The uuid that is derived for an asset_id of the project. */
export const derivedUuid = (assetId: number): string => nameUuid(PROJECT, `asset:${assetId}`);

const BASE = { type: 'data_bank', output: { format: 'raw', codec: 'none' } } as const;

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The text of a declaration of version 2: no identity, and an input that need not be a list. */
export const assetV2 = (name: string, change: object = {}): string =>
  text({ schema_version: 2, name, ...BASE, inputs: { main: 'data.bin' }, ...change });

/** The text of a declaration of version 3 that claims the uuid of one hexadecimal digit. */
export const assetV3 = (name: string, digit: number, change: object = {}): string =>
  text({ schema_version: 3, asset_uuid: uuid(digit), name, ...BASE, inputs: { main: ['data.bin'] }, ...change });

/** The text of a declaration of version 4 that claims the uuid of one hexadecimal digit. */
export const assetV4 = (name: string, digit: number, change: object = {}): string =>
  text({ schema_version: 4, asset_uuid: uuid(digit), name, ...BASE, inputs: { main: ['data.bin'] }, ...change });

/** The text of a registry of version 2 that records the given numbers at the given roots. */
export const registryV2 = (roots: Readonly<Record<string, number>>, change: object = {}): string =>
  text({
    schema_version: 2,
    project_uuid: PROJECT,
    assets: Object.entries(roots).map(([root, digit]) => ({ asset_id: digit, root })),
    ...change,
  });

/** The text of a registry of version 3 that records the given digits, as numbers and as uuids, at the given roots. */
export const registryV3 = (roots: Readonly<Record<string, number>>, change: object = {}): string =>
  text({
    schema_version: 3,
    project_uuid: PROJECT,
    next_asset_id: 100,
    assets: Object.entries(roots).map(([root, digit]) => ({ asset_id: digit, asset_uuid: uuid(digit), root })),
    ...change,
  });

/** A workspace with the given registry and declarations, each with the one source that it names. */
export const workspaceOf = (registry: string | null, declarations: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries([
    ...(registry === null ? [] : [[REGISTRY, registry] as const]),
    ...Object.entries(declarations).flatMap(([root, declared]) => [
      [`assets/${root}/asset.json`, declared] as const,
      [`assets/${root}/data.bin`, `bytes of ${root}`] as const,
    ]),
  ]);
