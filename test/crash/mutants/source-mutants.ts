import type { SourceChange } from './bundle-mutant.js';
import type { CrashNetName } from './crash-nets.js';

/** The engine with one thing broken. */
export interface SourceMutant extends SourceChange {
  /** What is broken. */
  readonly name: string;
  /** What catches it; null where it does no harm by itself. */
  readonly net: CrashNetName | null;
  /** Why it does no harm. */
  readonly reason?: string;
}

/** The engine that applies and recovers plans, with one thing broken in each. */
export const sourceMutants: readonly SourceMutant[] = [
  {
    name: 'staged files are not flushed',
    net: 'crash',
    file: 'plans/stage/staging-area.ts',
    find: 'synced: result.isOk() ? await handle.sync() : ok()',
    replace: 'synced: ok()',
  },
  {
    name: 'a short write is taken for a whole one',
    net: 'short-write',
    file: 'plans/stage/write-whole.ts',
    find: 'done += written.value',
    replace: 'done = bytes.length',
  },
  {
    name: 'folders of staged files are not flushed before the commit',
    net: 'crash',
    file: 'plans/apply/prepare-plan.ts',
    find: 'const synced = await syncFolders(write, ',
    replace: 'const synced = await syncFolders({ ...write, syncFolder: async () => ok() }, ',
  },
  {
    name: 'folders that the packer makes are not flushed in the ones above them',
    net: 'crash',
    file: 'plans/apply/sync-folders.ts',
    find: 'if (MADE.has(folder)) folders.add(folderOf(folder))',
    replace: ';',
  },
  {
    name: 'the commit is not flushed',
    net: 'crash',
    file: 'plans/apply/commit-journal.ts',
    find: 'return (await write.syncFolder(CONTROL_FOLDER)).mapErr(doubtful)',
    replace: 'return ok()',
  },
  {
    name: 'the lock is not looked at again before the commit',
    net: 'lock',
    file: 'plans/apply/commit-journal.ts',
    find: 'const held = await checkLock(lock)',
    replace: 'const held = ok<void, Failure>(undefined)',
  },
  {
    name: 'a commit in doubt is taken back',
    net: 'lost-answer',
    file: 'plans/apply/run-transaction.ts',
    find: 'committed.error.inDoubt ? err(committed.error.failure) : fail(committed.error.failure)',
    replace: 'fail(committed.error.failure)',
  },
  {
    name: 'what was staged stays after a failure',
    net: 'io',
    file: 'plans/apply/run-transaction.ts',
    find: '...(await area.discard())',
    replace: '',
  },
  {
    name: 'an earlier plan is not finished first',
    net: 'crash-again',
    file: 'plans/apply/run-transaction.ts',
    find: 'const settled = await settleJournal(context)',
    replace: 'const settled = { isErr: () => false, value: [], error: [] } as never as Awaited<ReturnType<typeof settleJournal>>',
  },
  {
    name: 'what dead plans staged is not swept',
    net: 'crash',
    file: 'plans/apply/prepare-plan.ts',
    find: 'await removeLeftovers(write, leftovers.value)',
    replace: '[]',
  },
  {
    name: 'preconditions are not looked at again',
    net: 'preconditions',
    file: 'plans/apply/recheck-preconditions.ts',
    find: 'judgeComparisons([...files.value, ...listed.value.comparisons])',
    replace: 'judgeComparisons([])',
  },
  {
    name: 'targets are not looked at again after staging',
    net: 'edits',
    file: 'plans/apply/prepare-plan.ts',
    find: 'const unchanged = await recheckTargets(context, plan)',
    replace: 'const unchanged = ok<void, Failure>(undefined)',
  },
  {
    name: 'what was staged is not read back',
    file: 'plans/apply/prepare-plan.ts',
    find: 'const readable = await readBack(context, entries.value)',
    replace: 'const readable = ok<void, Failure>(undefined)',
    net: null,
    reason: 'no disk here keeps other bytes than it was given; test/plans/apply-plan.test.ts has one that does',
  },
  {
    name: 'the lock is not given back',
    net: 'crash',
    file: 'plans/apply/with-lock.ts',
    find: 'released = await lock.value.release()',
    replace: 'released = ok()',
  },
  {
    name: 'the registry is changed first',
    net: 'crash',
    file: 'plans/stage/stage-plan.ts',
    find: 'registry: 3',
    replace: 'registry: -1',
  },
  {
    name: 'a journal that was found is not flushed before it is carried out',
    net: 'crash',
    file: 'plans/recover/settle-journal.ts',
    find: 'await context.write.syncFolder(CONTROL_FOLDER)',
    replace: 'await Promise.resolve(ok<void, never>(undefined))',
  },
  {
    name: 'folders of targets are not flushed before the journal goes',
    net: 'crash',
    file: 'plans/recover/roll-forward.ts',
    find: 'await syncFolders(context.write, [...folders])',
    replace: 'ok()',
  },
  {
    name: 'the journal goes before the folders of targets are flushed',
    net: 'crash',
    file: 'plans/recover/roll-forward.ts',
    find: 'const synced = await syncFolders(context.write, [...folders])',
    replace: 'await finish(context); const synced = await syncFolders(context.write, [...folders])',
  },
  {
    name: 'targets are not looked at again before the journal goes',
    net: 'lies',
    file: 'plans/recover/roll-forward.ts',
    find: "verified.value.filter(({ verdict }) => verdict !== 'done')",
    replace: 'verified.value.filter(() => false)',
  },
  {
    name: 'that the journal went is not flushed',
    net: 'crash',
    file: 'plans/recover/roll-forward.ts',
    find: 'return removed.isErr() ? removed : write.syncFolder(CONTROL_FOLDER)',
    replace: 'return removed',
  },
  {
    name: 'the journal stays',
    net: 'crash',
    file: 'plans/recover/roll-forward.ts',
    find: 'const removed = await write.remove(JOURNAL_PATH)',
    replace: 'const removed: PortResult<void> = ok()',
  },
  {
    name: 'conflicts do not stop a recovery',
    net: 'edits',
    file: 'plans/recover/roll-forward.ts',
    find: 'return isNonEmpty(diagnostics) ? err(',
    replace: 'return isNonEmpty(diagnostics.slice(diagnostics.length)) ? err(',
  },
  {
    name: 'a target that someone else changed is replaced',
    net: 'edits',
    file: 'plans/recover/survey-journal.ts',
    find: 'isStaged && isSameState(found, start)',
    replace: 'isStaged',
  },
  {
    name: 'what is staged is not held against the journal',
    net: 'crash',
    file: 'plans/recover/survey-journal.ts',
    find: 'staged === null || isSameState(staged, goal)',
    replace: 'true',
  },
  {
    name: "the journal's checksum is not checked",
    net: 'journal',
    file: 'artifacts/journal/parse-journal.ts',
    find: 'checksum !== journalChecksum(journal, compute)',
    replace: 'checksum === compute.toString()',
  },
];
