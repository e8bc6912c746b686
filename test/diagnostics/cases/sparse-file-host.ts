import type { EntryStat, PackerHost } from 'prometeu-packer';

/** A host on which the file at `path` goes on with nothing but holes until it is `size` bytes long. */
export function sparseFileHost(host: PackerHost, path: string, size: number): PackerHost {
  const { read } = host;
  const sparse = (of: string, stat: EntryStat): EntryStat => (of === path ? { ...stat, size } : stat);
  return {
    ...host,
    read: {
      ...read,
      statPaths: (paths, visit, options) =>
        read.statPaths(
          paths,
          (index, answer) =>
            visit(
              index,
              answer.map((stat) => sparse(paths[index] ?? '', stat)),
            ),
          options,
        ),
      openFile: async (opened) => (await read.openFile(opened)).map((handle) => ({ ...handle, stat: sparse(opened, handle.stat) })),
    },
  };
}
