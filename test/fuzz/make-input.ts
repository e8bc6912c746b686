import type { Boundary } from './boundary.js';
import { type Material, mutate, type Mutation } from './mutate.js';

/** How an input is made, as numbers: which seed, what is done to it, and whether it is mended afterwards. */
export interface InputRecipe {
  readonly seed: number;
  readonly mutations: readonly Mutation[];
  readonly repaired: boolean;
}

/** Makes the input that a recipe stands for. */
export function makeInput(boundary: Boundary, material: Material, { seed, mutations, repaired }: InputRecipe): Uint8Array {
  const { maxBytes = 4096, repair } = boundary;
  const from = material.seeds[seed % material.seeds.length] ?? new Uint8Array();
  const changed = mutate(from, mutations, material, maxBytes);
  if (!repaired || repair === undefined) return changed;
  try {
    const mended = repair(changed);
    return mended.length <= maxBytes ? mended : changed;
  } catch {
    return changed; // there is nothing to mend
  }
}
