import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ComputePort } from 'prometeu-packer';
import { nodeInflater } from './node-inflater.js';
import { createSpareMemory } from './spare-memory.js';

/** The compute port on Node's own SHA-256, CRC-32 and zlib. */
export const nodeCompute: ComputePort = {
  sha256() {
    const hash = createHash('sha256');
    return {
      update: (bytes) => {
        hash.update(bytes);
      },
      hex: () => hash.digest('hex'),
    };
  },
  crc32,
  inflate: (maxOutput) => nodeInflater(maxOutput, createSpareMemory()),
};

/** The same, and it keeps the memory of one stream for the next: for a user that inflates many, one after the other. */
export function createNodeCompute(): ComputePort {
  const spare = createSpareMemory();
  return { ...nodeCompute, inflate: (maxOutput) => nodeInflater(maxOutput, spare) };
}
