import type { PortOperation, ReadPort, WritePort } from 'prometeu-packer';
import { withFaults } from './with-faults.js';

/** One operation that a port was asked for. */
export interface PortCall {
  /** Which. Calls on handles and locks, and the items of a batch, count one by one. */
  readonly operation: PortOperation;
  /** The workspace path it was about; of a rename the old one. */
  readonly path: string;
}

/**
 * Writes down each operation that any ports are asked for, in order. Of a batch, all items are written down before it
 * runs.
 *
 * @returns the ports to be used instead, and the list, which grows.
 *
 * @example
 * ```ts
 * import { readWorkspace } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { recordingPort } from 'prometeu-packer/testing';
 *
 * const { ports, calls } = recordingPort(createMemoryWorkspace({ 'assets/palette/asset.json': '{}' }));
 * await readWorkspace(ports);
 * console.log(calls.some(({ operation, path }) => operation === 'read' && path === 'assets/palette/asset.json')); // true
 * ```
 */
export function recordingPort<Ports extends { readonly read: ReadPort; readonly write: WritePort }>(
  ports: Ports,
): { readonly ports: Ports; readonly calls: readonly PortCall[] } {
  const calls: PortCall[] = [];
  const recorded = withFaults(ports, (operation, path) => {
    calls.push({ operation, path });
    return undefined;
  });
  return { ports: recorded, calls };
}
