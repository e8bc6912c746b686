import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { crc32 } from './crc32.js';
import { createInflater, type StreamInflater } from './inflate/create-inflater.js';

/** What {@link portableCompute} offers: the compute port, in words of this folder. */
export interface PortableCompute {
  /** Begins a SHA-256; `hex` answers 64 lower-case digits and uses it up. */
  sha256(): { update(bytes: Uint8Array): void; hex(): string };
  /** The CRC-32 of some bytes; `previous` is that of the bytes before them. */
  crc32(bytes: Uint8Array, previous: number): number;
  /** Begins to inflate one zlib stream that may give at most `maxOutput` bytes. */
  inflate(maxOutput: number): StreamInflater;
}

/** The compute port in plain JavaScript: for every host, and the measure for native ones. */
export const portableCompute: PortableCompute = {
  sha256() {
    const hash = sha256.create();
    return {
      update: (bytes) => {
        hash.update(bytes);
      },
      hex: () => bytesToHex(hash.digest()),
    };
  },
  crc32,
  inflate: createInflater,
};
