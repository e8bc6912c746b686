import type { PathDifference } from '../../diagnostics/catalogue/plan-codes.js';
import type { ComputePort, Sha256Stream } from '../../ports/compute-port.js';
import type { ArchiveRecipe } from './archive-recipe.js';
import type { PlacedSource } from './place-sources.js';
import { sourceDifference } from './source-difference.js';

/** Digests of the very bytes that were copied for one asset. */
export interface CopiedAsset {
  /** SHA-256 of the asset's bytes. */
  readonly sha256: string;
  /** SHA-256 of each input, in order. */
  readonly inputs: readonly string[];
}

/** One source being copied. */
export interface SourceDigest {
  /** Adds the next bytes of the source. */
  update(bytes: Uint8Array): void;
  /** Says that the source is whole. What differs from the recipe where its digest is not the one expected. */
  finish(): PathDifference | null;
}

/** Digests a recipe's assets and inputs while they are copied. */
export interface RecipeDigests {
  /** Begins the next source, in the order of the recipe. */
  begin(source: PlacedSource): SourceDigest;
  /** The digests of every asset, once every source was finished. */
  list(): readonly CopiedAsset[];
}

interface Tally {
  readonly inputs: string[];
  /** Of the whole asset; null where it has one input, whose digest is the asset's too. */
  readonly whole: Sha256Stream | null;
}

/** Begins to digest a recipe. */
export function createRecipeDigests({ assets }: ArchiveRecipe, compute: ComputePort): RecipeDigests {
  const tallies = assets.map(({ inputs }): Tally => ({ inputs: [], whole: inputs.length === 1 ? null : compute.sha256() }));
  return {
    begin({ asset, input }) {
      const tally = tallies[asset];
      const stream = compute.sha256();
      return {
        update(bytes) {
          stream.update(bytes);
          tally?.whole?.update(bytes);
        },
        finish() {
          const sha256 = stream.hex();
          tally?.inputs.push(sha256);
          const isExpected = input.sha256 === null || input.sha256 === sha256;
          return isExpected ? null : sourceDifference(input, { kind: 'file', sha256, length: input.size });
        },
      };
    },
    list: () => tallies.map(({ inputs, whole }) => ({ sha256: whole?.hex() ?? inputs[0] ?? '', inputs })),
  };
}
