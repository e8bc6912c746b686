/** Stands for base/once under mutation: what a mutant made is not kept for the next, nor what a test made where coverage is taken. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly key: unknown; readonly value: Value } | undefined;
  return () => {
    const stryker = (globalThis as { __stryker__?: { activeMutant?: string; currentTestId?: string } }).__stryker__;
    const key = stryker?.activeMutant ?? stryker?.currentTestId;
    if (made?.key !== key || made === undefined) made = { key, value: make() };
    return made.value;
  };
}
