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

/** A source that stands whole in memory. */
export interface WholeSource {
  /** The source. */
  readonly source: PlacedSource;
  /** Its first byte in the memory. */
  readonly start: number;
}

/** One source being copied. */
export interface SourceDigest {
  /** Adds the next bytes of the source. */
  update(bytes: Uint8Array): void;
  /** Says that the source is whole. What differs from the recipe where its digest is not the one expected. */
  finish(): PathDifference | null;
}

/** What has to be digested of sources that stand in one memory. */
export interface WholeParts {
  /** Parts of the memory. */
  readonly parts: readonly Uint8Array[];
  /**
   * Takes the digest of each part, in order, whenever they are known.
   *
   * @returns what differs from the recipe.
   */
  keep(digests: readonly string[]): readonly PathDifference[];
}

/** Digests a recipe's assets and inputs while they are copied, in the order of the recipe. */
export interface RecipeDigests {
  /** Begins the next source, which comes in pieces. */
  begin(source: PlacedSource): SourceDigest;
  /**
   * Takes the next sources, all of which stand in one memory, one behind the other.
   *
   * @returns what is to be digested still; until it is, the memory must stay as it is.
   */
  addWhole(sources: readonly WholeSource[], memory: Uint8Array): WholeParts;
  /** The digests of every asset, once every source was finished and every part kept. */
  list(): readonly CopiedAsset[];
}

interface Tally {
  /** Inputs that the asset has. */
  readonly count: number;
  readonly inputs: string[];
  /** Of the whole asset, where it has several inputs: while they come in parts, or once it is known. */
  stream: Sha256Stream | null;
  whole: string | null;
}

/** Sources that follow each other and are of one asset. */
type Run = readonly [WholeSource, ...WholeSource[]];

function runsOf(sources: readonly WholeSource[]): readonly Run[] {
  const runs: [WholeSource, ...WholeSource[]][] = [];
  for (const whole of sources) {
    const last = runs.at(-1);
    if (last?.[0].source.asset === whole.source.asset) last.push(whole);
    else runs.push([whole]);
  }
  return runs;
}

const bytesOf = ({ source, start }: WholeSource, memory: Uint8Array): Uint8Array => memory.subarray(start, start + source.input.size);

/** Begins to digest a recipe. An asset of one input has the digest of that. */
export function createRecipeDigests({ assets }: ArchiveRecipe, compute: ComputePort): RecipeDigests {
  const tallies = assets.map(({ inputs }): Tally => ({ count: inputs.length, inputs: [], stream: null, whole: null }));

  const updateAsset = ({ asset }: PlacedSource, bytes: Uint8Array): void => {
    const tally = tallies[asset];
    if (tally === undefined || tally.count === 1) return;
    tally.stream ??= compute.sha256();
    tally.stream.update(bytes);
  };
  const keepInput = ({ asset, index, input }: PlacedSource, sha256: string): PathDifference | null => {
    const tally = tallies[asset];
    if (tally !== undefined) tally.inputs[index] = sha256;
    const isExpected = input.sha256 === null || input.sha256 === sha256;
    return isExpected ? null : sourceDifference(input, { kind: 'file', sha256, length: input.size });
  };

  return {
    begin(source) {
      const stream = compute.sha256();
      return {
        update(bytes) {
          stream.update(bytes);
          updateAsset(source, bytes);
        },
        finish: () => keepInput(source, stream.hex()),
      };
    },
    addWhole(sources, memory) {
      const parts = sources.map((whole) => bytesOf(whole, memory));
      const assets: Tally[] = [];
      for (const run of runsOf(sources)) {
        const [{ source: first, start }] = run;
        const tally = tallies[first.asset];
        if (run.length !== tally?.count) for (const whole of run) updateAsset(whole.source, bytesOf(whole, memory));
        else if (run.length > 1) {
          const size = run.reduce((bytes, { source }) => bytes + source.input.size, 0);
          parts.push(memory.subarray(start, start + size));
          assets.push(tally);
        }
      }
      const keep = (given: readonly string[]): readonly PathDifference[] => {
        for (const [index, tally] of assets.entries()) tally.whole = given[sources.length + index] ?? null;
        return sources.flatMap(({ source }, index) => keepInput(source, given[index] ?? '') ?? []);
      };
      return { parts, keep };
    },
    list: () =>
      tallies.map(({ count, inputs, stream, whole }) => {
        const alone = count === 1 ? inputs[0] : undefined;
        return { sha256: alone ?? whole ?? (stream ?? compute.sha256()).hex(), inputs };
      }),
  };
}
