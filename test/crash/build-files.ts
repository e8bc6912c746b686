import { build } from 'prometeu-packer';
import { createCrashDisk } from 'prometeu-packer/testing';
import { nodeCompute } from '../../src/node/node-compute.js';
import type { Files } from './visible-files.js';

/**
 * What a build makes of a workspace: the four files, or the codes of why there are none, as if they were a file.
 *
 * @param content - the workspace, as it was found; folders do not matter.
 */
export async function buildFiles(content: Files): Promise<Files> {
  const disk = createCrashDisk({ files: content, folders: [] }, { compute: nodeCompute });
  const built = await build(disk.host());
  if (built.isErr()) {
    return new Map([['refused', new TextEncoder().encode([...new Set(built.error.map(({ code }) => code))].sort().join())]]);
  }
  return new Map([...disk.now().files].filter(([path]) => path.startsWith('build/') && !path.endsWith('.txt')));
}
