import type { LockOwner, ReadPort, WritePort } from 'prometeu-packer';

/** An empty workspace to try a port on, and what the tester can do to it besides. */
export interface PortContractHarness {
  /** Reads the workspace. */
  readonly read: ReadPort;
  /** Writes the same workspace. */
  readonly write: WritePort;
  /** Puts a symlink at a path; `target` counts from the folder that the link stands in, and may not exist. */
  readonly plantSymlink?: (path: string, target: string) => Promise<void>;
  /** Puts a pipe, a socket or a device at a path. */
  readonly plantSpecial?: (path: string) => Promise<void>;
  /** Forbids the port to read a file that exists. */
  readonly denyReading?: (path: string) => Promise<void>;
  /** Puts a file into the root whose name is these bytes, which are no UTF-8. */
  readonly plantRawName?: (name: Uint8Array) => Promise<void>;
  /** Makes of the owner of a lock just taken one whose process, on the same host and boot, is gone. */
  readonly deadOwner?: (live: LockOwner) => Promise<LockOwner>;
  /** Removes the workspace. */
  readonly dispose: () => Promise<void>;
}

/** Makes an empty workspace, another one each time. */
export type PortContractFactory = () => Promise<PortContractHarness>;

/** One expectation that a port did not meet. */
export interface ContractFailure {
  /** What was asked of the port. */
  readonly what: string;
  /** What the contract says. */
  readonly expected: unknown;
  /** What the port gave. */
  readonly found: unknown;
}

/** How a port did in one case. A case that the harness has no means for is never counted as passed. */
export type ContractVerdict =
  | { readonly verdict: 'passed' }
  | { readonly verdict: 'failed'; readonly failures: readonly ContractFailure[] }
  | { readonly verdict: 'not-applicable'; readonly reason: string };

/** One case of the port contract, for any test runner. */
export interface PortContractCase {
  /** What it asks for; unique. */
  readonly name: string;
  /** Tries it on a workspace of its own. Neither throws nor rejects; it hangs only where the port never answers. */
  readonly run: (factory: PortContractFactory) => Promise<ContractVerdict>;
}
