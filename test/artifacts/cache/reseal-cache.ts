import { createHash } from 'node:crypto';
import { CACHE_AFTER_DIGEST, CACHE_OPENING } from '../../../src/artifacts/cache/serialize-cache.js';

/** A cache that somebody has changed, and that has the digest of what it says now: its fields, with changes. */
export function resealCache(text: string, change: (fields: Record<string, unknown>) => Record<string, unknown>): string {
  const all = Object.entries(JSON.parse(text) as Record<string, unknown>);
  const fields = Object.fromEntries(all.filter(([key]) => key !== 'schema_version' && key !== 'digest'));
  const lines = Object.entries(change(fields)).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  const rest = `${lines.join(',\n')}\n}\n`;
  return `${CACHE_OPENING}${createHash('sha256').update(rest).digest('hex')}${CACHE_AFTER_DIGEST}${rest}`;
}
