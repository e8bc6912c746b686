import { beforeEach, inject } from 'vitest';

/**
 * Tests that take no part: those that count what their properties saw, and so need all runs, those of texts of a million values, and
 * those that go through whole histories again and again, a second for each mutant of the folder.
 */
const leftOut = new Set([
  'takes only paths that pass the policy, are not owned, and are their own key',
  'accepts exactly what is portable by an independent reading of the policy',
  'is read as every other way reads it',
  'loses no identity to a safe fix: what was tied to its own stays so, and nothing else gets it',
  'settles its folder, gives no identity to a wrong one, and takes none from its own',
  'lose no update where each plans too, now this one at work for a while, now that one',
  'brings back the very bytes of hand-formatted files, whatever was done to them',
  'is before or after wherever it dies, for readers at once and for everyone after recovery',
  'keeps identities one to one: no record is lost or altered, no number or uuid used again',
  'takes nothing that the schema refuses, and gives the same copy',
  'finds more staged files in one folder than a call takes arguments',
  'reads a string of many megabytes',
  'B10: 100000 levels',
  'B10: 1000000 levels',
  'B12: one array of 1e6 items is read, and 1e6 faults in it are counted',
  'B21: a string or key over the limit',
  'answers many questions about a long text on one line',
  'are total and disjoint: record × claim × other claimants × state of the root, one class each, the one that is given',
]);

interface Stryker {
  activeMutant?: string | undefined;
  failedUnder?: string | undefined;
}

const mutant = (inject as (key: string) => string | undefined)('activeMutant');
const stryker = ((globalThis as { __stryker__?: Stryker }).__stryker__ ??= {});
// The thread is kept from mutant to mutant: what a test file does while it is read must not run in the mutant before.
stryker.activeMutant = undefined;

beforeEach(({ task, skip, onTestFailed }) => {
  // Vitest's own bail stops the thread; one failure is enough all the same.
  if (leftOut.has(task.name) || (mutant !== undefined && stryker.failedUnder === mutant)) skip();
  onTestFailed(() => {
    stryker.failedUnder = mutant;
  });
});
