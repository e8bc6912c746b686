import { err, ok, type Result } from 'neverthrow';

/**
 * Runs a function over items, at most `limit` of them at a time: flushing many small files one after the other would
 * wait for the disk each time. After an error no further item is begun; those under way are waited for.
 *
 * @returns the values in the order of the items; or the error of the first item that has one.
 */
export async function runBounded<Item, Value, Fault>(
  items: readonly Item[],
  limit: number,
  run: (item: Item) => Promise<Result<Value, Fault>>,
): Promise<Result<readonly Value[], Fault>> {
  const results = new Map<number, Result<Value, Fault>>();
  const queue = items.entries();
  const faults: Fault[] = [];
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      const result = await run(item);
      results.set(index, result);
      if (result.isErr()) faults.push(result.error);
      if (faults.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: limit }, work));
  const values: Value[] = [];
  for (const index of items.keys()) {
    const result = results.get(index);
    if (result === undefined) continue; // not begun, since another failed
    if (result.isErr()) return err(result.error);
    values.push(result.value);
  }
  return ok(values);
}
