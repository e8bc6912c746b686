import { ASSET_TYPES } from '../../artifacts/asset/model.js';
import type { AssetState } from '../asset-state.js';
import type { Tally } from './tally.js';

const NOT_ASCII = /[^\0-\x7f]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** A code unit is at most so many bytes; what is escaped is ASCII. */
const BYTES = 3;
/** Most bytes of all that a header says of an asset besides its name and metadata, commas included. */
const ENTRY_BYTES =
  '{"asset_id":4294967294,"asset_name":,"bank_type":"PALETTES","codec":"NONE","decoded_size":,"metadata":,"offset":,"sha256":"","size":},'
    .length +
  3 * '9007199254740991'.length +
  64;
/** Most bytes of what it says of a preloaded one besides. */
const PRELOAD_BYTES = '{"asset_id":4294967294,"slot":65535},'.length;
/** An asset begins at a multiple of this. */
const ALIGNMENT = 16;

function mostBytes(text: string): number {
  return NOT_ASCII.test(text) ? text.length * BYTES : text.length;
}

/**
 * What one asset adds to the sums that a verdict is told from: `blocked`, where a build depends on it and cannot have it; then,
 * where it is built, the most bytes that it takes of the header and of the payload, and its place among what is preloaded;
 * `doubtful`, where only writing the header tells whether it can be written.
 */
export function tallyAsset({ identity, body, inputs, migration, reachable, blocked }: AssetState): Tally {
  const tally = new Map<string, number>();
  if (migration !== null) tally.set('migrations', 1);
  if (reachable && blocked) tally.set('blocked', 1);
  const { record } = identity;
  if (identity.class !== 'ok' || record?.included_in_build !== true || body === null) return tally;
  const metadata = body.output.metadata ?? {};
  const isPreloaded = body.preload?.enabled === true;
  const header = mostBytes(JSON.stringify([body.name, metadata])) + ENTRY_BYTES + (isPreloaded ? PRELOAD_BYTES : 0);
  tally.set('header', header);
  tally.set(
    'payload',
    inputs.reduce((bytes, { size }) => bytes + size, ALIGNMENT),
  );
  if (isPreloaded) tally.set(`preloaded ${ASSET_TYPES[body.type].bankType}`, 1);
  const texts = Object.entries(metadata).flat();
  if (texts.some((value) => typeof value === 'string' && LONE_SURROGATE.test(value))) tally.set('doubtful', 1);
  return tally;
}
