import { createHash } from 'node:crypto';

interface Sha256 {
  (bytes: Uint8Array): Uint8Array;
  create(): { update(bytes: Uint8Array): unknown; digest(): Uint8Array };
}

const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** Stands for `@noble/hashes` under mutation: the same digests, by the host, since most of the time of a plan's test is spent on them. */
export const sha256: Sha256 = Object.assign(digest, { create: () => createHash('sha256') });
