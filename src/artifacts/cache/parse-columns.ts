import { findSegmentFault } from '../../paths/find-segment-fault.js';
import { ASSETS_FOLDER, CONTROL_FOLDER } from '../../paths/owned-paths.js';
import { MAX_PATH_BYTES } from '../../paths/path-fault.js';
import { fitsUtf8 } from '../../paths/utf8-length.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { RememberedFile, RememberedFolders } from './model.js';
import { BETWEEN_NAMES, CACHE_KINDS, UNREAD, UNSETTLED, UNSOUND } from './serialize-cache.js';

const DIGEST_LENGTH = 64;
const ALL_FLAGS = CACHE_KINDS.length - 1 + UNSETTLED + UNSOUND + UNREAD;

/** Names that are kept to know them again. */
const MOST_KNOWN_NAMES = 64;

/** A code unit of UTF-16 takes three bytes of UTF-8 at most. */
const SURELY_SHORT = Math.floor(MAX_PATH_BYTES / 3);

function namesOf(value: unknown, count: number): readonly string[] | null {
  if (typeof value !== 'string') return null;
  const names = value === '' && count === 0 ? [] : value.split(BETWEEN_NAMES, count + 1);
  if (names.length !== count) return null;
  const fit = new Set<string>(); // most files of a project have one of a few names
  for (const name of names) {
    if (fit.has(name)) continue;
    if (findSegmentFault(name, 0) !== null) return null;
    if (fit.size < MOST_KNOWN_NAMES) fit.add(name);
  }
  return names;
}

function numbersOf(value: unknown, count: number, isFit: (number: number) => boolean): readonly number[] | null {
  if (!Array.isArray(value) || value.length !== count) return null;
  const numbers: readonly unknown[] = value;
  for (const number of numbers) if (typeof number !== 'number' || !isFit(number)) return null;
  return value as readonly number[];
}

/** Digests are only ever compared with others, so what is none of all is just like no file. */
function digestsOf(value: unknown, count: number): string | null {
  return typeof value === 'string' && value.length === count * DIGEST_LENGTH ? value : null;
}

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;
const isTime = (number: number): boolean => Number.isFinite(number);
const isKind = (number: number): boolean => (number & ALL_FLAGS) === number;

interface FileColumns {
  /** How many there are. */
  readonly length: number;
  /** Their names. */
  readonly names: readonly string[];
  readonly codeAt: (index: number) => number;
  /** Makes the file at a place. */
  readonly at: (index: number) => RememberedFile;
}

/** Files, in the order of the folders that they stand in. */
function readFiles(columns: Columns, count: number): FileColumns | null {
  const names = namesOf(columns['file_names'], count);
  const kinds = numbersOf(columns['file_kinds'], count, isKind);
  const sizes = numbersOf(columns['file_sizes'], count, isCount);
  const times = numbersOf(columns['file_times'], count, isTime);
  if (names === null || kinds === null || sizes === null || times === null) return null;
  const digestsBefore = new Uint32Array(count + 1);
  for (let index = 0; index < count; index += 1) {
    digestsBefore[index + 1] = (digestsBefore[index] ?? 0) + (((kinds[index] ?? 0) & UNREAD) === 0 ? 1 : 0);
  }
  const digests = digestsOf(columns['digests'], digestsBefore[count] ?? 0);
  if (digests === null) return null;
  return {
    length: count,
    names,
    codeAt: (index) => kinds[index] ?? 0,
    at: (index) => {
      const code = kinds[index] ?? 0;
      const start = (digestsBefore[index] ?? 0) * DIGEST_LENGTH;
      return {
        name: names[index] ?? '',
        kind: CACHE_KINDS[code & (CACHE_KINDS.length - 1)] ?? 'document',
        size: sizes[index] ?? 0,
        modifiedMs: times[index] ?? 0,
        sha256: (code & UNREAD) === 0 ? digests.slice(start, start + DIGEST_LENGTH) : null,
        sound: (code & UNSOUND) === 0,
      };
    },
  };
}

