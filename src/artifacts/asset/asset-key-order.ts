import type { KeyOrder } from '../../codec/in-key-order.js';

/** The order in which the keys of an `asset.json` stand where the packer writes them. */
export const assetKeyOrder: KeyOrder = [
  '$schema',
  'schema_version',
  'asset_uuid',
  'name',
  'type',
  'inputs',
  ['output', ['format', 'codec', 'metadata']],
  ['preload', ['enabled', 'slot']],
  'extensions',
];
