import { err, ok, type Result } from 'neverthrow';
import { isNonEmpty, type NonEmpty } from '../../base/non-empty.js';
import { canonicalJson } from '../../codec/canonical-json.js';
import { crc32 } from '../../codec/crc32.js';
import { jsonPointer } from '../../codec/json-pointer.js';
import type { JsonDocument } from '../../codec/json/json-document.js';
import type { ByteSpan, JsonFault } from '../../codec/json/json-fault.js';
import { readJson, type JsonBudgets } from '../../codec/json/read-json.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { BytesLocation } from '../../diagnostics/location.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { refusalFacts } from '../../versioning/refusal-facts.js';
import { checkHeaderStructure, type LocateHeader } from './check-header-structure.js';
import type { ArchivePrelude } from './decode-archive-prelude.js';
import { archiveHeaderDescriptor } from './descriptors.js';
import { diagnoseArchive, type ArchivePlace } from './diagnose-archive.js';
import { archiveLayout } from './layout.js';
import type { ArchiveHeader } from './model.js';

/** What stands between the prelude and the payload. */
export interface ArchiveHeaderSource {
  /** The prelude before it. */
  readonly prelude: ArchivePrelude;
  /** The `headerLength` bytes after the prelude. */
  readonly header: Uint8Array;
  /** The bytes from there to the payload. */
  readonly padding: Uint8Array;
  /** Path of the archive from the workspace root. */
  readonly file: string;
  /** Budgets for the header's JSON. */
  readonly budgets?: Partial<JsonBudgets>;
}

/** Everything before the payload, read. */
export interface ArchiveFront {
  /** The prelude. */
  readonly prelude: ArchivePrelude;
  /** What the header says. Its table has not been held against the payload yet. */
  readonly header: ArchiveHeader;
  /** Path of the archive from the workspace root. */
  readonly file: string;
  /** Where a value of the header stands in the file. */
  readonly locate: LocateHeader;
}

const { preludeLength, headerVersion } = archiveLayout;

function checkBytes({ prelude, header, padding, file }: ArchiveHeaderSource): Diagnostic | null {
  const found = preludeLength + header.length + padding.length;
  if (found < prelude.payloadOffset) {
    return diagnoseArchive('ARCHIVE_TRUNCATED', { file, offset: found, length: 0 }, { found, expected: prelude.payloadOffset });
  }
  const hex = (crc: number): string => crc.toString(16).padStart(8, '0');
  const crc = crc32(header);
  if (crc !== prelude.headerCrc32) {
    const place = { file, offset: preludeLength, length: header.length };
    return diagnoseArchive('ARCHIVE_HEADER_CHECKSUM', place, { found: hex(crc), expected: hex(prelude.headerCrc32) });
  }
  const index = padding.findIndex((byte) => byte !== 0);
  if (index < 0) return null;
  const place = { file, offset: preludeLength + header.length + index, length: 1 };
  return diagnoseArchive('ARCHIVE_PADDING_NOT_ZERO', place, { found: padding[index] ?? 0, region: 'before-payload' });
}

function checkCanonical(value: unknown, bytes: Uint8Array, file: string): Diagnostic | null {
  const canonical = canonicalJson(value).unwrapOr(new Uint8Array());
  const length = Math.max(bytes.length, canonical.length);
  let index = 0;
  while (index < length && bytes[index] === canonical[index]) index++;
  if (index === length) return null;
  const data = { found: bytes[index] ?? null, expected: canonical[index] ?? null };
  return diagnoseArchive('ARCHIVE_HEADER_NOT_CANONICAL', { file, offset: preludeLength + index, length: 1 }, data);
}

function checkVersion(document: JsonDocument, locate: LocateHeader): Diagnostic | null {
  const token = document.topLevelToken('header_version');
  if (token === String(headerVersion)) return null;
  const found = token === undefined ? null : /^[1-9][0-9]{0,14}$/.test(token) ? Number(token) : token;
  const place = locate(token === undefined ? [] : ['header_version']);
  const refusal = diagnoseArchive('ARCHIVE_HEADER_VERSION', place, { found, expected: headerVersion });
  const facts = refusalFacts(archiveHeaderDescriptor, found, 'build again with this release, or use the release that made the archive');
  return { ...refusal, ...facts };
}

/** A fault of the header's text, told in bytes of the file that the text stands in. */
function diagnoseText({ code, data, pointer, related, ...span }: JsonFault, file: string): Diagnostic {
  const inFile = ({ offset, length }: ByteSpan): BytesLocation => ({ kind: 'bytes', file, offset: preludeLength + offset, length });
  const others = related.map((other) => ({ message: 'and here', location: inFile(other) }));
  return diagnose(code, { artifact: 'archive', location: inFile(span), data, subject: pointer, related: others });
}

function tellText([first, ...rest]: NonEmpty<JsonFault>, file: string): Failure {
  return [diagnoseText(first, file), ...rest.map((fault) => diagnoseText(fault, file))];
}

/**
 * Reads what stands between the prelude and the payload: checksum, padding, strict JSON, version, shape, canonical
 * form, in that order. Shares no code with the encoder but the layout.
 *
 * @returns the front of the archive; or what was found first: `ARCHIVE_TRUNCATED`, `ARCHIVE_HEADER_CHECKSUM`,
 * `ARCHIVE_PADDING_NOT_ZERO`, a code of the JSON area, `ARCHIVE_HEADER_VERSION`, one of {@link checkHeaderStructure},
 * `ARCHIVE_HEADER_NOT_CANONICAL`. Offsets count from the start of the file. The one about the version carries the six
 * facts of version failures.
 */
export function decodeArchiveHeader(source: ArchiveHeaderSource): Result<ArchiveFront, Failure> {
  const { prelude, header, file, budgets } = source;
  const damage = checkBytes(source);
  if (damage !== null) return err([damage]);
  const read = readJson(header, budgets);
  if (read.isErr()) return err(tellText(read.error, file));
  const document = read.value;
  const locate = (steps: readonly (string | number)[]): ArchivePlace => {
    const subject = jsonPointer(steps);
    const { start, end } = document.locate(subject, 'value');
    return { file, offset: preludeLength + start.offset, length: end.offset - start.offset, subject };
  };
  const newer = checkVersion(document, locate);
  if (newer !== null) return err([newer]);
  if (isNonEmpty(document.valueFaults)) return err(tellText(document.valueFaults, file));
  const fault = checkHeaderStructure(document.value, locate) ?? checkCanonical(document.value, header, file);
  if (fault !== null) return err([fault]);
  return ok({ prelude, header: document.value as ArchiveHeader, file, locate }); // checkHeaderStructure proved its shape
}
