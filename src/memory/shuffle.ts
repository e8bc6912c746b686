/**
 * Makes a function that puts lists into an order that differs from call to call and is the same in each run with one
 * seed. The numbers come from a linear congruential generator with the constants of Numerical Recipes.
 */
export function createShuffle(seed: number): <T>(list: readonly T[]) => readonly T[] {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return (list) =>
    list
      .map((item) => ({ item, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
}
