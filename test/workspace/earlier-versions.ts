import { uuid } from './workspaces.js';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The text of a declaration of version 2, with changes: without identity, with an input that is no list. */
export const declarationV2 = (digit: number, change: Readonly<Record<string, unknown>> = {}): string =>
  json({
    schema_version: 2,
    name: `asset-${digit}`,
    type: 'data_bank',
    inputs: { main: 'data.bin' },
    output: { format: 'raw', codec: 'none' },
    preload: true,
    ...change,
  });

/** The text of a declaration of version 3, with changes. */
export const declarationV3 = (digit: number, change: Readonly<Record<string, unknown>> = {}): string =>
  json({
    schema_version: 3,
    asset_uuid: uuid(digit),
    name: `asset-${digit}`,
    type: 'data_bank',
    inputs: { main: ['data.bin'] },
    output: { format: 'raw', codec: 'none' },
    preload: true,
    ...change,
  });

/** The text of a registry of version 2 that records the given asset_ids at the given roots. */
export const registryV2 = (roots: Readonly<Record<string, number>>, change: Readonly<Record<string, unknown>> = {}): string =>
  json({
    schema_version: 2,
    project_uuid: uuid(15),
    assets: Object.entries(roots).map(([root, asset_id]) => ({ asset_id, root })),
    ...change,
  });

/** The text of a registry of version 3 that records the given digits at the given roots. */
export const registryV3 = (roots: Readonly<Record<string, number>>, change: Readonly<Record<string, unknown>> = {}): string =>
  json({
    schema_version: 3,
    project_uuid: uuid(15),
    next_asset_id: 100,
    assets: Object.entries(roots).map(([root, digit]) => ({ asset_id: digit, asset_uuid: uuid(digit), root })),
    ...change,
  });
