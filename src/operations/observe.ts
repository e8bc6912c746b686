import type { Observed } from '../diagnostics/outcome.js';
import type { ReadHost } from '../ports/packer-host.js';
import { recallNothing } from '../workspace/recall.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { retakeSnapshot } from './take-snapshot.js';
import { closeWorkspaceMemory, type WorkspaceMemory } from './workspace-memory.js';

/** A workspace that is kept in view. */
export interface Observation {
  /** What was found: plain data. */
  readonly snapshot: WorkspaceSnapshot;
  /** What {@link reconcile} needs to look again at what has changed only. */
  readonly memory: WorkspaceMemory;
}

/**
 * Reads a workspace as `readWorkspace` does, and keeps what is needed to look again later without parsing and judging
 * everything anew: for an editor that stays open. Files are asked for their times besides. Writes nothing.
 *
 * @returns as `readWorkspace`.
 *
 * @example
 * ```ts
 * import { observe, reconcile } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const observed = await observe(host);
 * host.set('assets/palette/notes.txt', 'night');
 * const now = observed.isOk() ? await reconcile(host, observed.value) : observed;
 * if (now.isOk() && now.value.state === 'diverged') console.log(now.value.added); // [ 'assets/palette/notes.txt' ]
 * ```
 */
export function observe(host: ReadHost, options: ReadOptions = {}): Promise<Observed<Observation>> {
  return guardOperation('observe', async () => {
    const taken = await retakeSnapshot(readContext(host, options), () => recallNothing({ asksTimes: true }));
    return taken.map((found): Observation => ({ snapshot: found.snapshot, memory: closeWorkspaceMemory(found, null) }));
  });
}
