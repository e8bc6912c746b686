import { createCrashDisk, type CrashContent, type CrashDisk } from 'prometeu-packer/testing';
import { nodeCompute } from '../../../src/node/node-compute.js';

/** A disk that holds files. */
export function diskOf(files: CrashContent): CrashDisk {
  return createCrashDisk(files, { compute: nodeCompute });
}
