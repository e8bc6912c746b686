/**
 * Makes a value when it is first asked for, and keeps it: for a table that takes time to build and that most programs never need.
 *
 * @param make - always makes the same.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
