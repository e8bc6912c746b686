import type { ArchiveAsset } from '../../artifacts/archive/model.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { ArchiveRecipe, RecipeInput } from './archive-recipe.js';

/** A source file in its place in the payload. */
export interface PlacedSource {
  /** The source. */
  readonly input: RecipeInput<WorkspacePath>;
  /** Index of its asset in the recipe. */
  readonly asset: number;
  /** Index among the inputs of its asset. */
  readonly index: number;
  /** Zeros between the source before it and itself. */
  readonly gap: number;
}

/** Sources that are read together. */
export type SourceGroup = readonly [PlacedSource, ...PlacedSource[]];

/** Bytes that sources take, with the gaps before them. */
export function spanOf(sources: readonly PlacedSource[]): number {
  return sources.reduce((bytes, { gap, input }) => bytes + gap + input.size, 0);
}

/**
 * Puts the sources of a recipe one behind the other, as the table of the archive places their assets; those of one asset at
 * a time.
 */
export function* placeSources(
  { assets }: ArchiveRecipe<WorkspacePath>,
  table: readonly ArchiveAsset[],
): Generator<readonly PlacedSource[]> {
  let end = 0;
  for (const [asset, { inputs }] of assets.entries()) {
    let start = table[asset]?.offset ?? end;
    yield inputs.map((input, index) => {
      const gap = start - end;
      end = start + input.size;
      start = end;
      return { input, asset, index, gap };
    });
  }
}

/**
 * Groups sources so that one call reads many small ones: at most `limit` bytes together; a larger one stands alone. An asset
 * that fits into one group is not divided.
 */
export function* groupSources(assets: Iterable<readonly PlacedSource[]>, limit: number): Generator<SourceGroup> {
  let group: [PlacedSource, ...PlacedSource[]] | null = null;
  let span = 0;
  for (const sources of assets) {
    const isUndivided = spanOf(sources) <= limit;
    for (const unit of isUndivided ? [sources] : sources.map((source) => [source])) {
      const [first, ...rest] = unit;
      if (first === undefined) continue;
      const length = spanOf(unit);
      if (group !== null && span + length <= limit) group.push(first, ...rest);
      else {
        if (group !== null) yield group;
        group = [first, ...rest];
        span = 0;
      }
      span += length;
    }
  }
  if (group !== null) yield group;
}
