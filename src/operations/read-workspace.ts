import type { Observed } from '../diagnostics/outcome.js';
import type { ReadHost } from '../ports/packer-host.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { takeSnapshot } from './take-snapshot.js';

/**
 * Reads a workspace through every gate: folders, registry, declarations, identity, and the sources that declarations
 * name (PNG and WAV by content, raw ones by size). Writes nothing.
 *
 * @returns the snapshot with every finding, errors included. Err only where it could not run: the port failed as a whole,
 * or the signal fired (IO_ABORTED).
 *
 * @example
 * ```ts
 * import { readWorkspace } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const read = await readWorkspace(host);
 * if (read.isOk()) console.log(read.value.folders.length); // 2
 * ```
 */
export function readWorkspace(host: ReadHost, options: ReadOptions = {}): Promise<Observed<WorkspaceSnapshot>> {
  return guardOperation('readWorkspace', async () => (await takeSnapshot(readContext(host, options))).map(({ snapshot }) => snapshot));
}
