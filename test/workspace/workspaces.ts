import type { AssetBody } from '../../src/artifacts/asset/model.js';
import type { RegistryRecord } from '../../src/artifacts/registry/model.js';

/** A canonical uuid made of one hexadecimal digit. */
export const uuid = (digit: number): string => {
  const d = digit.toString(16);
  return `${d.repeat(8)}-${d.repeat(4)}-4${d.repeat(3)}-8${d.repeat(3)}-${d.repeat(12)}`;
};

/** The text of a declaration of raw bytes, with changes. */
export const declaration = (digit: number, change: Partial<AssetBody> & Record<string, unknown> = {}): string =>
  JSON.stringify(
    {
      schema_version: 4,
      asset_uuid: uuid(digit),
      name: `asset-${digit}`,
      type: 'data_bank',
      inputs: { main: ['data.bin'] },
      output: { format: 'raw', codec: 'none' },
      ...change,
    },
    null,
    2,
  );

/** The text of a registry that records the given digits at the given roots. */
export const registry = (roots: Readonly<Record<string, number>>, change: Partial<RegistryRecord> = {}): string =>
  JSON.stringify({
    schema_version: 4,
    project_uuid: uuid(15),
    next_asset_id: 100,
    assets: Object.entries(roots).map(([root, digit]) => ({
      asset_id: digit,
      asset_uuid: uuid(digit),
      root,
      included_in_build: true,
      ...change,
    })),
    retired: [{ asset_id: 99, asset_uuid: uuid(14) }],
  });

/** The files of a sound workspace with the given assets. */
export const workspace = (roots: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries<string>([
    ['assets/.prometeu/index.json', registry(roots)],
    ...Object.entries(roots).flatMap(([root, digit]): (readonly [string, string])[] => [
      [`assets/${root}/asset.json`, declaration(digit)],
      [`assets/${root}/data.bin`, `bytes of ${root}`],
    ]),
  ]);
