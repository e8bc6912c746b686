/** Draws numbers that look like chance and are the same for one seed: whole ones from 0 to below `limit`. */
export type Draw = (limit: number) => number;

/** Makes a {@link Draw}: a linear congruential generator with the constants of Numerical Recipes, of which the high bits are used. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * limit);
  };
}
