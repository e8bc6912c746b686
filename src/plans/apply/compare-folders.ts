import { err, ok } from 'neverthrow';
import type { PathState } from '../../diagnostics/catalogue/plan-codes.js';
import { isStagedName } from '../../paths/staged-names.js';
import { joinPath, type WorkspacePath } from '../../paths/workspace-path.js';
import { gather } from '../../ports/gather.js';
import type { PortError, PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { FolderEntry } from '../../ports/read-port.js';
import { listingDigest } from '../../workspace/listing-digest.js';
import { rememberDigests } from '../../workspace/remember-digests.js';
import type { StagingContext } from './apply-context.js';
import type { Comparison } from './judge-comparisons.js';
import type { FolderPrecondition } from '../plan.js';
import { stateOfError } from './state-of-error.js';

/** What came of listing folders. */
export interface ComparedFolders {
  /** Each folder of a precondition, and what was expected. */
  readonly comparisons: readonly Comparison[];
  /** Staged files that stand in the folders. */
  readonly leftovers: readonly WorkspacePath[];
}

/** What is kept of a folder's entries, of which there may be many. */
interface SeenFolder {
  readonly listing: string;
  readonly staged: readonly WorkspacePath[];
}

function folderError(error: PortError): PortResult<PathState> {
  return error.kind === 'not-a-folder' ? ok({ kind: error.kind }) : stateOfError(error);
}

const NONE: readonly WorkspacePath[] = [];

function stagedFiles(folder: WorkspacePath, entries: readonly FolderEntry[]): readonly WorkspacePath[] {
  const staged = entries.filter(({ name, kind }) => kind === 'file' && isStagedName(name));
  if (staged.length === 0) return NONE;
  return staged.flatMap(({ name }) =>
    joinPath(folder, name).match(
      (path) => [path],
      () => [],
    ),
  );
}

/**
 * Lists folders, once each, and puts what was expected beside what was found.
 *
 * @param also - folders that are only looked through for staged files.
 */
export async function compareFolders(
  { read, compute, signal }: Pick<StagingContext, 'read' | 'compute' | 'signal'>,
  folders: readonly FolderPrecondition<WorkspacePath>[],
  also: readonly WorkspacePath[],
): Promise<PortResult<ComparedFolders>> {
  const paths = [...new Set([...folders.map(({ path }) => path), ...also])];
  const digestOf = rememberDigests(compute);
  const see = (path: WorkspacePath, entries: readonly FolderEntry[]): SeenFolder => {
    return { listing: listingDigest(entries, path, digestOf), staged: stagedFiles(path, entries) };
  };
  const listed = await gather<SeenFolder>('list', paths, (visit) =>
    read.listFolders(
      paths,
      (index, answer) => {
        const path = paths[index];
        if (path !== undefined)
          visit(
            index,
            answer.map((entries) => see(path, entries)),
          );
      },
      signal && { signal },
    ),
  );
  if (listed.isErr()) return err(listed.error);
  const states = new Map<WorkspacePath, PortResult<PathState>>();
  const leftovers: WorkspacePath[] = [];
  for (const [index, path] of paths.entries()) {
    const answer = listed.value[index] ?? portFailure('broken', 'list', path);
    states.set(path, answer.map(({ listing }): PathState => ({ kind: 'folder', listing })).orElse(folderError));
    if (answer.isOk()) for (const leftover of answer.value.staged) leftovers.push(leftover); // too many to spread
  }
  const comparisons = folders.map(({ path, listing }): Comparison => {
    const expected: PathState = listing === null ? { kind: 'absent' } : { kind: 'folder', listing };
    return { path, expected, found: states.get(path) ?? portFailure('broken', 'list', path) };
  });
  return ok({ comparisons, leftovers });
}
