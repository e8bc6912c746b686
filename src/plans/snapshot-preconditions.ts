import { compareStrings } from '../base/compare-strings.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { FilePrecondition, HeadPrecondition, Preconditions } from './plan.js';

/** What a planner read besides the snapshot. */
export interface FurtherReads {
  /** Files read whole, or found absent. */
  readonly files?: readonly FilePrecondition[];
  /** Files read in part. */
  readonly heads?: readonly HeadPrecondition[];
}

/** Everything a plan made from a snapshot rests on. */
export function snapshotPreconditions(snapshot: WorkspaceSnapshot, { files = [], heads = [] }: FurtherReads = {}): Preconditions {
  return {
    projectUuid: snapshot.registry?.project_uuid ?? null,
    files: [...snapshot.files, ...files].sort((a, b) => compareStrings(a.path, b.path)),
    heads: [...heads].sort((a, b) => compareStrings(a.path, b.path)),
    folders: snapshot.folders.map(({ path, listing }) => ({ path, listing })),
  };
}
