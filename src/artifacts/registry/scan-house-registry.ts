import { CLOSE_BRACKET, COMMA, MINUS, NINE, ZERO } from '../../codec/json/ascii.js';
import { type ByteLiteral, byteLiteral, literalEnd } from '../../codec/json/byte-literal.js';
import type { DecodedText } from '../../codec/json/decoded-text.js';
import { createDistinctSpans, type DistinctSpans } from '../../codec/json/distinct-spans.js';
import type { JsonLimits } from '../../codec/json/json-limits.js';
import { plainPathEnd } from '../../paths/plain-path.js';
import { LARGEST_ASSET_ID, type Registry, type RegistryRecord, type RetiredRecord } from './model.js';

const HEAD = byteLiteral('{\n  "schema_version": 4,\n  "project_uuid": "');
const NEXT_ID = byteLiteral('",\n  "next_asset_id": ');
const ASSETS = byteLiteral(',\n  "assets": [');
const RETIRED = byteLiteral('],\n  "retired": [');
const TAIL = byteLiteral(']\n}\n');
const RECORD = byteLiteral('\n    {\n      "asset_id": ');
const UUID = byteLiteral(',\n      "asset_uuid": "');
const ROOT = byteLiteral('",\n      "root": "');
const INCLUDED = byteLiteral('",\n      "included_in_build": true\n    }');
const LEFT_OUT = byteLiteral('",\n      "included_in_build": false\n    }');
const RETIRED_END = byteLiteral('"\n    }');
const LAST = byteLiteral('\n  ]');

const UUID_LENGTH = 36;

/** What a record takes at least. */
const RECORD_BYTES = 140;
const DEEPEST = 3;
/** No string is longer: keys are known, uuids and plain roots bounded. */
const LONGEST = 255;

/** By byte: 1 for `0-9` and `a-f`. */
const HEX = /* @__PURE__ */ Uint8Array.from({ length: 256 }, (_, byte) => (/[0-9a-f]/.test(String.fromCharCode(byte)) ? 1 : 0));

/** Where the scan stands, and what it has seen. */
interface Scan {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly text: string;
  readonly uuids: DistinctSpans;
  readonly roots: DistinctSpans;
  at: number;
  lastId: number;
  lastUuid: string;
}

function take(scan: Scan, literal: ByteLiteral): boolean {
  const end = literalEnd(scan.view, scan.at, literal);
  if (end < 0) return false;
  scan.at = end;
  return true;
}

/** A number from 1 to 2^32 - 1 without leading zeros; 0 where none stands here. */
function takeId(scan: Scan): number {
  const { bytes, at: start } = scan;
  let id = 0;
  let at = start;
  for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) {
    if (at - start === 10) return 0;
    id = 10 * id + byte - ZERO;
  }
  scan.at = at;
  return bytes[start] === ZERO || id > LARGEST_ASSET_ID + 1 ? 0 : id;
}

/** A canonical uuid; empty where none stands here. */
function takeUuid(scan: Scan): string {
  const { bytes, text, at: start } = scan;
  let digits = 0;
  for (let at = start; at < start + UUID_LENGTH; at += 1) digits += HEX[bytes[at] ?? 0] ?? 0;
  const dashes = bytes[start + 8] === MINUS && bytes[start + 13] === MINUS && bytes[start + 18] === MINUS && bytes[start + 23] === MINUS;
  if (digits !== UUID_LENGTH - 4 || !dashes) return '';
  const version = (bytes[start + 14] ?? 0) - ZERO;
  const variant = bytes[start + 19] ?? 0; // 8, 9, a or b
  if (version < 1 || version > 8 || !(variant === 0x38 || variant === 0x39 || variant === 0x61 || variant === 0x62)) return '';
  scan.at = start + UUID_LENGTH;
  return text.slice(start, scan.at);
}

/** The next number of a list whose numbers rise; 0 where none stands here. */
function takeRisingId(scan: Scan): number {
  const id = takeId(scan);
  if (id <= scan.lastId || id > LARGEST_ASSET_ID) return 0;
  scan.lastId = id;
  return id;
}

