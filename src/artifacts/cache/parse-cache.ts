import { err, ok, type Result } from 'neverthrow';
import { BACKSLASH, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE } from '../../codec/json/ascii.js';
import { JSON_BUDGETS } from '../../codec/json/read-json.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import { CACHE_RULES } from './cache-rules.js';
import type { CacheContent, PublishedBuild, PublishedFile, RememberedSnapshot } from './model.js';
import { type Columns, parseColumns } from './parse-columns.js';
import { CACHE_AFTER_DIGEST, CACHE_OPENING } from './serialize-cache.js';

/** Why a cache is left aside: it is no text of this version, was changed since it was written, or was made by other rules. */
export type CacheFault = 'damaged' | 'other-rules';

const DIGEST_LENGTH = 64;
const DIGEST = /^[0-9a-f]{64}$/;
const COMPANIONS = 3;

const isDigest = (value: unknown): value is string => typeof value === 'string' && DIGEST.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Whether a cache has the digest of all that follows it. */
function isSealed(bytes: Uint8Array, compute: Pick<ComputePort, 'sha256'>): boolean {
  const start = CACHE_OPENING.length + DIGEST_LENGTH + CACHE_AFTER_DIGEST.length;
  const head = String.fromCharCode(...bytes.subarray(0, start)); // what is no ASCII is not what is looked for
  const told = head.slice(CACHE_OPENING.length, CACHE_OPENING.length + DIGEST_LENGTH);
  if (head !== `${CACHE_OPENING}${told}${CACHE_AFTER_DIGEST}` || !isDigest(told)) return false;
  return digestBytes(bytes.subarray(start), compute) === told;
}

/** A cache has one object, and a list for each column and published file: fewer than this. */
const MOST_BRACKETS = 32;

/** Whether parsing a text makes no more than what a cache is made of: few lists, and as many values as any JSON file may have. */
function isPlain(bytes: Uint8Array, maxNodes: number): boolean {
  let [brackets, values, inString] = [0, 0, false];
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString && byte === BACKSLASH) index += 1;
    else if (byte === QUOTE) inString = !inString;
    else if (!inString && byte === COMMA) values += 1;
    else if (!inString && (byte === OPEN_BRACKET || byte === OPEN_BRACE)) brackets += 1;
    if (brackets > MOST_BRACKETS || values > maxNodes) return false;
  }
  return true;
}

function parseText(bytes: Uint8Array): Columns | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Columns) : null;
  } catch {
    return null;
  }
}

function readSnapshot(value: unknown): RememberedSnapshot | null {
  if (!Array.isArray(value) || value.length !== 4) return null;
  const [id, error, warning, info] = value as readonly unknown[];
  return isDigest(id) && isCount(error) && isCount(warning) && isCount(info) ? { id, counts: { error, warning, info } } : null;
}

function readPublishedFile(value: unknown): PublishedFile | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const [size, modifiedMs, sha256] = value as readonly unknown[];
  return isCount(size) && isTime(modifiedMs) && isDigest(sha256) ? { size, modifiedMs, sha256 } : null;
}

/** What was published; undefined where the field is none. */
function readPublished(value: unknown): PublishedBuild | null | undefined {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length !== 3 + COMPANIONS) return undefined;
  const [plan, findings, ...fields] = value as readonly unknown[];
  const [archive, ...companions] = fields.map(readPublishedFile).filter((file) => file !== null);
  if (archive === undefined || companions.length !== COMPANIONS || !isDigest(plan) || !isCount(findings)) return undefined;
  return { plan, findings, archive, companions };
}

/**
 * Reads a cache. Nothing of it is taken unless its digest is that of the very bytes, its rules are those of this release, and
 * every field is what it has to be.
 *
 * The digest tells a cache that was damaged. It is no signature: whoever can write the file can write one that is sound.
 */
export function parseCache(
  bytes: Uint8Array,
  compute: Pick<ComputePort, 'sha256'>,
  maxNodes = JSON_BUDGETS.maxNodes,
): Result<CacheContent, CacheFault> {
  const value = isSealed(bytes, compute) && isPlain(bytes, maxNodes) ? parseText(bytes) : null;
  if (value === null) return err('damaged');
  if (value['rules'] !== CACHE_RULES) return err('other-rules');
  const { how } = value;
  const [snapshot, published, folders] = [readSnapshot(value['snapshot']), readPublished(value['published']), parseColumns(value)];
  if (!isDigest(how) || snapshot === null || published === undefined || folders === null) {
    return err('damaged');
  }
  return ok({ how, snapshot, published, folders });
}
