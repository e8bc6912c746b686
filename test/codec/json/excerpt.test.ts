import { expect, test } from 'vitest';
import { excerpt } from '../../../src/codec/json/excerpt.js';

test('excerpt cuts what is longer than 120 code units, and nothing else', () => {
  expect(excerpt('k'.repeat(120))).toBe('k'.repeat(120));
  expect(excerpt('k'.repeat(121))).toBe(`${'k'.repeat(120)}…`);
  expect(excerpt('')).toBe('');
});