/** Takes what both kinds of entries have: a number above the last, and a uuid that no entry had. */
function takeIdentity(scan: Scan): boolean {
  if (!take(scan, RECORD) || takeRisingId(scan) === 0 || !take(scan, UUID)) return false;
  const start = scan.at;
  scan.lastUuid = takeUuid(scan);
  return scan.lastUuid !== '' && scan.uuids.add(start, UUID_LENGTH);
}

function takeRecord(scan: Scan): RegistryRecord | null {
  if (!takeIdentity(scan) || !take(scan, ROOT)) return null;
  const start = scan.at;
  const end = plainPathEnd(scan.text, start);
  if (end < 0 || !scan.roots.add(start, end - start)) return null;
  scan.at = end;
  const included_in_build = take(scan, INCLUDED);
  if (!included_in_build && !take(scan, LEFT_OUT)) return null;
  return { asset_id: scan.lastId, asset_uuid: scan.lastUuid, root: scan.text.slice(start, end), included_in_build };
}

function takeRetired(scan: Scan): RetiredRecord | null {
  return takeIdentity(scan) && take(scan, RETIRED_END) ? { asset_id: scan.lastId, asset_uuid: scan.lastUuid } : null;
}

/** The entries of a list up to the bracket that ends it; null where something is otherwise. */
function takeList<Entry>(scan: Scan, takeEntry: (scan: Scan) => Entry | null): readonly Entry[] | null {
  const entries: Entry[] = [];
  scan.lastId = 0;
  if (scan.bytes[scan.at] === CLOSE_BRACKET) return entries;
  for (;;) {
    const entry = takeEntry(scan);
    if (entry === null) return null;
    entries.push(entry);
    if (scan.bytes[scan.at] === COMMA) scan.at += 1;
    else {
      if (!take(scan, LAST)) return null;
      scan.at -= 1;
      return entries;
    }
  }
}

/** Whether no number stands in both of two lists whose numbers rise. */
function areDisjoint(records: readonly RegistryRecord[], retired: readonly RetiredRecord[]): boolean {
  let index = 0;
  for (const { asset_id } of retired) {
    while ((records[index]?.asset_id ?? Infinity) < asset_id) index += 1;
    if (records[index]?.asset_id === asset_id) return false;
  }
  return true;
}

/**
 * Reads the text of an `index.json` that stands just as the packer writes it: version 4, its layout, its order of keys and
 * entries, roots that are plain paths, and nothing twice. Undefined for every other text, from the first byte on that is otherwise: the
 * general way then tells what there is to tell.
 *
 * The value is the one that `JSON.parse` gives, the text has nothing that strict JSON refuses within these limits, and of the
 * registry nothing is to be said by its schema, by `validateRegistry` or by `findClashes`. A test holds it to that, byte by byte.
 */
export function scanHouseRegistry({ bytes, text }: DecodedText, limits: JsonLimits): Registry | undefined {
  if (text.length !== bytes.length || limits.maxDepth < DEEPEST || limits.maxStringBytes < LONGEST) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const head = literalEnd(view, 0, HEAD);
  if (head < 0) return undefined;
  const most = Math.ceil(bytes.length / RECORD_BYTES);
  const scan = {
    bytes,
    view,
    text,
    at: head,
    lastId: 0,
    lastUuid: '',
    uuids: createDistinctSpans(view, most),
    roots: createDistinctSpans(view, most),
  };
  const project_uuid = takeUuid(scan);
  const next_asset_id = project_uuid !== '' && take(scan, NEXT_ID) ? takeId(scan) : 0;
  if (next_asset_id === 0 || !take(scan, ASSETS)) return undefined;
  const assets = takeList(scan, takeRecord);
  if (assets === null || !take(scan, RETIRED)) return undefined;
  const retired = takeList(scan, takeRetired);
  if (retired === null || !take(scan, TAIL) || scan.at !== bytes.length) return undefined;
  const largest = Math.max(assets.at(-1)?.asset_id ?? 0, retired.at(-1)?.asset_id ?? 0);
  const nodes = 6 + 5 * assets.length + 3 * retired.length;
  if (next_asset_id <= largest || nodes > limits.maxNodes || !areDisjoint(assets, retired)) return undefined;
  return { schema_version: 4, project_uuid, next_asset_id, assets, retired };
}
