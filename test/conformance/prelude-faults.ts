import { goldenBytes, inFile, partsOf, type KitFault, type Splice } from './kit-fault.js';

const golden = 'three-assets';
const sound = goldenBytes(golden);
const { headerEnd, payloadOffset } = partsOf(sound);
const payloadLength = sound.length - payloadOffset;

const fault = (rule: string, name: string, code: string, ...splices: readonly Splice[]): KitFault => ({
  rule,
  name,
  golden,
  splices,
  code,
});

const number = (width: 2 | 4 | 8, value: bigint): Uint8Array =>
  Uint8Array.from({ length: width }, (_, index) => Number((value >> BigInt(index * 8)) & 0xffn));

const cut = (length: number): Splice => inFile(length, sound.length - length, '');
const field = (at: number, width: 2 | 4 | 8, value: bigint): Splice => inFile(at, width, number(width, value));

const magic = (name: string, bytes: string): KitFault =>
  fault('prelude.magic', name, 'ARCHIVE_BAD_MAGIC', inFile(0, 4, Buffer.from(bytes, 'latin1')));
const header = (name: string, length: number, code = 'ARCHIVE_HEADER_LENGTH'): KitFault =>
  fault('prelude.headerLength', name, code, field(8, 4, BigInt(length)));
const offset = (name: string, value: bigint): KitFault =>
  fault('prelude.payloadOffset', name, 'ARCHIVE_PAYLOAD_OFFSET', field(16, 8, value));
const length = (name: string, code: string, value: bigint): KitFault => fault('prelude.payloadLength', name, code, field(24, 8, value));

/** Files that break a rule of the prelude, or whose bytes were changed after they were written. */
export const preludeFaults: readonly KitFault[] = [
  fault('prelude', 'no bytes', 'ARCHIVE_TOO_SHORT', cut(0)),
  fault('prelude', 'shorter than the magic', 'ARCHIVE_TOO_SHORT', cut(3)),
  fault('prelude', 'one byte short of the prelude', 'ARCHIVE_TOO_SHORT', cut(31)),
  magic('small letters', 'aspa'),
  magic('swapped in four', 'APSA'),
  magic('swapped in two', 'SAAP'),
  magic('another letter', 'ASPB'),
  magic('of a png', '\x89PNG'),
  magic('of a zip', 'PK\x03\x04'),
  fault('prelude.envelopeMajor', '0', 'ARCHIVE_ENVELOPE_UNSUPPORTED', field(4, 2, 0n)),
  fault('prelude.envelopeMajor', '2', 'ARCHIVE_ENVELOPE_UNSUPPORTED', field(4, 2, 2n)),
  fault('prelude.envelopeMajor', 'big-endian', 'ARCHIVE_ENVELOPE_UNSUPPORTED', field(4, 2, 256n)),
  fault('prelude.envelopeMinor', '1', 'ARCHIVE_ENVELOPE_MINOR_UNKNOWN', field(6, 2, 1n)),
  fault('prelude.envelopeMinor', '65535', 'ARCHIVE_ENVELOPE_MINOR_UNKNOWN', field(6, 2, 65_535n)),
  header('0', 0),
  header('2^31', 2 ** 31),
  header('2^32-1', 2 ** 32 - 1),
  header('one longer', headerEnd - 31, 'ARCHIVE_HEADER_CHECKSUM'),
  header('one shorter', headerEnd - 33, 'ARCHIVE_HEADER_CHECKSUM'),
  fault('prelude.headerCrc32', '0', 'ARCHIVE_HEADER_CHECKSUM', field(12, 4, 0n)),
  fault('prelude.headerCrc32', 'big-endian', 'ARCHIVE_HEADER_CHECKSUM', inFile(12, 4, sound.slice(12, 16).reverse())),
  fault(
    'prelude.headerCrc32',
    'a letter of the header changed',
    'ARCHIVE_HEADER_CHECKSUM',
    inFile(Buffer.from(sound).indexOf('hero'), 1, 'z'),
  ),
  offset('inside the header', 64n),
  offset('one later', BigInt(payloadOffset + 1)),
  offset('2^40', 2n ** 40n),
  offset('2^64-1', 2n ** 64n - 1n),
  fault(
    ...(['prelude.payloadOffset', 'a multiple of 64 too late', 'ARCHIVE_PAYLOAD_OFFSET'] as const),
    field(16, 8, BigInt(payloadOffset + 64)),
    inFile(payloadOffset, 0, new Uint8Array(64)),
  ),
  length('one less than there is', 'ARCHIVE_TRAILING_BYTES', BigInt(payloadLength - 1)),
  length('one more than there is', 'ARCHIVE_TRUNCATED', BigInt(payloadLength + 1)),
  length('2^53+1', 'ARCHIVE_PAYLOAD_LENGTH', 2n ** 53n + 1n),
  length('the sum wraps at 2^64', 'ARCHIVE_PAYLOAD_LENGTH', 2n ** 64n - BigInt(payloadOffset)),
  fault('prelude.payloadLength', 'the last byte is missing', 'ARCHIVE_TRUNCATED', cut(sound.length - 1)),
  fault('prelude.payloadLength', 'the payload is missing', 'ARCHIVE_TRUNCATED', cut(payloadOffset)),
  fault('prelude.payloadLength', 'a byte too many', 'ARCHIVE_TRAILING_BYTES', inFile(sound.length, 0, new Uint8Array(1))),
  fault('prelude.payloadLength', 'the archive twice', 'ARCHIVE_TRAILING_BYTES', inFile(sound.length, 0, sound)),
  fault('padding.header', 'its first byte', 'ARCHIVE_PADDING_NOT_ZERO', inFile(headerEnd, 1, Uint8Array.of(1))),
  fault('padding.header', 'its last byte', 'ARCHIVE_PADDING_NOT_ZERO', inFile(payloadOffset - 1, 1, Uint8Array.of(0x80))),
  fault('padding.assets', 'its first byte', 'ARCHIVE_PADDING_NOT_ZERO', inFile(payloadOffset + 5, 1, Uint8Array.of(1))),
  fault('padding.assets', 'its last byte', 'ARCHIVE_PADDING_NOT_ZERO', inFile(payloadOffset + 15, 1, Uint8Array.of(0x20))),
  fault('payload.sha256', 'the first byte of the first asset', 'ARCHIVE_ASSET_DIGEST', inFile(payloadOffset, 1, 'T')),
  fault('payload.sha256', 'the last byte of the last asset', 'ARCHIVE_ASSET_DIGEST', inFile(sound.length - 1, 1, Uint8Array.of(0xa4))),
];
