import type { DiagnosticCode } from '../../../src/diagnostics/catalogue.js';
import { buildArchive, SMALL, type LooseHeader } from './build-archive.js';

/** An archive with one defect, and what a reader must say of it first. */
export interface MalformedArchive {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: DiagnosticCode;
  /** Some of the diagnostic's data. */
  readonly data: object;
  /** First byte of its location; a text stands for where that text begins in the file. */
  readonly offset: number | string;
}

const sound = buildArchive(SMALL);
const payloadOffset = Number(Buffer.from(sound).readBigUInt64LE(16));

type Expectation = Pick<MalformedArchive, 'code' | 'data' | 'offset'>;

function malformed(name: string, bytes: Uint8Array, expected: Expectation): MalformedArchive {
  return { name, bytes, ...expected };
}

const damaged = (name: string, damage: (file: Buffer) => Uint8Array | void, expected: Expectation): MalformedArchive =>
  malformed(name, buildArchive({ ...SMALL, file: (file) => damage(file) ?? file }), expected);

const spoiled = (name: string, header: (header: LooseHeader) => void, expected: Expectation): MalformedArchive =>
  malformed(name, buildArchive({ ...SMALL, header }), expected);

const asset = (name: string, index: number, change: Record<string, unknown>, expected: Expectation): MalformedArchive =>
  spoiled(name, (header) => void Object.assign(header.asset_table[index] ?? {}, change), expected);

const worded = (name: string, text: (text: string) => string | Uint8Array, expected: Expectation): MalformedArchive =>
  malformed(name, buildArchive({ ...SMALL, text }), expected);

const magicCase = (name: string, magic: number[] | string, found: string, looksLike: string | null): MalformedArchive =>
  damaged(`A2 ${name}`, (file) => void file.set(typeof magic === 'string' ? Buffer.from(magic, 'latin1') : magic), {
    code: 'ARCHIVE_BAD_MAGIC',
    data: { found, expected: '41 53 50 41', looksLike },
    offset: 0,
  });

const RECORD_1 = '{"asset_id":1,"asset_name"';
const RECORD_3 = '{"asset_id":3,"asset_name"';
const RECORD_7 = '{"asset_id":7,"asset_name"';

