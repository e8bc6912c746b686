import { createMemoryWorkspace } from 'prometeu-packer/memory';
import type { PackerHost } from 'prometeu-packer';
import { breathingHost } from './breathing-host.js';
import type { PanelWorkspace } from './panel-workspace.js';

/** What a workspace needs of the thread that it lives in. */
export interface PanelThread {
  /** Calls back after so many milliseconds; answers how to call that off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** A workspace in memory. */
export interface MemoryDiskHost {
  /** What the session is opened over. */
  readonly host: PackerHost;
  /** When the session looks at reported changes. */
  readonly schedule: (run: () => void) => () => void;
  /** The disk itself. */
  readonly disk: Pick<PanelWorkspace, 'list' | 'read' | 'write' | 'remove'>;
}

/** Quiet time after a change until the session looks at it, in milliseconds. */
const SETTLE_MS = 90;

/**
 * Makes a workspace in memory that answers as a disk does.
 *
 * @param pauseMs - how long that disk takes for a mebibyte.
 */
export function createMemoryDiskHost(files: ReadonlyMap<string, Uint8Array>, pauseMs: number, { after }: PanelThread): MemoryDiskHost {
  const memory = createMemoryWorkspace(files);
  const pause = (): Promise<void> => new Promise((done) => void after(pauseMs, done));
  return {
    host: breathingHost(memory, pause),
    schedule: (run) => after(SETTLE_MS, run),
    disk: {
      list: async () => [...memory.files()].map(([path, { length }]) => ({ path, size: length })),
      read: async (path) => memory.files().get(path) ?? null,
      write: async (path, text) => memory.set(path, text),
      remove: async (path) => memory.delete(path),
    },
  };
}
