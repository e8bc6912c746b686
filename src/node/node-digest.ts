import { lateModule } from './late-module.js';

const crypto = lateModule('node:crypto');

/** SHA-256 of some bytes, as 64 lower-case hexadecimal digits, without an object for each where Node has a way. */
export function nodeDigest(bytes: Uint8Array): string {
  const { hash, createHash } = crypto();
  return typeof hash === 'function' ? hash('sha256', bytes, 'hex') : createHash('sha256').update(bytes).digest('hex');
}
