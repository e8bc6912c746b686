import type { ArchiveAsset } from '../../artifacts/archive/model.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { ArchiveRecipe, RecipeInput } from './archive-recipe.js';

/** A source file in its place in the payload. */
export interface PlacedSource {
  /** The source. */
  readonly input: RecipeInput<WorkspacePath>;
  /** Index of its asset in the recipe. */
  readonly asset: number;
  /** Zeros between the source before it and itself. */
  readonly gap: number;
}

/** Puts the sources of a recipe one behind the other, as the table of the archive places their assets. */
export function* placeSources({ assets }: ArchiveRecipe<WorkspacePath>, table: readonly ArchiveAsset[]): Generator<PlacedSource> {
  let end = 0;
  for (const [asset, { inputs }] of assets.entries()) {
    let start = table[asset]?.offset ?? end;
    for (const input of inputs) {
      yield { input, asset, gap: start - end };
      end = start + input.size;
      start = end;
    }
  }
}

/** Groups sources so that one call reads many small ones: at most `limit` bytes together; a larger one stands alone. */
export function* groupSources(sources: Iterable<PlacedSource>, limit: number): Generator<readonly [PlacedSource, ...PlacedSource[]]> {
  let group: [PlacedSource, ...PlacedSource[]] | null = null;
  let span = 0;
  for (const source of sources) {
    const length = source.gap + source.input.size;
    if (group !== null && span + length <= limit) group.push(source);
    else {
      if (group !== null) yield group;
      group = [source];
      span = 0;
    }
    span += length;
  }
  if (group !== null) yield group;
}
