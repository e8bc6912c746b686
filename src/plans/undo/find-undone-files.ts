import { err, ok, Result } from 'neverthrow';
import type { PathDifference, PathState } from '../../diagnostics/catalogue/plan-codes.js';
import { parentOf, WORKSPACE_ROOT, type WorkspacePath } from '../../paths/workspace-path.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import { gather } from '../../ports/gather.js';
import type { PortError, PortResult } from '../../ports/port-error.js';
import type { EntryStat, ReadPort } from '../../ports/read-port.js';
import { isSameState } from '../apply/path-states.js';
import { stateOfError } from '../apply/state-of-error.js';
import { MAX_UNDO_BYTES, type UndoneFile } from './parse-undo-record.js';

/** The files that an undo brings back, as they stand now. */
export interface FoundFiles {
  /** The bytes of each, by path; null where it does not exist. */
  readonly bytes: ReadonlyMap<WorkspacePath, Uint8Array | null>;
  /** What is not as the plan left it, by path. */
  readonly differences: readonly PathDifference[];
}

interface Found {
  readonly bytes: Uint8Array | null;
  readonly state: PathState;
}

const ABSENT: PathState = { kind: 'absent' };
const FOLDER: PathState = { kind: 'folder', listing: null };

async function readFiles(read: ReadPort, paths: readonly WorkspacePath[], compute: ComputePort): Promise<PortResult<readonly Found[]>> {
  const answers = await gather<Found>('read', paths, (visit) =>
    read.readFiles(
      paths.map((path) => ({ path, maxBytes: MAX_UNDO_BYTES })),
      (index, answer) => {
        const found = answer.map(({ bytes }): Found => {
          const state = { kind: 'file', sha256: digestBytes(bytes, compute), length: bytes.length } as const;
          return { bytes: Uint8Array.from(bytes), state };
        });
        visit(
          index,
          found.orElse((error) => stateOfError(error).map((state) => ({ bytes: null, state }))),
        );
      },
    ),
  );
  return answers.andThen((all) => Result.combine([...all]));
}

const stateOfEntry = ({ kind }: EntryStat): PathState => (kind === 'folder' ? FOLDER : { kind: 'not-a-folder' });

/** Where a name above a folder is a file, or a link stands in its place, it is none; what says nothing of it stays an error. */
const stateOfFailedStat = (error: PortError): PortResult<PathState> =>
  error.kind === 'not-a-folder' || error.kind === 'symlink' ? ok({ kind: 'not-a-folder' }) : stateOfError(error);

/** The folders in which files are to stand again, and that are no folders any more. */
async function findLostFolders(read: ReadPort, files: readonly UndoneFile[]): Promise<PortResult<readonly PathDifference[]>> {
  const needed = files.filter(({ text, afterSha256 }) => text !== null && afterSha256 === null);
  const folders = [...new Set(needed.map(({ path }) => parentOf(path) ?? WORKSPACE_ROOT))];
  const asked = await gather<PathState>('stat', folders, (visit) =>
    read.statPaths(folders, (index, answer) => visit(index, answer.map(stateOfEntry).orElse(stateOfFailedStat))),
  );
  return asked
    .andThen((all) => Result.combine([...all]))
    .map((states) =>
      folders.flatMap((path, index): readonly PathDifference[] => {
        const found = states[index] ?? ABSENT;
        return found.kind === 'folder' ? [] : [{ path, expected: FOLDER, found }];
      }),
    );
}

/** Looks at the files that an undo brings back: only where all of them are as the plan left them may it. */
export async function findUndoneFiles(
  { read, compute }: { readonly read: ReadPort; readonly compute: ComputePort },
  files: readonly UndoneFile[],
): Promise<PortResult<FoundFiles>> {
  const found = await readFiles(
    read,
    files.map(({ path }) => path),
    compute,
  );
  if (found.isErr()) return err(found.error);
  const lost = await findLostFolders(read, files);
  if (lost.isErr()) return err(lost.error);
  const bytes = new Map<WorkspacePath, Uint8Array | null>();
  const differences = [...lost.value];
  for (const [index, { path, afterSha256 }] of files.entries()) {
    const { state, ...is } = found.value[index] ?? { bytes: null, state: ABSENT };
    const expected: PathState = afterSha256 === null ? ABSENT : { kind: 'file', sha256: afterSha256, length: null };
    bytes.set(path, is.bytes);
    if (!isSameState(state, expected)) differences.push({ path, expected, found: state });
  }
  return ok({ bytes, differences });
}
