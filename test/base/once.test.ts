import { expect, test } from 'vitest';
import { once } from '../../src/base/once.js';

test('makes a value when it is first asked for, and never again, whatever it is', () => {
  const made: string[] = [];
  const values = { nothing: undefined, none: null, list: [1] };
  const asked = Object.entries(values).map(([name, value]) => once(() => (made.push(name), value)));
  expect(made).toEqual([]);
  expect(asked.map((ask) => ask())).toEqual(Object.values(values));
  expect(asked.map((ask) => ask())).toEqual(Object.values(values));
  expect(made).toEqual(Object.keys(values));
});
