import type { PackerHost, PortOperation } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { withFaults, type PortFaultPlan } from 'prometeu-packer/testing';
import type { CaseFault } from './code-case.js';
import { inHostWords } from './host-words.js';

/** A workspace of a case, and what other processes do in it. */
export interface CaseHost {
  readonly workspace: MemoryWorkspace;
  /** The host with these faults in it. */
  readonly withFaults: (faults: readonly CaseFault[]) => PackerHost;
}

function planOf(faults: readonly CaseFault[]): PortFaultPlan {
  const counts = faults.map(() => 0);
  return (operation: PortOperation, path: string) => {
    for (const [index, { operation: wanted, path: part = '', fault, from = 0, to = Infinity }] of faults.entries()) {
      if (operation !== wanted || !path.includes(part)) continue;
      const count = counts[index] ?? 0;
      counts[index] = count + 1;
      if (count < from || count >= to) continue;
      if (fault === 'throw') throw new Error('a port that throws');
      return fault;
    }
    return undefined;
  };
}

/** Makes the host of a case: a workspace in memory, durable in what it claims, so that every operation takes it. */
export function createCaseHost(options: { readonly caseSensitive?: boolean } = {}): CaseHost {
  const workspace = createMemoryWorkspace({}, { ...options, capabilities: { atomicReplace: true, durable: true } });
  return { workspace, withFaults: (faults) => (faults.length === 0 ? workspace : inHostWords(withFaults(workspace, planOf(faults)))) };
}
