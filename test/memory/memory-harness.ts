import type { FaultPlan, LockWitness } from 'prometeu-packer';
import type { PortContractHarness } from 'prometeu-packer/testing';
import { createMemoryWorkspace, type MemoryWorkspaceOptions } from '../../src/memory/create-memory-workspace.js';

const DEAD_PID = 4711;

const witness: LockWitness = {
  self: { host: 'here', bootId: 'this boot', pid: 1, processStart: '100' },
  processStart: (pid) => (pid === DEAD_PID ? null : '100'),
};

/** An empty workspace in memory, with every means the contract suite can use. */
export async function openMemoryHarness(options: MemoryWorkspaceOptions = {}): Promise<PortContractHarness> {
  const denied = new Set<string>();
  const faults: FaultPlan = (operation, path, index) =>
    operation === 'read' && denied.has(path) ? 'denied' : options.faults?.(operation, path, index);
  const workspace = createMemoryWorkspace({}, { witness, ...options, faults });
  return {
    read: workspace.read,
    write: workspace.write,
    plantSymlink: async (path) => workspace.symlink(path),
    plantSpecial: async (path) => workspace.special(path),
    denyReading: async (path) => void denied.add(path),
    plantRawName: async (name) => workspace.set(new TextDecoder().decode(name), ''),
    deadOwner: async (live) => ({ ...live, token: 'deadbeefdeadbeef', pid: DEAD_PID }),
    dispose: async () => undefined,
  };
}
