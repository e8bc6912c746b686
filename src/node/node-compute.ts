import type { ComputePort } from 'prometeu-packer';
import { lateModule } from './late-module.js';
import { createNodeDigestHelper } from './node-digest-helper.js';
import { nodeDigest } from './node-digest.js';
import { nodeInflater } from './node-inflater.js';
import { createSpareMemory } from './spare-memory.js';

const crypto = lateModule('node:crypto');
const zlib = lateModule('node:zlib');

/** The compute port on Node's own SHA-256, CRC-32 and zlib. */
export const nodeCompute: ComputePort = {
  sha256() {
    const hash = crypto().createHash('sha256');
    return {
      update: (bytes) => {
        hash.update(bytes);
      },
      hex: () => hash.digest('hex'),
    };
  },
  digest: nodeDigest,
  digestHelper: (bytes) => createNodeDigestHelper(bytes),
  crc32: (bytes, previous) => zlib().crc32(bytes, previous),
  inflate: (maxOutput) => nodeInflater(maxOutput, createSpareMemory()),
};

/** The same, and it keeps the memory of one stream for the next: for a user that inflates many, one after the other. */
export function createNodeCompute(): ComputePort {
  const spare = createSpareMemory();
  return { ...nodeCompute, inflate: (maxOutput) => nodeInflater(maxOutput, spare) };
}
