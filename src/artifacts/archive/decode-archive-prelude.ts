import { err, ok, type Err } from 'neverthrow';
import { byteCursor } from '../../codec/byte-cursor.js';
import type { DiagnosticCode, DiagnosticData } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure, Outcome } from '../../diagnostics/outcome.js';
import type { VersionFacts } from '../../diagnostics/version-facts.js';
import { refusalFacts } from '../../versioning/refusal-facts.js';
import { archiveEnvelopeDescriptor } from './descriptors.js';
import { diagnoseArchive } from './diagnose-archive.js';
import { archiveLayout, type ArchiveField } from './layout.js';
import { recogniseMagic } from './recognise-magic.js';

/** The fixed start of an archive, checked against the length of its file. */
export interface ArchivePrelude {
  /** Version of the envelope. */
  readonly envelope: { readonly major: number; readonly minor: number };
  /** Bytes of the header, which begins right after the prelude. */
  readonly headerLength: number;
  /** CRC-32 that the header must have. */
  readonly headerCrc32: number;
  /** Where the payload begins, from the start of the file. */
  readonly payloadOffset: number;
  /** Bytes of the payload: the rest of the file. */
  readonly payloadLength: number;
}

/** The start of a file that may be an archive. */
export interface ArchiveStart {
  /** The first 32 bytes of the file, or all of a shorter one. */
  readonly bytes: Uint8Array;
  /** Bytes of the whole file. */
  readonly fileLength: number;
  /** Path of the file from the workspace root. */
  readonly file: string;
  /** Most bytes the header may have. */
  readonly maxHeaderBytes: number;
}

const { magic, envelope, fields, preludeLength, payloadAlignment } = archiveLayout;

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/**
 * Reads the fixed start of an archive and holds each of its numbers against the file's length, so that a caller may
 * then read the header and allocate for it. Shares no code with the encoder but the layout.
 *
 * @returns the prelude, with the finding `ARCHIVE_ENVELOPE_MINOR_UNKNOWN` for a newer minor version; or the first of
 * `ARCHIVE_TOO_SHORT`, `ARCHIVE_BAD_MAGIC`, `ARCHIVE_ENVELOPE_UNSUPPORTED`, `ARCHIVE_HEADER_LENGTH`,
 * `ARCHIVE_PAYLOAD_OFFSET`, `ARCHIVE_PAYLOAD_LENGTH`, `ARCHIVE_TRUNCATED`, `ARCHIVE_TRAILING_BYTES`,
 * `ARCHIVE_HEADER_TOO_LARGE`. Those about the envelope's version carry the six facts of version failures.
 */
export function decodeArchivePrelude({ bytes, fileLength, file, maxHeaderBytes }: ArchiveStart): Outcome<ArchivePrelude> {
  const cursor = byteCursor(bytes);
  const number = ({ offset, width }: ArchiveField): bigint => cursor.uint(offset, width) ?? 0n;
  const at = <Code extends DiagnosticCode>(code: Code, { offset, width }: ArchiveField, data: DiagnosticData<Code>): Diagnostic<Code> =>
    diagnoseArchive(code, { file, offset, length: width }, data);
  const fault = (diagnostic: Diagnostic): Err<never, Failure> => err([diagnostic]);

  const looksLike = recogniseMagic(bytes);
  const length = Math.min(bytes.length, fileLength);
  if (length < preludeLength) {
    return fault(at('ARCHIVE_TOO_SHORT', { offset: length, width: 0 }, { found: length, expected: preludeLength, looksLike }));
  }
  const start = bytes.subarray(0, fields.magic.width);
  const magicBytes = new TextEncoder().encode(magic);
  if (hex(start) !== hex(magicBytes)) {
    return fault(at('ARCHIVE_BAD_MAGIC', fields.magic, { found: hex(start), expected: hex(magicBytes), looksLike }));
  }
  const found = { major: Number(number(fields.envelopeMajor)), minor: Number(number(fields.envelopeMinor)) };
  const facts = (what: string): VersionFacts => refusalFacts(archiveEnvelopeDescriptor, `${found.major}.${found.minor}`, what);
  if (found.major !== envelope.major) {
    const refusal = at('ARCHIVE_ENVELOPE_UNSUPPORTED', fields.envelopeMajor, { found, supported: envelope });
    return fault({ ...refusal, ...facts('build again with this release, or use the release that made the archive') });
  }

  const headerLength = Number(number(fields.headerLength));
  const headerEnd = preludeLength + headerLength;
  const expected = headerEnd + ((payloadAlignment - (headerEnd % payloadAlignment)) % payloadAlignment);
  const payloadOffset = number(fields.payloadOffset);
  const payloadLength = number(fields.payloadLength);
  const isPlaced = payloadOffset === BigInt(expected);
  if (headerLength === 0 || (headerEnd > fileLength && !isPlaced)) {
    return fault(at('ARCHIVE_HEADER_LENGTH', fields.headerLength, { found: headerLength, most: fileLength - preludeLength }));
  }
  if (!isPlaced) return fault(at('ARCHIVE_PAYLOAD_OFFSET', fields.payloadOffset, { found: String(payloadOffset), expected }));
  const most = Number.MAX_SAFE_INTEGER - expected;
  if (payloadLength > BigInt(most)) {
    return fault(at('ARCHIVE_PAYLOAD_LENGTH', fields.payloadLength, { found: String(payloadLength), most }));
  }

  const end = expected + Number(payloadLength);
  const lengths = { found: fileLength, expected: end };
  if (fileLength < end) return fault(at('ARCHIVE_TRUNCATED', { offset: fileLength, width: 0 }, lengths));
  if (fileLength > end) return fault(at('ARCHIVE_TRAILING_BYTES', { offset: end, width: fileLength - end }, lengths));
  if (headerLength > maxHeaderBytes) {
    return fault(at('ARCHIVE_HEADER_TOO_LARGE', fields.headerLength, { found: headerLength, limit: maxHeaderBytes }));
  }
  const value = {
    envelope: found,
    headerLength,
    headerCrc32: Number(number(fields.headerCrc32)),
    payloadOffset: expected,
    payloadLength: Number(payloadLength),
  };
  if (found.minor <= envelope.minor) return ok({ value, diagnostics: [] });
  const newer = at('ARCHIVE_ENVELOPE_MINOR_UNKNOWN', fields.envelopeMinor, { found, known: envelope });
  return ok({ value, diagnostics: [{ ...newer, ...facts('upgrade prometeu-packer to see all of the archive') }] });
}