/** The path of a folder; null where it is none: a folder stands in one before it, and the first one is `assets`. */
function pathOf(above: WorkspacePath | undefined, parent: number, name: string, index: number): WorkspacePath | null {
  if (index === 0) return parent === -1 && name === ASSETS_FOLDER ? ASSETS_FOLDER : null;
  if (above === undefined) return null;
  const path = `${above}/${name}`;
  return path.length <= SURELY_SHORT || fitsUtf8(path, MAX_PATH_BYTES) ? (path as WorkspacePath) : null;
}

/** The fields of a cache. */
export type Columns = Readonly<Record<string, unknown>>;

/** The paths of folders: each stands in one before it; null where one does not. */
function readPaths(columns: Columns): readonly WorkspacePath[] | null {
  const parents = columns['folder_parents'];
  const above = numbersOf(parents, Array.isArray(parents) ? parents.length : 0, (number) => Number.isSafeInteger(number));
  const names = above === null ? null : namesOf(columns['folder_names'], above.length);
  if (above === null || names === null) return null;
  const paths: WorkspacePath[] = [];
  for (const [index, name] of names.entries()) {
    const parent = above[index] ?? -1;
    const path = pathOf(paths[parent], parent, name, index);
    if (path === null) return null;
    paths.push(path);
  }
  return new Set(paths).size === paths.length ? paths : null; // else one folder is looked at many times
}

/** Places, in order, of folders without a time of their own, or with a file without. */
function findUncertain(files: FileColumns, starts: Uint32Array, untimed: ReadonlySet<unknown>): readonly number[] {
  const uncertain: number[] = [];
  for (let index = 0; index + 1 < starts.length; index += 1) {
    let isUncertain = untimed.has(index);
    for (let file = starts[index] ?? 0; file < (starts[index + 1] ?? 0); file += 1) {
      if ((files.codeAt(file) & UNSETTLED) !== 0) isUncertain = true;
    }
    if (isUncertain) uncertain.push(index);
  }
  return uncertain;
}

/**
 * Makes folders and files of the columns of a cache, each when it is asked for: what is looked at once and dropped costs least.
 * Every name passes the portable policy and every path is made of names here, so that all of them lie in `assets`.
 *
 * @returns null where any of it is not what it has to be.
 */
export function parseColumns(columns: Columns): RememberedFolders | null {
  const paths = readPaths(columns);
  if (paths === null) return null;
  const count = paths.length;
  const times = numbersOf(columns['folder_times'], count, isTime);
  const counts = numbersOf(columns['file_counts'], count, isCount);
  const control = paths.indexOf(CONTROL_FOLDER); // it is not listed
  const listings = digestsOf(columns['listings'], count - 1);
  const untimed = columns['untimed'];
  if (times === null || counts === null || listings === null || control === -1 || !Array.isArray(untimed)) return null;
  const fileCount = counts.reduce((sum, number) => sum + number, 0);
  const files = readFiles(columns, fileCount);
  if (files === null) return null;
  const starts = new Uint32Array(count + 1);
  for (let index = 0; index < count; index += 1) starts[index + 1] = (starts[index] ?? 0) + (counts[index] ?? 0);
  for (let index = 0; index < count; index += 1) {
    const [start, end] = [starts[index] ?? 0, starts[index + 1] ?? 0];
    if (end - start > 1 && new Set(files.names.slice(start, end)).size < end - start) return null;
  }
  const withoutTime = new Set<unknown>(untimed);
  return {
    length: count,
    uncertain: findUncertain(files, starts, withoutTime),
    at: (index) => {
      const path = paths[index];
      if (path === undefined) return undefined;
      const settled: RememberedFile[] = [];
      const unsettled: RememberedFile[] = [];
      for (let file = starts[index] ?? 0; file < (starts[index + 1] ?? 0); file += 1) {
        ((files.codeAt(file) & UNSETTLED) === 0 ? settled : unsettled).push(files.at(file));
      }
      const listing = (index - (index > control ? 1 : 0)) * DIGEST_LENGTH;
      return {
        path,
        modifiedMs: withoutTime.has(index) ? null : (times[index] ?? null),
        listing: index === control ? null : listings.slice(listing, listing + DIGEST_LENGTH),
        files: settled,
        unsettled,
      };
    },
  };
}
