import type { FolderEntry, PackerHost, WriteCapabilities } from 'prometeu-packer';

/** What is odd about a host, besides faults: an action brings it under `host`. */
export interface HostOddities {
  /** What the write port cannot do. */
  readonly capabilities?: Partial<WriteCapabilities>;
  /** What its source of tokens gives. */
  readonly token?: string;
  /** What its source of identities gives, at every call; null where it throws. */
  readonly identity?: string | null;
  /** A disk that writes another byte than it was given into files whose path holds this. */
  readonly rotten?: string;
  /** A folder that holds so many files more than it does. */
  readonly crowded?: { readonly folder: string; readonly entries: number };
}

function crowd(host: PackerHost, { folder, entries }: NonNullable<HostOddities['crowded']>): PackerHost {
  const more = Array.from({ length: entries }, (_, index): FolderEntry => ({ name: `${index}.bin`, kind: 'file' }));
  const listFolders: PackerHost['read']['listFolders'] = (paths, visit, options) =>
    host.read.listFolders(
      paths,
      (index, answer) => visit(index, paths[index] === folder ? answer.map((found) => [...found, ...more]) : answer),
      options,
    );
  return { ...host, read: { ...host.read, listFolders } };
}

function rot(host: PackerHost, part: string): PackerHost {
  const createFile: PackerHost['write']['createFile'] = async (path) =>
    (await host.write.createFile(path)).map((handle) =>
      path.includes(part) ? { ...handle, write: (bytes, position) => handle.write(bytes.with(0, (bytes[0] ?? 0) ^ 1), position) } : handle,
    );
  return { ...host, write: { ...host.write, createFile } };
}

function giveOrThrow(identity: string | null): string {
  if (identity === null) throw new Error('no randomness left');
  return identity;
}

/** A host with these oddities. */
export function oddHost(host: PackerHost, { capabilities, token, identity, rotten, crowded }: HostOddities): PackerHost {
  const odd: PackerHost = {
    ...host,
    ...(capabilities !== undefined && { write: { ...host.write, capabilities: { ...host.write.capabilities, ...capabilities } } }),
    ...(token !== undefined && { newToken: () => token }),
    ...(identity !== undefined && { identity: { newUuid: () => giveOrThrow(identity) } }),
  };
  const rotting = rotten === undefined ? odd : rot(odd, rotten);
  return crowded === undefined ? rotting : crowd(rotting, crowded);
}
