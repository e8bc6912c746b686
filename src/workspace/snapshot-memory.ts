import type { ParsedAsset } from '../artifacts/asset/parsed-asset.js';
import type { ParsedRegistry } from '../artifacts/registry/parsed-registry.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { PortResult } from '../ports/port-error.js';
import type { FolderEntry } from '../ports/read-port.js';
import type { CheckedSource } from './checked-source.js';
import type { FileReading } from './file-reading.js';
import type { RememberedReading } from './recall-reader.js';
import type { FolderScan } from './scan-folders.js';

/**
 * What a reading leaves for the next one, so that only what has changed is parsed and judged again. It holds every
 * declaration as parsed, and is no part of the snapshot, which is plain data that lives long.
 */
export interface SnapshotMemory {
  /** What stands under `assets/`, as it was judged. */
  readonly scan: FolderScan;
  /** What the port answered for each folder. */
  readonly listings: ReadonlyMap<WorkspacePath, PortResult<readonly FolderEntry[]>>;
  /** The registry's file. */
  readonly registry: PortResult<FileReading<ParsedRegistry>>;
  /** Declarations by path. */
  readonly declarations: ReadonlyMap<WorkspacePath, PortResult<FileReading<ParsedAsset>>>;
  /** What every declaration said in the current version. */
  readonly readings: ReadonlyMap<ParsedAsset, RememberedReading>;
  /** Source files that declarations name. */
  readonly sources: ReadonlyMap<WorkspacePath, CheckedSource>;
  /** The latest time of any file seen: the reading ended no earlier. In milliseconds since 1970; -Infinity where none was seen. */
  readonly latestMs: number;
}
