import { err, ok } from 'neverthrow';
import type { Journal, JournalEntry, JournalFileEntry } from '../../artifacts/journal/model.js';
import { stagedPath } from '../../artifacts/journal/staged-path.js';
import type { PathState } from '../../diagnostics/catalogue/plan-codes.js';
import type { PortResult } from '../../ports/port-error.js';
import type { ApplyContext } from '../apply/apply-context.js';
import { type Look, observePaths } from '../apply/observe-paths.js';
import { asPathState, isSameState, lookFor } from '../apply/path-states.js';
import { surveyMoves } from './survey-moves.js';

/** A target of a committed plan, as it was found. */
export interface SurveyedTarget {
  /** What the journal says. */
  readonly entry: JournalEntry;
  /** What stands at the target. */
  readonly found: PathState;
  /** What is staged for it, or stands where a folder is to come from; null where it is to be removed. */
  readonly staged: PathState | null;
  /**
   * `done`: the target is what the plan makes of it. `ready`: it can be made so. `conflict`: someone else changed the
   * target, or what was staged for it.
   */
  readonly verdict: 'done' | 'ready' | 'conflict';
}

/** What looking needs. */
type SurveyContext = Pick<ApplyContext, 'read' | 'compute'>;

const REPLACEABLE: ReadonlySet<PathState['kind']> = new Set(['absent', 'file', 'archive']);

function judge({ before, after }: JournalFileEntry, found: PathState, staged: PathState | null): SurveyedTarget['verdict'] {
  const goal = asPathState(after);
  const start = asPathState(before);
  const isThere = isSameState(found, goal);
  const isStaged = staged === null || isSameState(staged, goal);
  if (start !== null) return isThere ? 'done' : isStaged && isSameState(found, start) ? 'ready' : 'conflict';
  if (isStaged && REPLACEABLE.has(found.kind)) return 'ready'; // also where it looks done: only the front of an archive was looked at
  return isThere && staged?.kind === 'absent' ? 'done' : 'conflict';
}

async function observeAll(
  context: SurveyContext,
  looks: readonly (Look & { readonly entry: JournalFileEntry })[],
): Promise<PortResult<readonly (readonly [JournalFileEntry, PathState])[]>> {
  const observed = await observePaths(context, looks);
  if (observed.isErr()) return err(observed.error);
  const states: (readonly [JournalFileEntry, PathState])[] = [];
  for (const [{ entry }, state] of observed.value) {
    if (state.isErr()) return err(state.error);
    states.push([entry, state.value]);
  }
  return ok(states);
}

/** Looks at every target of a committed plan, and at what is staged for it. Writes nothing. */
export async function surveyJournal(context: SurveyContext, { entries, token }: Journal): Promise<PortResult<readonly SurveyedTarget[]>> {
  const moves = await surveyMoves(
    context.read,
    entries.flatMap((entry) => (entry.op === 'move' ? [entry] : [])),
  );
  if (moves.isErr()) return err(moves.error);
  const files = entries.flatMap((entry) => (entry.op === 'move' ? [] : [entry]));
  const targets = await observeAll(
    context,
    files.map((entry) => ({ look: lookFor(entry), path: entry.target, entry })),
  );
  if (targets.isErr()) return err(targets.error);
  const replaced = files.filter(({ op }) => op === 'replace');
  const staged = await observeAll(
    context,
    replaced.map((entry) => ({ look: lookFor(entry), path: stagedPath(entry.target, token), entry })),
  );
  if (staged.isErr()) return err(staged.error);
  const contents = new Map(staged.value);
  const surveyed = targets.value.map(([entry, found]): SurveyedTarget => {
    const content = contents.get(entry) ?? null;
    return { entry, found, staged: content, verdict: judge(entry, found, content) };
  });
  return ok([...moves.value, ...surveyed]); // moves stand first in a journal
}
