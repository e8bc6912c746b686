/** How many keys an object has that was read from JSON; unlike `Object.keys` it makes no list of them. */
export function countKeys(object: object): number {
  let keys = 0;
  for (const key in object) {
    void key;
    keys += 1;
  }
  return keys;
}
