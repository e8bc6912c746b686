import { createHash } from 'node:crypto';
import { CACHE_RULES } from '../../src/artifacts/cache/cache-rules.js';
import type { Json, JsonRecord } from './shape.js';

/** Stands for the digest that is right for a text. */
export const RIGHT_DIGEST = 'right';

/** Stands for the rules of the release: they follow from the lock, and so are no part of it. */
export const OWN_RULES = 'those of the release';

/** SHA-256 of a text in UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const lineOf = ([key, value]: readonly [string, Json]): string => `${JSON.stringify(key)}:${JSON.stringify(value)}`;

/**
 * The text of a cache with some fields: its version and its digest first, each on its line.
 *
 * @param between - what stands between two of the others.
 */
export function cacheText({ schema_version: version, digest, ...fields }: JsonRecord, between = ',\n'): string {
  const known = Object.entries(fields).map(([key, value]) => [key, key === 'rules' && value === OWN_RULES ? CACHE_RULES : value] as const);
  const rest = `${known.map(lineOf).join(between)}\n}\n`;
  const told = digest === RIGHT_DIGEST ? sha256(rest) : digest;
  const head = Object.entries({ schema_version: version, digest: told }).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return `{\n${head.map((entry) => `${lineOf(entry)},\n`).join('')}${rest}`;
}

/** The fields of the text of a cache, in its order. */
export function cacheFields(text: string): JsonRecord {
  return { ...(JSON.parse(text) as JsonRecord), digest: RIGHT_DIGEST, rules: OWN_RULES };
}

/** What the digest of a text is of: all that follows its third line. */
export const digestedPart = (text: string): string => text.split('\n').slice(3).join('\n');
