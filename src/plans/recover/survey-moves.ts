import { err, ok } from 'neverthrow';
import type { JournalMoveEntry } from '../../artifacts/journal/model.js';
import type { PathState } from '../../diagnostics/catalogue/plan-codes.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { gather } from '../../ports/gather.js';
import type { PortResult } from '../../ports/port-error.js';
import type { EntryStat, ReadPort } from '../../ports/read-port.js';

/** A folder that a committed plan moves, as it was found. */
export interface SurveyedMove {
  /** What the journal says. */
  readonly entry: JournalMoveEntry;
  /** What stands where it goes. */
  readonly found: PathState;
  /** What stands where it comes from. */
  readonly staged: PathState;
  /** `ready`: it stands in its old place alone. `done`: in its new place alone. `conflict`: in both, or in neither. */
  readonly verdict: 'done' | 'ready' | 'conflict';
}

const ABSENT: PathState = { kind: 'absent' };

function stateOf(answer: PortResult<EntryStat>): PortResult<PathState> {
  if (answer.isOk()) {
    const { kind } = answer.value;
    return ok(kind === 'folder' ? { kind, listing: null } : { kind: kind === 'symlink' ? kind : 'not-a-folder' });
  }
  const { kind } = answer.error;
  if (kind === 'not-found') return ok({ kind: 'absent' });
  return kind === 'not-a-folder' || kind === 'symlink' ? ok({ kind }) : err(answer.error); // of a folder above
}

function judge(found: PathState, from: PathState): SurveyedMove['verdict'] {
  if (from.kind === 'folder' && found.kind === 'absent') return 'ready';
  return from.kind === 'absent' && found.kind === 'folder' ? 'done' : 'conflict';
}

/** Looks at both places of every folder that a committed plan moves. What is in the folders is not looked at. Writes nothing. */
export async function surveyMoves(
  read: Pick<ReadPort, 'statPaths'>,
  moves: readonly JournalMoveEntry[],
): Promise<PortResult<readonly SurveyedMove[]>> {
  if (moves.length === 0) return ok([]);
  const paths: readonly WorkspacePath[] = moves.flatMap(({ target, from }) => [target, from]);
  const answers = await gather<EntryStat>('stat', paths, (visit) => read.statPaths(paths, visit));
  if (answers.isErr()) return err(answers.error);
  const states: PathState[] = [];
  for (const answer of answers.value) {
    const state = stateOf(answer);
    if (state.isErr()) return err(state.error);
    states.push(state.value);
  }
  return ok(
    moves.map((entry, index) => {
      const found = states[2 * index] ?? ABSENT;
      const staged = states[2 * index + 1] ?? ABSENT;
      return { entry, found, staged, verdict: judge(found, staged) };
    }),
  );
}
