import type { PortOperation, PortResult } from 'prometeu-packer';
import { hostFailure } from './host-failure.js';

/** Runs calls to the host and answers what they throw as a port error. */
export async function attempt<T>(operation: PortOperation, path: string, run: () => Promise<PortResult<T>>): Promise<PortResult<T>> {
  try {
    return await run();
  } catch (thrown) {
    return hostFailure(thrown, operation, path);
  }
}
