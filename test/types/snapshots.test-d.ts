import { expectTypeOf, test } from 'vitest';
import type { Passed } from '../../src/base/passed.js';
import type { DivergedObservation, Reconciled, StaleSnapshot, WorkspaceMemory, WorkspaceSnapshot } from '../../src/index.js';
import type { planArchive } from '../../src/plans/build/plan-archive.js';
import type { draftRecipe } from '../../src/plans/build/draft-recipe.js';
import type { planTextFix } from '../../src/plans/fix/plan-text-fix.js';
import type { draftMigration } from '../../src/plans/migrate/draft-migration.js';
import type { planMutations } from '../../src/plans/mutate/plan-mutations.js';
import type { planRegistration } from '../../src/plans/register/plan-registration.js';
import type { planResolution } from '../../src/plans/resolve/plan-resolution.js';
import type { resolveIdentity } from '../../src/plans/resolve/resolve-identity.js';
import type { snapshotPreconditions } from '../../src/plans/snapshot-preconditions.js';

/** Every pure planner, with what it takes for the snapshot. */
interface TakesSnapshot {
  readonly archive: Parameters<typeof planArchive>[0];
  readonly recipe: Parameters<typeof draftRecipe>[0];
  readonly textFix: Parameters<typeof planTextFix>[0];
  readonly migration: Parameters<typeof draftMigration>[0]['snapshot'];
  readonly mutations: Parameters<typeof planMutations>[0]['snapshot'];
  readonly registration: Parameters<typeof planRegistration>[0]['snapshot'];
  readonly resolution: Parameters<typeof planResolution>[0]['snapshot'];
  readonly resolveIdentity: Parameters<typeof resolveIdentity>[0];
  readonly preconditions: Parameters<typeof snapshotPreconditions>[0];
}

/** The planners that would take something in place of a snapshot. */
type TakersOf<T> = { [Key in keyof TakesSnapshot]: T extends TakesSnapshot[Key] ? Key : never }[keyof TakesSnapshot];

test('I9: no planner takes a stale snapshot, and each takes one that is not', () => {
  expectTypeOf<TakersOf<StaleSnapshot>>().toBeNever();
  expectTypeOf<TakersOf<WorkspaceSnapshot>>().toEqualTypeOf<keyof TakesSnapshot>();
  expectTypeOf<StaleSnapshot>().not.toExtend<WorkspaceSnapshot>();
  expectTypeOf<StaleSnapshot | WorkspaceSnapshot>().not.toExtend<WorkspaceSnapshot>();
});

test('I9: what reconcile hands back as the old one is stale, what it hands back as the new one is not', () => {
  expectTypeOf<DivergedObservation['stale']>().toEqualTypeOf<StaleSnapshot>();
  expectTypeOf<Reconciled['snapshot']>().toEqualTypeOf<WorkspaceSnapshot>();
});

test('a stale snapshot shows all that another does, and has lost the mark', () => {
  type Mark = keyof Passed<string>;
  expectTypeOf<Omit<StaleSnapshot, 'state'>>().toEqualTypeOf<Omit<WorkspaceSnapshot, 'state' | Mark>>();
  expectTypeOf<Extract<keyof StaleSnapshot, Mark>>().toBeNever();
});

test('nobody makes a memory of his own, and none has anything to show', () => {
  expectTypeOf<WorkspaceSnapshot>().not.toExtend<WorkspaceMemory>();
  expectTypeOf<keyof WorkspaceMemory>().toEqualTypeOf<'~prometeu.brand'>();
});
