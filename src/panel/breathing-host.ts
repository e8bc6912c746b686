import type { PackerHost, ReadPort } from 'prometeu-packer';

/** Bytes that are read, and operations that are done, until the thread is given up for a moment. */
const BYTES = 1 << 20;
const OPERATIONS = 64;

/**
 * Lets a workspace in memory answer as a disk would: now and then only after everything else that waits had its turn. Memory
 * answers so fast that a page would not be drawn, and a worker not be told to stop, until all was done.
 *
 * @param pause - answers after whatever else waits.
 */
export function breathingHost(host: PackerHost, pause: () => Promise<void>): PackerHost {
  const state = { bytes: 0, operations: 0 };
  const breathe = async (bytes: number): Promise<void> => {
    state.bytes += bytes;
    state.operations += 1;
    if (state.bytes < BYTES && state.operations < OPERATIONS) return;
    state.bytes = 0;
    state.operations = 0;
    await pause();
  };
  const read: ReadPort = {
    ...host.read,
    openFile: async (path) => {
      await breathe(0);
      const opened = await host.read.openFile(path);
      return opened.map((handle) => ({
        ...handle,
        read: async (into: Uint8Array, position: number) => {
          const got = await handle.read(into, position);
          await breathe(got.unwrapOr(0));
          return got;
        },
      }));
    },
    readFiles: async (requests, visit, options) => {
      await breathe(requests.reduce((sum, { maxBytes }) => sum + Math.min(maxBytes, BYTES), 0));
      return host.read.readFiles(requests, visit, options);
    },
    listFolders: async (paths, visit, options) => {
      await breathe(0);
      return host.read.listFolders(paths, visit, options);
    },
  };
  return { ...host, read };
}
