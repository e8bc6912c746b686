import { portFailure, type LockWitness, type ReadPort } from 'prometeu-packer';
import type { PortContractHarness } from 'prometeu-packer/testing';
import { createMemoryWorkspace, type MemoryWorkspaceOptions } from '../../src/memory/create-memory-workspace.js';

const DEAD_PID = 4711;

const witness: LockWitness = {
  self: { host: 'here', bootId: 'this boot', pid: 1, processStart: '100' },
  processStart: (pid) => (pid === DEAD_PID ? null : '100'),
};

/** The port, but that the files of some paths are not read. */
function denying(read: ReadPort, denied: ReadonlySet<string>): ReadPort {
  const { listAndRead, listFolders } = read;
  const readFiles: ReadPort['readFiles'] = (requests, visit, options) =>
    read.readFiles(
      requests,
      (index, answer) => {
        const path = requests[index]?.path ?? '';
        visit(index, denied.has(path) ? portFailure('denied', 'read', path) : answer);
      },
      options,
    );
  if (listAndRead === undefined) return { ...read, readFiles };
  const run: typeof listAndRead.run = (paths, wanted, visit, options) =>
    listAndRead.run(
      paths,
      wanted,
      (index, answer) =>
        visit(
          index,
          answer.map((folder) => (denied.has(`${paths[index]}/${wanted.name}`) ? { ...folder, content: null } : folder)),
        ),
      options,
    );
  return { ...read, readFiles, listAndRead: { insteadOf: { listFolders, readFiles }, run } };
}

/** An empty workspace in memory, with every means the contract suite can use. */
export async function openMemoryHarness(options: MemoryWorkspaceOptions = {}): Promise<PortContractHarness> {
  const denied = new Set<string>();
  const workspace = createMemoryWorkspace({}, { witness, ...options });
  return {
    read: denying(workspace.read, denied),
    write: workspace.write,
    plantSymlink: async (path) => workspace.symlink(path),
    plantSpecial: async (path) => workspace.special(path),
    denyReading: async (path) => void denied.add(path),
    plantRawName: async (name) => workspace.set(new TextDecoder().decode(name), ''),
    deadOwner: async (live) => ({ ...live, token: 'deadbeefdeadbeef', pid: DEAD_PID }),
    dispose: async () => undefined,
  };
}
