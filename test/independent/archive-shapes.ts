import { isObject, type Json, type JsonObject } from './json-writers.js';

/** One row of the header's asset table; `offset` is relative to the payload region. */
export interface AssetRow {
  readonly asset_id: number;
  readonly asset_name: string;
  readonly bank_type: string;
  readonly codec: string;
  readonly offset: number;
  readonly size: number;
  readonly decoded_size: number;
  readonly sha256: string;
  readonly metadata: JsonObject;
}

/** One row of the preload list. */
export interface PreloadRow {
  readonly asset_id: number;
  readonly slot: number;
}

/** The header of an archive. */
export interface ArchiveHeader {
  readonly header_version: number;
  readonly asset_table: readonly AssetRow[];
  readonly preload: readonly PreloadRow[];
}

/** One input of an asset in `asset_table_metadata.json`; `offset` is relative to the asset's first byte. */
export interface InputRow {
  readonly role: string;
  readonly path: string;
  readonly offset: number;
  readonly size: number;
  readonly sha256: string;
}

/** One asset in `asset_table_metadata.json`. */
export interface MetadataRow {
  readonly asset_id: number;
  readonly asset_uuid: string;
  readonly root: string;
  readonly inputs: readonly InputRow[];
}

/** Says what is wrong with a value, or nothing. */
type Check = (value: Json | undefined, place: string) => string | undefined;

const integer =
  (lowest: number, highest: number): Check =>
  (value, place) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= lowest && value <= highest
      ? undefined
      : `${place}: not an integer from ${lowest} to ${highest}`;

const pattern =
  (expression: RegExp): Check =>
  (value, place) =>
    typeof value === 'string' && expression.test(value) ? undefined : `${place}: not of the form ${expression.source}`;

const exactly =
  (expected: number | string): Check =>
  (value, place) =>
    value === expected ? undefined : `${place}: not ${expected}`;

const firstProblem = (problems: readonly (string | undefined)[]): string | undefined => problems.find((problem) => problem !== undefined);

const listOf =
  (item: Check): Check =>
  (value, place) =>
    Array.isArray(value) ? firstProblem(value.map((entry: Json, index) => item(entry, `${place}/${index}`))) : `${place}: not a list`;

const objectOf =
  (members: Readonly<Record<string, Check>>): Check =>
  (value, place) => {
    if (!isObject(value)) return `${place}: not an object`;
    const stranger = Object.keys(value).find((key) => !Object.hasOwn(members, key));
    if (stranger !== undefined) return `${place}/${stranger}: unknown key`;
    return firstProblem(Object.entries(members).map(([key, check]) => check(value[key], `${place}/${key}`)));
  };

const wellFormed = (text: string): boolean => !/[\ud800-\udfff]/u.test(text);

const metadata: Check = (value, place) => {
  if (!isObject(value)) return `${place}: not an object`;
  const allowed = (part: Json | undefined): boolean =>
    typeof part === 'boolean' || (typeof part === 'string' && wellFormed(part)) || Number.isSafeInteger(part);
  const bad = Object.keys(value).find((key) => !wellFormed(key) || !allowed(value[key]));
  return bad === undefined ? undefined : `${place}/${bad}: not a string, an integer or a boolean`;
};

const portablePath: Check = (value, place) => {
  const clean = (segment: string): boolean =>
    segment !== '' && segment !== '.' && segment !== '..' && wellFormed(segment) && !/[\u0000-\u001f\u007f<>:"|?*\\]|[. ]$/.test(segment);
  return typeof value === 'string' && value.split('/').every(clean) ? undefined : `${place}: not a portable relative path`;
};

const nilOrMax = new Set(['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']);
const uuidForm = pattern(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const uuid: Check = (value, place) =>
  uuidForm(value, place) ?? (typeof value === 'string' && nilOrMax.has(value) ? `${place}: the nil or the max uuid` : undefined);

const anySize = integer(0, Number.MAX_SAFE_INTEGER);
const assetId = integer(1, 2 ** 32 - 2);
const digest = pattern(/^[0-9a-f]{64}$/);

const assetRow = objectOf({
  asset_id: assetId,
  asset_name: pattern(/^[a-z0-9][a-z0-9_-]{0,63}$/),
  bank_type: pattern(/^(?:DATA|PALETTES|SOUNDS|TILES)$/),
  codec: exactly('NONE'),
  offset: anySize,
  size: anySize,
  decoded_size: anySize,
  sha256: digest,
  metadata,
});
const preloadRow = objectOf({ asset_id: assetId, slot: integer(0, 65535) });
const inputRow = objectOf({
  role: pattern(/^[a-z][a-z0-9_-]{0,31}$/),
  path: portablePath,
  offset: anySize,
  size: anySize,
  sha256: digest,
});
const metadataRow = objectOf({ asset_id: assetId, asset_uuid: uuid, root: portablePath, inputs: listOf(inputRow) });

const companion = (key: string, rows: Check): Check =>
  objectOf({ schema_version: exactly(1), archive_digest: digest, [key]: listOf(rows) });

/** The shape of an archive's header. */
export const headerShape = objectOf({ header_version: exactly(1), asset_table: listOf(assetRow), preload: listOf(preloadRow) });

/** The shape of `asset_table.json`. */
export const assetTableShape = companion('asset_table', assetRow);

/** The shape of `preload.json`. */
export const preloadShape = companion('preload', preloadRow);

/** The shape of `asset_table_metadata.json`. */
export const metadataShape = companion('assets', metadataRow);

/** The key orders of the three companions, by the member an object stands under: as section 8 of the contract lists the keys. */
export const companionKeyOrders: ReadonlyMap<string, readonly string[]> = new Map([
  ['', ['schema_version', 'archive_digest', 'asset_table', 'preload', 'assets']],
  ['asset_table', ['asset_id', 'asset_name', 'bank_type', 'codec', 'offset', 'size', 'decoded_size', 'sha256', 'metadata']],
  ['preload', ['asset_id', 'slot']],
  ['assets', ['asset_id', 'asset_uuid', 'root', 'inputs']],
  ['inputs', ['role', 'path', 'offset', 'size', 'sha256']],
]);
