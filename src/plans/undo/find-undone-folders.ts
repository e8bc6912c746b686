import { err, ok } from 'neverthrow';
import type { PathDifference, PathState } from '../../diagnostics/catalogue/plan-codes.js';
import { foldersAbove } from '../../paths/folders-above.js';
import { WORKSPACE_ROOT, type WorkspacePath } from '../../paths/workspace-path.js';
import type { PortResult } from '../../ports/port-error.js';
import { gather } from '../../ports/gather.js';
import type { FolderEntry, ReadPort } from '../../ports/read-port.js';
import { listingDigest } from '../../workspace/listing-digest.js';
import { stateOfError } from '../apply/state-of-error.js';
import type { FolderPrecondition } from '../plan.js';
import type { UndoneMove } from './parse-undo-record.js';

/** The folders that an undo moves back, as they stand now. */
export interface FoundFolders {
  /** What the undo rests on: the folders, their places of before, and all folders above those. */
  readonly folders: readonly FolderPrecondition[];
  /** Folders that are no longer where the plan moved them, and places of before that are taken. */
  readonly differences: readonly PathDifference[];
}

const ABSENT: PathState = { kind: 'absent' };

/** Looks at the folders that an undo moves back: each has to be where the plan moved it, and the place before free. */
export async function findUndoneFolders(read: ReadPort, moves: readonly UndoneMove[]): Promise<PortResult<FoundFolders>> {
  const paths = [...new Set(moves.flatMap(({ from, to }) => [to, from, ...foldersAbove(from).slice(1)]))];
  const answers = await gather<readonly FolderEntry[]>('list', paths, (visit) => read.listFolders(paths, visit));
  if (answers.isErr()) return err(answers.error);
  const states = new Map<WorkspacePath, PathState>();
  for (const [index, answer] of answers.value.entries()) {
    const path = paths[index] ?? WORKSPACE_ROOT;
    const listed = answer.map((entries): PathState => ({ kind: 'folder', listing: listingDigest(entries, path) }));
    const state = listed.orElse((error) =>
      error.kind === 'not-a-folder' && error.path === path ? ok({ kind: error.kind }) : stateOfError(error),
    );
    if (state.isErr()) return err(state.error);
    states.set(path, state.value);
  }
  const differences: PathDifference[] = [];
  for (const { from, to } of moves) {
    const [stands, taken] = [states.get(to) ?? ABSENT, states.get(from) ?? ABSENT];
    if (stands.kind !== 'folder') differences.push({ path: to, expected: { kind: 'folder', listing: null }, found: stands });
    if (taken.kind !== 'absent') differences.push({ path: from, expected: ABSENT, found: taken });
  }
  const folders = [...states].map(([path, state]) => ({ path, listing: state.kind === 'folder' ? state.listing : null }));
  return ok({ folders, differences });
}
