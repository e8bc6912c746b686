import { expect, test } from 'vitest';
import { pointerTo } from '../../../src/codec/json/open-container.js';

const opened = (...steps: readonly (string | number | null)[]): string => pointerTo(steps.map((step) => ({ keys: null, step })));

test('pointerTo leads to the member that is being walked, and no further than 4096 code units', () => {
  expect([opened(), opened(null), opened(0, 'a/b~', null, 'c')]).toEqual(['', '', '/0/a~1b~0']);
  const longest = 'k'.repeat(4095);
  expect(opened(longest)).toBe(`/${longest}`);
  expect(opened(`${longest}k`)).toBe('');
  expect(opened(longest, 'a')).toBe(`/${longest}`);
  expect(opened('a', 'k'.repeat(4093), 'b')).toBe(`/a/${'k'.repeat(4093)}`);
  expect(opened('a', longest, 'b')).toBe('/a');
});