/** One case at least for each code of the archive. */
export const MALFORMED: readonly MalformedArchive[] = [
  malformed('A1 no bytes', new Uint8Array(), { code: 'ARCHIVE_TOO_SHORT', data: { found: 0, expected: 32, looksLike: null }, offset: 0 }),
  malformed('A1 shorter than the magic', sound.subarray(0, 3), { code: 'ARCHIVE_TOO_SHORT', data: { found: 3 }, offset: 3 }),
  malformed('A1 shorter than the prelude', sound.subarray(0, 31), { code: 'ARCHIVE_TOO_SHORT', data: { found: 31 }, offset: 31 }),
  magicCase('PNG', [0x89, 0x50, 0x4e, 0x47], '89 50 4e 47', 'png'),
  magicCase('GLB', 'glTF', '67 6c 54 46', 'glb'),
  magicCase('ZIP', 'PK\u0003\u0004', '50 4b 03 04', 'zip'),
  magicCase('gzip', [0x1f, 0x8b, 8, 0], '1f 8b 08 00', 'gzip'),
  magicCase('wrong case', 'aspa', '61 73 70 61', 'wrong-case'),
  magicCase('bytes swapped in four', 'APSA', '41 50 53 41', 'byte-swapped'),
  magicCase('bytes swapped in two', 'SAAP', '53 41 41 50', 'byte-swapped'),
  magicCase('nothing known', 'ASPB', '41 53 50 42', null),
  damaged('A3 major 0', (file) => void file.writeUInt16LE(0, 4), {
    code: 'ARCHIVE_ENVELOPE_UNSUPPORTED',
    data: { found: { major: 0, minor: 0 }, supported: { major: 1, minor: 0 } },
    offset: 4,
  }),
  damaged('A3 newer major', (file) => void file.writeUInt16LE(2, 4), {
    code: 'ARCHIVE_ENVELOPE_UNSUPPORTED',
    data: { found: { major: 2, minor: 0 } },
    offset: 4,
  }),
  damaged('A3 other endianness', (file) => void file.writeUInt16BE(1, 4), {
    code: 'ARCHIVE_ENVELOPE_UNSUPPORTED',
    data: { found: { major: 256, minor: 0 } },
    offset: 4,
  }),
  damaged('newer minor', (file) => void file.writeUInt16LE(3, 6), {
    code: 'ARCHIVE_ENVELOPE_MINOR_UNKNOWN',
    data: { found: { major: 1, minor: 3 }, known: { major: 1, minor: 0 } },
    offset: 6,
  }),
  damaged('A7 header length 0', (file) => void file.writeUInt32LE(0, 8), {
    code: 'ARCHIVE_HEADER_LENGTH',
    data: { found: 0, most: sound.length - 32 },
    offset: 8,
  }),
  damaged('A7 header length 2^31', (file) => void file.writeUInt32LE(2 ** 31, 8), {
    code: 'ARCHIVE_HEADER_LENGTH',
    data: { found: 2 ** 31 },
    offset: 8,
  }),
  damaged('A7 header length 2^32-1', (file) => void file.writeUInt32LE(2 ** 32 - 1, 8), {
    code: 'ARCHIVE_HEADER_LENGTH',
    data: { found: 2 ** 32 - 1 },
    offset: 8,
  }),
  damaged('A7 header one longer', (file) => void file.writeUInt32LE(file.readUInt32LE(8) + 1, 8), {
    code: 'ARCHIVE_HEADER_CHECKSUM',
    data: {},
    offset: 32,
  }),
  damaged('A7 header one shorter', (file) => void file.writeUInt32LE(file.readUInt32LE(8) - 1, 8), {
    code: 'ARCHIVE_HEADER_CHECKSUM',
    data: {},
    offset: 32,
  }),
  damaged('A8 payload inside the header', (file) => void file.writeBigUInt64LE(64n, 16), {
    code: 'ARCHIVE_PAYLOAD_OFFSET',
    data: { found: '64', expected: payloadOffset },
    offset: 16,
  }),
  damaged('A8 payload not aligned', (file) => void file.writeBigUInt64LE(BigInt(payloadOffset + 1), 16), {
    code: 'ARCHIVE_PAYLOAD_OFFSET',
    data: { found: String(payloadOffset + 1), expected: payloadOffset },
    offset: 16,
  }),
  damaged('A8 payload past the end', (file) => void file.writeBigUInt64LE(1n << 40n, 16), {
    code: 'ARCHIVE_PAYLOAD_OFFSET',
    data: { found: String(2 ** 40), expected: payloadOffset },
    offset: 16,
  }),
  damaged('A9 payload offset 2^64-1', (file) => void file.writeBigUInt64LE((1n << 64n) - 1n, 16), {
    code: 'ARCHIVE_PAYLOAD_OFFSET',
    data: { found: '18446744073709551615' },
    offset: 16,
  }),
  damaged('A9 offset and length wrap', (file) => void file.writeBigUInt64LE((1n << 64n) - BigInt(payloadOffset), 24), {
    code: 'ARCHIVE_PAYLOAD_LENGTH',
    data: { found: String((1n << 64n) - BigInt(payloadOffset)), most: Number.MAX_SAFE_INTEGER - payloadOffset },
    offset: 24,
  }),
  damaged('A9 payload length 2^53+1', (file) => void file.writeBigUInt64LE((1n << 53n) + 1n, 24), {
    code: 'ARCHIVE_PAYLOAD_LENGTH',
    data: { found: '9007199254740993' },
    offset: 24,
  }),
  malformed('A4 the last byte is missing', sound.subarray(0, -1), {
    code: 'ARCHIVE_TRUNCATED',
    data: { found: sound.length - 1, expected: sound.length },
    offset: sound.length - 1,
  }),
  damaged('A15 one byte more', (file) => Buffer.concat([file, Buffer.alloc(1)]), {
    code: 'ARCHIVE_TRAILING_BYTES',
    data: { found: sound.length + 1, expected: sound.length },
    offset: sound.length,
  }),
  damaged('A15 two archives', (file) => Buffer.concat([file, file]), {
    code: 'ARCHIVE_TRAILING_BYTES',
    data: { found: sound.length * 2, expected: sound.length },
    offset: sound.length,
  }),
  malformed('a header over the budget', buildArchive({ ...SMALL, text: () => '0'.repeat((1 << 20) + 1) }), {
    code: 'ARCHIVE_HEADER_TOO_LARGE',
    data: { found: (1 << 20) + 1, limit: 1 << 20 },
    offset: 8,
  }),
  damaged('A16 checksum zero', (file) => void file.writeUInt32LE(0, 12), {
    code: 'ARCHIVE_HEADER_CHECKSUM',
    data: { expected: '00000000' },
    offset: 32,
  }),
  damaged('A16 checksum of another header', (file) => void file.set(buildArchive({ assets: [] }).subarray(12, 16), 12), {
    code: 'ARCHIVE_HEADER_CHECKSUM',
    data: {},
    offset: 32,
  }),
  damaged('A17 padding before the payload', (file) => void (file[payloadOffset - 1] = 7), {
    code: 'ARCHIVE_PADDING_NOT_ZERO',
    data: { found: 7, region: 'before-payload' },
    offset: payloadOffset - 1,
  }),
  damaged('A17 padding between assets', (file) => void (file[payloadOffset + 6] = 9), {
    code: 'ARCHIVE_PADDING_NOT_ZERO',
    data: { found: 9, region: 'payload' },
    offset: payloadOffset + 6,
  }),
  spoiled('header version 2', (header) => void (header['header_version'] = 2), {
    code: 'ARCHIVE_HEADER_VERSION',
    data: { found: 2, expected: 1 },
    offset: '2,"preload"',
  }),
  spoiled('header version as text', (header) => void (header['header_version'] = '1'), {
    code: 'ARCHIVE_HEADER_VERSION',
    data: { found: '"1"', expected: 1 },
    offset: '"1","preload"',
  }),
  spoiled('no header version', (header) => void delete header['header_version'], {
    code: 'ARCHIVE_HEADER_VERSION',
    data: { found: null, expected: 1 },
    offset: 32,
  }),
  spoiled('an unknown key', (header) => void (header['extra'] = 5), {
    code: 'ARCHIVE_HEADER_STRUCTURE',
    data: { pointer: '/extra', problem: 'unknown-key', found: 'extra' },
    offset: '5,"header_version"',
  }),
  asset(
    'a key is missing',
    1,
    { codec: undefined },
    {
      code: 'ARCHIVE_HEADER_STRUCTURE',
      data: { pointer: '/asset_table/1', problem: 'missing-key', found: 'codec' },
      offset: RECORD_3,
    },
  ),
  asset(
    'A10 an offset that is no number',
    1,
    { offset: null },
    {
      code: 'ARCHIVE_HEADER_STRUCTURE',
      data: { pointer: '/asset_table/1/offset', problem: 'wrong-type', found: 'null', expected: 'integer' },
      offset: 'null,"sha256"',
    },
  ),
  asset(
    'A10 a negative offset',
    1,
    { offset: -16 },
    {
      code: 'ARCHIVE_SIZE_INVALID',
      data: { field: 'offset', found: -16 },
      offset: '-16,"sha256"',
    },
  ),
  asset('A10 a fraction', 2, { size: 39.5 }, { code: 'ARCHIVE_SIZE_INVALID', data: { field: 'size', found: 39.5 }, offset: '39.5}' }),
  asset('asset_id 0', 0, { asset_id: 0 }, { code: 'ARCHIVE_ASSET_ID_RANGE', data: { found: 0 }, offset: '0,"asset_name"' }),
  asset(
    'asset_id 2^32-1',
    2,
    { asset_id: 2 ** 32 - 1 },
    {
      code: 'ARCHIVE_ASSET_ID_RANGE',
      data: { found: 2 ** 32 - 1 },
      offset: '4294967295,"asset_name"',
    },
  ),
  asset(
    'a name with a capital',
    0,
    { asset_name: 'Hero' },
    {
      code: 'ARCHIVE_ASSET_NAME_INVALID',
      data: { found: 'Hero' },
      offset: '"Hero"',
    },
  ),
  asset(
    'an unknown bank type',
    0,
    { bank_type: 'MUSIC' },
    {
      code: 'ARCHIVE_BANK_TYPE_UNKNOWN',
      data: { found: 'MUSIC', expected: ['TILES', 'SOUNDS', 'PALETTES', 'DATA'] },
      offset: '"MUSIC"',
    },
  ),
  asset(
    'an unknown codec',
    0,
    { codec: 'LZ4' },
    {
      code: 'ARCHIVE_CODEC_UNSUPPORTED',
      data: { found: 'LZ4', expected: 'NONE' },
      offset: '"LZ4"',
    },
  ),
  asset(
    'a digest in capitals',
    0,
    { sha256: 'A'.repeat(64) },
    {
      code: 'ARCHIVE_SHA256_MALFORMED',
      data: { found: 'A'.repeat(64) },
      offset: '"AAAA',
    },
  ),
  asset(
    'nested metadata',
    0,
    { metadata: { deep: {} } },
    {
      code: 'ARCHIVE_METADATA_NOT_FLAT',
      data: { key: 'deep', found: 'object' },
      offset: '{}},"offset"',
    },
  ),
  asset(
    'a fraction in metadata',
    0,
    { metadata: { half: 0.5 } },
    {
      code: 'ARCHIVE_METADATA_NOT_FLAT',
      data: { key: 'half', found: 'number' },
      offset: '0.5}',
    },
  ),
  spoiled('a slot beyond the last', (header) => void Object.assign(header.preload[0] ?? {}, { slot: 65_536 }), {
    code: 'ARCHIVE_SLOT_RANGE',
    data: { found: 65_536 },
    offset: '65536}',
  }),
  worded('white space', (text) => text.replace(',"preload"', ', "preload"'), {
    code: 'ARCHIVE_HEADER_NOT_CANONICAL',
    data: { found: 0x20, expected: 0x22 },
    offset: ' "preload"',
  }),
  worded('an integer written 1.0', (text) => text.replace('"slot":2', '"slot":2.0'), {
    code: 'ARCHIVE_HEADER_NOT_CANONICAL',
    data: { found: 0x2e, expected: 0x7d },
    offset: '.0}',
  }),
  worded('metadata keys in number order', (text) => text.replace('"10":1,"9":"nine"', '"9":"nine","10":1'), {
    code: 'ARCHIVE_HEADER_NOT_CANONICAL',
    data: { found: 0x39, expected: 0x31 },
    offset: '9":"nine"',
  }),
  worded('white space at the end', (text) => `${text}\n`, {
    code: 'ARCHIVE_HEADER_NOT_CANONICAL',
    data: { found: 0x0a, expected: null },
    offset: '\n',
  }),
  asset(
    'A11 one asset_id twice',
    1,
    { asset_id: 1 },
    {
      code: 'ARCHIVE_ASSET_ID_DUPLICATE',
      data: { assetId: 1 },
      offset: '{"asset_id":1,"asset_name":"empty"',
    },
  ),
  asset(
    'A11 an unsorted table',
    0,
    { asset_id: 4 },
    {
      code: 'ARCHIVE_ASSET_ORDER',
      data: { assetId: 3, previousId: 4 },
      offset: RECORD_3,
    },
  ),
  asset(
    'one name twice',
    1,
    { asset_name: 'hero' },
    {
      code: 'ARCHIVE_ASSET_NAME_DUPLICATE',
      data: { assetId: 3, name: 'hero' },
      offset: RECORD_3,
    },
  ),
  asset(
    'A13 the decoded size lies',
    2,
    { decoded_size: 41 },
    {
      code: 'ARCHIVE_DECODED_SIZE',
      data: { assetId: 7, found: 41, expected: 40 },
      offset: RECORD_7,
    },
  ),
  asset(
    'A10 a slice past the end',
    2,
    { size: 41, decoded_size: 41 },
    {
      code: 'ARCHIVE_SLICE_PAST_END',
      data: { assetId: 7, end: 57, payloadLength: 56 },
      offset: RECORD_7,
    },
  ),
  asset(
    'A10 a slice far past the end',
    2,
    { offset: 2 ** 53 - 1 },
    {
      code: 'ARCHIVE_SLICE_PAST_END',
      data: { assetId: 7, payloadLength: 56 },
      offset: RECORD_7,
    },
  ),
  asset(
    'A11 a slice off the grid',
    1,
    { offset: 8 },
    {
      code: 'ARCHIVE_SLICE_UNALIGNED',
      data: { assetId: 3, found: 8, expected: 16 },
      offset: RECORD_3,
    },
  ),
  asset(
    'A11 overlapping slices',
    2,
    { offset: 0 },
    {
      code: 'ARCHIVE_SLICE_OVERLAP',
      data: { assetId: 7, found: 0, expected: 16 },
      offset: RECORD_7,
    },
  ),
  asset(
    'A11 a gap',
    1,
    { offset: 32 },
    {
      code: 'ARCHIVE_SLICE_GAP',
      data: { assetId: 3, found: 32, expected: 16 },
      offset: RECORD_3,
    },
  ),
  asset(
    'A11 a gap before the first',
    0,
    { offset: 16 },
    {
      code: 'ARCHIVE_SLICE_GAP',
      data: { assetId: 1, found: 16, expected: 0 },
      offset: RECORD_1,
    },
  ),
  malformed('bytes after the last asset', buildArchive({ ...SMALL, payload: (payload) => Buffer.concat([payload, Buffer.alloc(8)]) }), {
    code: 'ARCHIVE_PAYLOAD_UNCLAIMED',
    data: { found: 64, expected: 56 },
    offset: payloadOffset + 56,
  }),
  malformed('A19 preload of an unknown asset', buildArchive({ ...SMALL, preload: [{ asset_id: 2, slot: 0 }] }), {
    code: 'ARCHIVE_PRELOAD_UNKNOWN_ASSET',
    data: { assetId: 2 },
    offset: '{"asset_id":2,"slot"',
  }),
  malformed(
    'A19 one asset preloaded twice',
    buildArchive({
      ...SMALL,
      preload: [
        { asset_id: 7, slot: 0 },
        { asset_id: 7, slot: 1 },
      ],
    }),
    { code: 'ARCHIVE_PRELOAD_DUPLICATE_ASSET', data: { assetId: 7 }, offset: '{"asset_id":7,"slot":1' },
  ),
  malformed(
    'one slot twice',
    buildArchive({
      ...SMALL,
      preload: [
        { asset_id: 3, slot: 4 },
        { asset_id: 1, slot: 4 },
        { asset_id: 7, slot: 4 },
      ],
    }),
    { code: 'ARCHIVE_PRELOAD_SLOT_DUPLICATE', data: { assetId: 7, bankType: 'TILES', slot: 4 }, offset: '{"asset_id":7,"slot"' },
  ),
  malformed(
    'preload out of slot order',
    buildArchive({
      ...SMALL,
      preload: [
        { asset_id: 1, slot: 9 },
        { asset_id: 7, slot: 0 },
      ],
    }),
    { code: 'ARCHIVE_PRELOAD_ORDER', data: { assetId: 7 }, offset: '{"asset_id":7,"slot"' },
  ),
  malformed(
    'preload out of bank order',
    buildArchive({
      ...SMALL,
      preload: [
        { asset_id: 1, slot: 0 },
        { asset_id: 3, slot: 1 },
      ],
    }),
    { code: 'ARCHIVE_PRELOAD_ORDER', data: { assetId: 3 }, offset: '{"asset_id":3,"slot"' },
  ),
  damaged('A6 one byte of an asset', (file) => void (file[payloadOffset] = 0), {
    code: 'ARCHIVE_ASSET_DIGEST',
    data: { assetId: 1 },
    offset: payloadOffset,
  }),
];
