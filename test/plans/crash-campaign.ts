import { expect } from 'vitest';
import { inspectJournal } from '../../src/plans/recover/inspect-journal.js';
import type { Plan } from '../../src/plans/plan.js';
import { readThroughJournal } from '../../src/workspace/read-through-journal.js';
import {
  afterRestart,
  apply,
  type Bench,
  compute,
  crashAt,
  ignoreOutcome,
  leftovers,
  path,
  recoverAs,
  rewire,
  sha256,
  textOf,
  valueOf,
  visible,
} from './bench.js';

/** A workspace, a plan for it, and what the user sees before and after. */
export interface CrashCase {
  /** The workspace as it is before. */
  readonly start: () => Bench;
  /** The plan. */
  readonly plan: (bench: Bench) => Promise<Plan>;
}

type Tree = Record<string, string>;

/** How many operations a plan takes, and what the user sees before and after it. */
export async function measure({
  start,
  plan,
}: CrashCase): Promise<{ readonly before: Tree; readonly after: Tree; readonly operations: number }> {
  const bench = start();
  const before = visible(bench.workspace);
  const made = await plan(bench);
  rewire(bench.board);
  valueOf(await apply(bench.workspace, made));
  return { before, after: visible(bench.workspace), operations: bench.board.calls.length };
}

/** Applies the plan with the process dying at operation `index`. */
export async function crash({ start, plan }: CrashCase, index: number): Promise<{ readonly bench: Bench; readonly plan: Plan }> {
  const bench = start();
  const made = await plan(bench);
  rewire(bench.board, crashAt(index));
  ignoreOutcome(await apply(bench.workspace, made));
  rewire(bench.board);
  return { bench, plan: made };
}

/** What a reader sees that looks through a committed journal, of the files of either tree. */
export async function seenByReaders({ workspace }: Bench, trees: readonly Tree[]): Promise<Tree> {
  const inspected = valueOf(await inspectJournal(workspace.read, compute));
  const read = inspected.state === 'committed' ? readThroughJournal(workspace.read, inspected.journal) : workspace.read;
  const files = [...new Set(trees.flatMap((tree) => Object.keys(tree)))].sort();
  const seen: Tree = {};
  valueOf(
    await read.readFiles(
      files.map((file) => ({ path: path(file), maxBytes: 1e9 })),
      (index, answer) => {
        const file = files[index];
        if (file !== undefined && answer.isOk()) seen[file] = sha256(answer.value.bytes);
      },
    ),
  );
  return seen;
}

/** Recovers, and checks that a second recovery writes nothing and that nothing but staged files of a dead plan is left. */
export async function recoverAndCheck({ workspace, board }: Bench, restart = 1): Promise<void> {
  valueOf(await recoverAs(workspace, afterRestart(restart)));
  rewire(board);
  const again = valueOf(await recoverAs(workspace, afterRestart(restart)));
  expect(again.value.state).toBe('nothing-to-do');
  expect(board.calls).toEqual([{ operation: 'read', path: 'assets/.prometeu/journal.json' }]);
  expect(textOf(workspace, 'assets/.prometeu/journal.json')).toBeNull();
}

/** Applies the plan again after a crash that left everything as before: nothing of the dead plan stays behind. */
export async function applyAgain({ workspace }: Bench, plan: Plan): Promise<void> {
  valueOf(await apply({ read: workspace.read, write: workspace.writeAs(afterRestart(9)) }, plan));
  expect(leftovers(workspace)).toEqual([]);
}
