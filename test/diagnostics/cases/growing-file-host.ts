import type { PackerHost } from 'prometeu-packer';

/** A host on which another program adds `bytes` bytes to the file at `path` whenever it has just been opened. */
export function growingFileHost(host: PackerHost, path: string, bytes: number): PackerHost {
  const { read } = host;
  return {
    ...host,
    read: {
      ...read,
      openFile: async (opened) =>
        (await read.openFile(opened)).map((handle) =>
          opened === path ? { ...handle, stat: { ...handle.stat, size: handle.stat.size - bytes } } : handle,
        ),
    },
  };
}
