import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaLock } from './schema-lock.js';

/** The committed lock. */
export function readLock(): SchemaLock {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../etc/schema-lock.json'), 'utf8')) as SchemaLock;
}
