import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStrings } from '../../src/base/compare-strings.js';
import { type SortedMap, sortedMapOf } from '../../src/base/sorted-map.js';

const key = fc.string({ unit: fc.constantFrom('a', 'b', '/', '\ud83d', '\uffff'), maxLength: 3 });
const change = fc.uniqueArray(fc.tuple(key, fc.option(fc.nat(), { nil: undefined })), { selector: ([name]) => name, maxLength: 12 });

const inOrder = (entries: Iterable<readonly [string, number]>) => [...entries].sort(([a], [b]) => compareStrings(a, b));

function apply(
  model: ReadonlyMap<string, number>,
  changes: readonly (readonly [string, number | undefined])[],
): ReadonlyMap<string, number> {
  const changed = new Map(model);
  for (const [name, value] of changes) {
    if (value === undefined) changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}

describe('sortedMapOf', () => {
  it('holds what a map holds, in code-unit order, and never changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, fc.nat())),
        fc.array(change),
        fc.nat(20),
        fc.nat(20),
        key,
        key,
        (first, rounds, start, count, from, before) => {
          let model: ReadonlyMap<string, number> = new Map(first);
          let map: SortedMap<number> = sortedMapOf(first);
          for (const changes of rounds) {
            const entries = [...map.entries()];
            const changed = map.changed(new Map(changes));
            expect([...map.entries()]).toEqual(entries);
            map = changed;
            model = apply(model, changes);
            const expected = inOrder(model);
            expect([...map.entries()]).toEqual(expected);
            expect(map.size).toBe(expected.length);
            expect(map.slice(start, count)).toEqual(expected.slice(start, start + count));
            expect([...map.entries(from, before)]).toEqual(expected.filter(([name]) => name >= from && name < before));
            for (const [name] of changes) expect([map.get(name), map.has(name)]).toEqual([model.get(name), model.has(name)]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stays shallow whatever order entries come and go in', () => {
    const names = Array.from({ length: 4096 }, (_, index) => String(index).padStart(4, '0'));
    let map = sortedMapOf<number>();
    for (const name of names) map = map.changed(new Map([[name, 1]]));
    for (const name of names.slice(0, 3072)) map = map.changed(new Map([[name, undefined]]));
    let looks = 0;
    const spied = names.slice(3072).map((name) => {
      looks = 0;
      const probe = { toString: () => name, [Symbol.toPrimitive]: () => ((looks += 1), name) };
      map.get(probe as unknown as string);
      return looks;
    });
    expect(map.size).toBe(1024);
    expect(Math.max(...spied)).toBeLessThanOrEqual(2 * 24); // a tree balanced by weight is at most 2.41 × log2(n) deep
  });
});
