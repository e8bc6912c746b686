import { createHash, randomBytes } from 'node:crypto';
import type { IdentitySource } from 'prometeu-packer';

/** 32 hexadecimal digits: all that is random in the identities of one plan. */
export function newIdentitySeed(): string {
  return randomBytes(16).toString('hex');
}

/** Marks 16 bytes as a version 4 uuid: random, variant of RFC 9562. */
function formatUuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * An identity source that gives the same uuids for the same seed, in order: a plan that was previewed can be made again,
 * in another process, to be applied. The uuids are as random as the seed.
 */
export function seededIdentity(seed: string): IdentitySource {
  let count = 0;
  return {
    newUuid() {
      count += 1;
      const hash = createHash('sha256').update(`${seed}:${count}`).digest();
      return formatUuid(hash.subarray(0, 16));
    },
  };
}
