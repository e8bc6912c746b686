import fc from 'fast-check';
import { createDice } from './hand-written-json.js';

const scalar = fc.oneof(
  fc.constantFrom(0, -0, 1, 10, 1.5, 1e21, -7, true, false, null, '', 'a', 'é', '\u{1f600}', '/', '~', '\\', '"', '\n', '\ud800'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '1', '0', '', 'a/b', 'm~n', 'é', '"', '__proto__', 'schema_version');

/** JSON values with few different keys and scalars, so that two of them often have something in common. */
export const { jsonValue } = fc.letrec<{ jsonValue: unknown; array: unknown[]; object: Record<string, unknown> }>((tie) => ({
  jsonValue: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('array'), tie('object')),
  array: fc.array(tie('jsonValue'), { maxLength: 5 }),
  object: fc
    .uniqueArray(fc.tuple(key, tie('jsonValue')), { maxLength: 5, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries)),
}));

/** A value in which a few members and items are changed, added and removed; the more, the higher the chance in percent. */
function alter(value: unknown, chance: number, roll: (bound: number) => number, others: readonly unknown[]): unknown {
  const happens = (): boolean => roll(100) < chance;
  const other = (): unknown => others[roll(others.length)];
  if (typeof value !== 'object' || value === null) return happens() ? other() : value;
  const inside = (list: readonly (readonly [string, unknown])[]): [string, unknown][] =>
    list.filter(() => !happens()).map(([name, member]) => [name, happens() ? other() : alter(member, chance, roll, others)]);
  if (Array.isArray(value)) {
    const items = inside(value.map((item: unknown, index) => [String(index), item])).map(([, item]) => item);
    if (happens()) items.splice(roll(items.length + 1), 0, other());
    return items;
  }
  const members = inside(Object.entries(value));
  return Object.fromEntries(happens() ? [...members, [`new${roll(3)}`, other()]] : members);
}

/** Two values that have nothing, something or all in common. */
export const jsonPair: fc.Arbitrary<readonly [before: unknown, after: unknown]> = fc.oneof(
  fc.tuple(jsonValue, jsonValue),
  fc
    .tuple(jsonValue, fc.constantFrom(5, 15, 40), fc.nat(), fc.array(jsonValue, { minLength: 1, maxLength: 4 }))
    .map(([before, chance, seed, others]) => [before, alter(before, chance, createDice(seed), others)] as const),
);
