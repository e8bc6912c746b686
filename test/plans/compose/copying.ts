import { ok } from 'neverthrow';
import type { BufferedWriter } from '../../../src/plans/compose/buffered-writer.js';
import { groupSources, placeSources, type SourceGroup } from '../../../src/plans/compose/place-sources.js';
import { createRecipeDigests, type RecipeDigests } from '../../../src/plans/compose/recipe-digests.js';
import { verifyPlanShape } from '../../../src/plans/verify-plan-shape.js';
import type { WorkspacePath } from '../../../src/paths/workspace-path.js';
import type { ArchiveRecipe } from '../../../src/plans/compose/archive-recipe.js';
import { type Bench, buildPlan, compute, recipeOf, valueOf } from '../bench.js';
import { failed } from '../staging.js';

/** A writer into memory, and what it was asked to hold. */
export interface NotedWriter extends BufferedWriter {
  readonly taken: Uint8Array[];
  readonly held: Promise<unknown>[];
}

/** Gives memory that is not zeros, and none from the `failAt`-th call on, counted from 0. */
export function notedWriter(failAt = Number.POSITIVE_INFINITY): NotedWriter {
  const taken: Uint8Array[] = [];
  const held: Promise<unknown>[] = [];
  return {
    taken,
    held,
    take: (length) => {
      if (taken.length >= failAt) return Promise.resolve(failed('no-space', 'write', 'build/staged'));
      const room = new Uint8Array(length).fill(0xee);
      taken.push(room);
      return Promise.resolve(ok(room));
    },
    hold: (until) => void held.push(until),
    finish: () => Promise.resolve(ok()),
  };
}

/** The recipe of a plan that was checked: one asset for each folder, of the named files. */
export async function checkedRecipe(
  { workspace }: Bench,
  assets: Parameters<typeof recipeOf>[1],
  withDigests = false,
): Promise<ArchiveRecipe<WorkspacePath>> {
  const { value: plan } = valueOf(verifyPlanShape(await buildPlan(workspace, recipeOf(workspace, assets, withDigests)), compute));
  const [edit] = plan.edits;
  if (edit?.kind !== 'compose') throw new Error('no archive');
  return edit.recipe;
}

/** All of a recipe's sources in one group. */
export function groupOf(recipe: ArchiveRecipe<WorkspacePath>): { readonly group: SourceGroup; readonly digests: RecipeDigests } {
  const [group] = groupSources(placeSources(recipe, []), Number.POSITIVE_INFINITY);
  if (group === undefined) throw new Error('no sources');
  return { group, digests: createRecipeDigests(recipe, compute) };
}
