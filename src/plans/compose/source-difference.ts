import type { PathDifference, PathState } from '../../diagnostics/catalogue/plan-codes.js';
import type { RecipeInput } from './archive-recipe.js';

/** Tells that a source file is not the one that a recipe was made of. */
export function sourceDifference({ file, sha256, size }: RecipeInput, found: PathState): PathDifference {
  return { path: file, expected: { kind: 'file', sha256, length: size }, found };
}
