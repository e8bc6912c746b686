import { goldenBytes, inHeader, inPayload, partsOf, type KitFault, type Splice } from './kit-fault.js';

const fault = (rule: string, name: string, golden: string, code: string, ...splices: readonly Splice[]): KitFault => ({
  ...{ rule, name, golden, splices, code },
});

const changed = (rule: string, name: string, golden: string, code: string, from: string, to: string): KitFault =>
  fault(rule, name, golden, code, inHeader(golden, from, to));

const payloadLength = (golden: string): number => {
  const bytes = goldenBytes(golden);
  return bytes.length - partsOf(bytes).payloadOffset;
};

/** More after the last asset of a golden; the length in the prelude counts it. */
const more = (name: string, golden: string, put: Uint8Array): KitFault =>
  fault('place.last', name, golden, 'ARCHIVE_PAYLOAD_UNCLAIMED', inPayload(payloadLength(golden), 0, put));

const moved = (to: number | string): Splice => inHeader('two-assets', '"offset":48', `"offset":${to}`);
const far = (name: string, offset: string): KitFault => fault('place.end', name, 'two-assets', 'ARCHIVE_SLICE_PAST_END', moved(offset));

const PRELOADED = '"preload":[{"asset_id":3,"slot":2},{"asset_id":7,"slot":0},{"asset_id":1,"slot":9}]';

/** Files whose parts, each well formed, do not fit together. */
export const tableFaults: readonly KitFault[] = [
  changed('table.order', 'the lower asset_id last', 'two-assets', 'ARCHIVE_ASSET_ORDER', '"asset_id":1,', '"asset_id":3,'),
  changed('table.unique-id', 'one asset_id twice', 'two-assets', 'ARCHIVE_ASSET_ID_DUPLICATE', '"asset_id":2,', '"asset_id":1,'),
  changed('table.unique-name', 'one name twice', 'two-assets', 'ARCHIVE_ASSET_NAME_DUPLICATE', '"short"', '"long"'),
  changed('table.decoded-size', 'one more', 'one-asset', 'ARCHIVE_DECODED_SIZE', '"decoded_size":5', '"decoded_size":6'),
  changed('table.decoded-size', 'zero', 'one-asset', 'ARCHIVE_DECODED_SIZE', '"decoded_size":5', '"decoded_size":0'),
  fault(
    ...(['place.first', 'sixteen zeros before it', 'one-asset', 'ARCHIVE_SLICE_GAP'] as const),
    inHeader('one-asset', '"offset":0', '"offset":16'),
    inPayload(0, 0, new Uint8Array(16)),
  ),
  fault('place.aligned', 'right after the one before', 'two-assets', 'ARCHIVE_SLICE_UNALIGNED', moved(40), inPayload(40, 8, '')),
  fault('place.overlap', 'the last bytes of the one before', 'two-assets', 'ARCHIVE_SLICE_OVERLAP', moved(32), inPayload(40, 16, '')),
  fault('place.gap', 'sixteen zeros too many', 'two-assets', 'ARCHIVE_SLICE_GAP', moved(64), inPayload(48, 0, new Uint8Array(16))),
  fault(
    ...(['place.end', 'the payload is a byte short', 'two-assets', 'ARCHIVE_SLICE_PAST_END'] as const),
    inPayload(payloadLength('two-assets') - 1, 1, ''),
  ),
  far('2^32 further', '4294967344'),
  far('the sum wraps at 2^32', '4294967288'),
  far('the sum is past 2^53', '9007199254740976'),
  more('eight zeros', 'two-assets', new Uint8Array(8)),
  more('one byte that is not zero', 'two-assets', Uint8Array.of(0xa5)),
  more('padding to a multiple of 16', 'one-asset', new Uint8Array(11)),
  more('a byte without any asset', 'empty', new Uint8Array(1)),
  changed(
    ...(['payload.sha256', 'a digest of other bytes', 'one-asset', 'ARCHIVE_ASSET_DIGEST'] as const),
    ...(['ad9243fa6fb22714f45277ba907cb9383a18674fbcdb7b4b05a86929b2d853cd', '0'.repeat(64)] as const),
  ),
  changed(
    ...(['preload.known', 'an asset that there is not', 'not-preloaded', 'ARCHIVE_PRELOAD_UNKNOWN_ASSET'] as const),
    ...(['"preload":[]', '"preload":[{"asset_id":2,"slot":0}]'] as const),
  ),
  changed(
    ...(['preload.once', 'twice, at two slots', 'one-preloaded', 'ARCHIVE_PRELOAD_DUPLICATE_ASSET'] as const),
    ...(['{"asset_id":1,"slot":0}', '{"asset_id":1,"slot":0},{"asset_id":1,"slot":1}'] as const),
  ),
  changed('preload.unique-slot', 'twice in a bank type', 'three-assets', 'ARCHIVE_PRELOAD_SLOT_DUPLICATE', '"slot":9', '"slot":0'),
  changed('preload.order', 'slots against their order', 'three-assets', 'ARCHIVE_PRELOAD_ORDER', '"slot":0', '"slot":10'),
  changed(
    ...(['preload.order', 'bank types against their order', 'three-assets', 'ARCHIVE_PRELOAD_ORDER', PRELOADED] as const),
    '"preload":[{"asset_id":7,"slot":0},{"asset_id":1,"slot":9},{"asset_id":3,"slot":2}]',
  ),
];
