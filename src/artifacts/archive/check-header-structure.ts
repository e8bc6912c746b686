import { isJsonObject } from '../../codec/json-object.js';
import type { DiagnosticData } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { ASSET_TYPES } from '../asset/model.js';
import { LARGEST_ASSET_ID } from '../registry/model.js';
import { diagnoseArchive, type ArchivePlace } from './diagnose-archive.js';
import { archiveLayout } from './layout.js';

/** Says where a value of the header stands, by the keys and indices that lead to it. */
export type LocateHeader = (steps: readonly (string | number)[]) => ArchivePlace;

type Place = (...steps: readonly (string | number)[]) => ArchivePlace;
type Check = (value: unknown, place: Place) => Diagnostic | null;

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

type Problem = DiagnosticData<'ARCHIVE_HEADER_STRUCTURE'>['problem'];

function wrong(place: ArchivePlace, problem: Problem, found: string, expected: string): Diagnostic {
  return diagnoseArchive('ARCHIVE_HEADER_STRUCTURE', place, { pointer: place.subject ?? '', problem, found, expected });
}

function first<T>(items: Iterable<T>, check: (item: T) => Diagnostic | null): Diagnostic | null {
  for (const item of items) {
    const fault = check(item);
    if (fault !== null) return fault;
  }
  return null;
}

function object(check: (members: Readonly<Record<string, unknown>>, place: Place) => Diagnostic | null): Check {
  return (value, place) => (isJsonObject(value) ? check(value, place) : wrong(place(), 'wrong-type', typeName(value), 'object'));
}

/** An object with exactly these keys. */
function record(fields: Readonly<Record<string, Check>>): Check {
  const known = Object.keys(fields);
  return object((members, place) => {
    const unknown = Object.keys(members).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) return wrong(place(unknown), 'unknown-key', unknown, `one of ${known.join(', ')}`);
    const missing = known.find((key) => !Object.hasOwn(members, key));
    if (missing !== undefined) return wrong(place(), 'missing-key', missing, 'this key');
    return first(Object.entries(fields), ([key, check]) => check(members[key], (...steps) => place(key, ...steps)));
  });
}

function list(check: Check): Check {
  return (value, place) =>
    Array.isArray(value)
      ? first(value.entries(), ([index, item]) => check(item, (...steps) => place(index, ...steps)))
      : wrong(place(), 'wrong-type', typeName(value), 'array');
}

function integer(least: number, most: number, refuse: (place: ArchivePlace, found: number) => Diagnostic): Check {
  return (value, place) => {
    if (typeof value !== 'number') return wrong(place(), 'wrong-type', typeName(value), 'integer');
    return Number.isInteger(value) && value >= least && value <= most ? null : refuse(place(), value);
  };
}

function text(form: RegExp | ReadonlySet<string>, refuse: (place: ArchivePlace, found: string) => Diagnostic): Check {
  return (value, place) => {
    if (typeof value !== 'string') return wrong(place(), 'wrong-type', typeName(value), 'string');
    return (form instanceof RegExp ? form.test(value) : form.has(value)) ? null : refuse(place(), value);
  };
}

function count(field: DiagnosticData<'ARCHIVE_SIZE_INVALID'>['field']): Check {
  return integer(0, Number.MAX_SAFE_INTEGER, (place, found) => diagnoseArchive('ARCHIVE_SIZE_INVALID', place, { field, found }));
}

const BANK_TYPES: ReadonlySet<string> = /* @__PURE__ */ new Set(/* @__PURE__ */ Object.values(ASSET_TYPES).map(({ bankType }) => bankType));

const assetId = /* @__PURE__ */ (() =>
  integer(1, LARGEST_ASSET_ID, (place, found) => diagnoseArchive('ARCHIVE_ASSET_ID_RANGE', place, { found })))();

const metadata = /* @__PURE__ */ (() =>
  object((members, place) =>
    first(Object.entries(members), ([key, value]) => {
      const isFlat = typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
      return isFlat ? null : diagnoseArchive('ARCHIVE_METADATA_NOT_FLAT', place(key), { key, found: typeName(value) });
    }),
  ))();

const header = /* @__PURE__ */ (() =>
  record({
    asset_table: list(
      record({
        asset_id: assetId,
        asset_name: text(/^[a-z0-9][a-z0-9_-]{0,63}$/, (place, found) => diagnoseArchive('ARCHIVE_ASSET_NAME_INVALID', place, { found })),
        bank_type: text(BANK_TYPES, (place, found) =>
          diagnoseArchive('ARCHIVE_BANK_TYPE_UNKNOWN', place, { found, expected: [...BANK_TYPES] }),
        ),
        codec: text(new Set(['NONE']), (place, found) => diagnoseArchive('ARCHIVE_CODEC_UNSUPPORTED', place, { found, expected: 'NONE' })),
        offset: count('offset'),
        size: count('size'),
        decoded_size: count('decoded_size'),
        sha256: text(/^[0-9a-f]{64}$/, (place, found) => diagnoseArchive('ARCHIVE_SHA256_MALFORMED', place, { found })),
        metadata,
      }),
    ),
    header_version: integer(archiveLayout.headerVersion, archiveLayout.headerVersion, (place, found) =>
      diagnoseArchive('ARCHIVE_HEADER_VERSION', place, { found, expected: archiveLayout.headerVersion }),
    ),
    preload: list(
      record({
        asset_id: assetId,
        slot: integer(0, 65_535, (place, found) => diagnoseArchive('ARCHIVE_SLOT_RANGE', place, { found })),
      }),
    ),
  }))();

/**
 * Judges the shape of a header of version 1: exactly the keys there are, each with a value that a writer could have
 * written. Unknown keys are refused, since no person writes this text.
 *
 * Codes: ARCHIVE_HEADER_STRUCTURE, ARCHIVE_ASSET_ID_RANGE, ARCHIVE_ASSET_NAME_INVALID, ARCHIVE_BANK_TYPE_UNKNOWN,
 * ARCHIVE_CODEC_UNSUPPORTED, ARCHIVE_SIZE_INVALID, ARCHIVE_SHA256_MALFORMED, ARCHIVE_METADATA_NOT_FLAT,
 * ARCHIVE_SLOT_RANGE.
 *
 * @returns the first fault in the order of the shape's own keys, or null.
 */
export function checkHeaderStructure(value: unknown, locate: LocateHeader): Diagnostic | null {
  return header(value, (...steps) => locate(steps));
}
