import { describe, expect, it } from 'vitest';
import { createSpareMemory } from '../../src/node/spare-memory.js';

describe('createSpareMemory', () => {
  it('lends the same memory again once it is back, where it is long enough', () => {
    const spare = createSpareMemory();
    const first = spare.lend(100);
    spare.takeBack(first);
    expect(spare.lend(50)).toBe(first);
    spare.takeBack(first);
    expect(spare.lend(101)).toHaveLength(101);
  });

  it('never lends to two', () => {
    const spare = createSpareMemory();
    const first = spare.lend(10);
    expect(spare.lend(10)).not.toBe(first);
    spare.takeBack(first);
    expect(spare.lend(10)).toBe(first);
    expect(spare.lend(10)).not.toBe(first);
  });

  it('does not keep what is very long', () => {
    const spare = createSpareMemory();
    const long = spare.lend(64 * 1024 * 1024);
    spare.takeBack(long);
    expect(spare.lend(1)).not.toBe(long);
  });
});
