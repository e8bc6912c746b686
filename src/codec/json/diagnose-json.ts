import type { NonEmpty } from '../../base/non-empty.js';
import type { DiagnosticSubject } from '../../diagnostics/artifact-kind.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../diagnostics/location.js';
import { createTextRanges } from './create-text-ranges.js';
import type { ByteSpan, JsonCode, JsonFault } from './json-fault.js';
import { encodeUtf8 } from './utf8.js';

/** The text that faults were found in. */
export interface JsonSource {
  /** What the text is of. */
  readonly artifact: DiagnosticSubject;
  /** Path of its file from the workspace root. */
  readonly file: string;
  /** The bytes that were read, or the text of the document. */
  readonly bytes: Uint8Array | string;
  /**
   * For a text that is part of a binary file: the bytes before it there. Locations are then bytes of that file, and no
   * fix is offered.
   */
  readonly embeddedAt?: number;
}

function removal(title: string, file: string, { offset, length }: ByteSpan): Fix {
  return { title, applicability: 'safe', edits: [{ file, start: offset, end: offset + length, newText: '' }] };
}

function fixesFor(fault: JsonFault, file: string): readonly Fix[] {
  switch (fault.code) {
    case 'JSON_BOM':
      return [removal('Remove the byte order mark', file, fault)];
    case 'JSON_TRAILING_COMMA':
      return [removal('Remove the comma', file, fault)];
    case 'JSON_COMMENT':
      return [{ title: 'Move the words elsewhere and remove the comment', applicability: 'display-only', edits: [] }];
    default:
      return [];
  }
}

const RELATED_MESSAGES: Readonly<Partial<Record<JsonCode, string>>> = {
  JSON_DUPLICATE_KEY: 'the key stands here first',
  JSON_MERGE_CONFLICT: 'another conflict marker',
};

/** Whether lines and columns mean nothing: the text is not one, or was not looked at. */
function isOfBytes(code: JsonCode): boolean {
  return code === 'JSON_NOT_UTF8' || code === 'JSON_TOO_LARGE';
}

/**
 * Makes diagnostics of what {@link readJson} found: here lines and columns are worked out. Each points to a range of the
 * text; JSON_NOT_UTF8, JSON_TOO_LARGE and whatever is embedded to bytes.
 *
 * Fixes, of declarations and the registry: JSON_BOM and JSON_TRAILING_COMMA have a safe one, JSON_COMMENT one that is display-only.
 *
 * @returns one diagnostic a fault, in the same order.
 */
export function diagnoseJson(faults: NonEmpty<JsonFault>, source: JsonSource): NonEmpty<Diagnostic<JsonCode>>;
export function diagnoseJson(faults: readonly JsonFault[], source: JsonSource): readonly Diagnostic<JsonCode>[];
export function diagnoseJson(faults: readonly JsonFault[], source: JsonSource): readonly Diagnostic<JsonCode>[] {
  const { artifact, file, bytes, embeddedAt } = source;
  const rangeOf = createTextRanges(typeof bytes === 'string' ? encodeUtf8(bytes) : bytes);
  const isMended = artifact === 'asset' || artifact === 'registry'; // of what else the packer writes no plan mends the text
  const isEditable = isMended && !faults.some(({ code }) => code === 'JSON_NOT_UTF8');
  const seen = new Map<string, number>();
  return faults.map((fault) => {
    const { code, pointer, data, related } = fault;
    const locate = ({ offset, length }: ByteSpan): Location =>
      isOfBytes(code) || embeddedAt !== undefined
        ? { kind: 'bytes', file, offset: offset + (embeddedAt ?? 0), length }
        : { kind: 'text', file, pointer, range: rangeOf({ offset, length }) };
    const place = `${code} ${pointer}`;
    const before = seen.get(place) ?? 0;
    seen.set(place, before + 1);
    return diagnose<JsonCode>(code, {
      artifact,
      location: locate(fault),
      data,
      subject: before === 0 ? '' : String(before),
      related: related.map((span) => ({ message: RELATED_MESSAGES[code] ?? '', location: locate(span) })),
      fixes: embeddedAt === undefined && isEditable ? fixesFor(fault, file) : [],
    });
  });
}
