import type { Observed } from 'prometeu-packer';
import { openSession } from 'prometeu-packer/studio';
import { createMemoryDiskHost, type PanelThread } from './memory-disk-host.js';
import type { PanelWorkspace } from './panel-workspace.js';

/** Opens a workspace in memory, and the session over it, in the page. */
export async function openInPage(
  files: ReadonlyMap<string, Uint8Array>,
  pauseMs: number,
  thread: PanelThread,
): Promise<Observed<PanelWorkspace>> {
  const { host, schedule, disk } = createMemoryDiskHost(files, pauseMs, thread);
  const opened = await openSession(host, { schedule });
  return opened.map((session) => ({ ...disk, session, close: session.close }));
}
