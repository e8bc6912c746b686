import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../../src/base/deep-freeze.js';
import { applyJsonPatch } from '../../src/codec/apply-json-patch.js';
import { diffJson } from '../../src/codec/diff-json.js';
import { jsonEquals } from '../../src/codec/json-equals.js';
import { jsonPair } from './json-value.js';

describe('diffJson', () => {
  it('tells the members of before in their order, then those added in the order of after', () => {
    const before = { z: 1, gone: 2, a: { 'x/y': [true], 'm~n': 1 }, same: [1] };
    const after = { y: 7, same: [1], a: { 'm~n': 2, 'x/y': [false] }, z: '1', b: null };
    expect(diffJson(before, after)).toEqual([
      { op: 'replace', path: '/z', value: '1' },
      { op: 'remove', path: '/gone' },
      { op: 'replace', path: '/a/x~1y/0', value: false },
      { op: 'replace', path: '/a/m~0n', value: 2 },
      { op: 'add', path: '/y', value: 7 },
      { op: 'add', path: '/b', value: null },
    ]);
  });

  it.each([
    ['one in front', [1, 2, 3], [0, 1, 2, 3], [{ op: 'add', path: '/0', value: 0 }]],
    ['one out of the middle', [1, 2, 3], [1, 3], [{ op: 'remove', path: '/1' }]],
    [
      'the last of two first',
      [1, 2, 3, 9],
      [1, 9],
      [
        { op: 'remove', path: '/2' },
        { op: 'remove', path: '/1' },
      ],
    ],
    [
      'two in a row',
      [1, 9],
      [1, 2, 3, 9],
      [
        { op: 'add', path: '/1', value: 2 },
        { op: 'add', path: '/2', value: 3 },
      ],
    ],
    [
      'one in another and one out',
      [{ id: 1, n: 1 }, { id: 2 }, { id: 3 }],
      [{ id: 1, n: 2 }, { id: 3 }],
      [
        { op: 'replace', path: '/0/n', value: 2 },
        { op: 'remove', path: '/1' },
      ],
    ],
    ['equal items of which one goes', [1, 1, 1], [1, 1], [{ op: 'remove', path: '/2' }]],
    ['all out', [1], [], [{ op: 'remove', path: '/0' }]],
    ['another type', [], {}, [{ op: 'replace', path: '', value: {} }]],
    ['a sign that only JavaScript sees', [0], [-0], [{ op: 'replace', path: '/0', value: -0 }]],
  ])('arrays: %s', (_, before, after, patch) => {
    expect(diffJson(before, after)).toEqual(patch);
  });

  it('counts an undefined member as absent', () => {
    expect(diffJson({ a: undefined, b: 1, c: 2 }, { a: 1, b: undefined, c: 2, d: undefined })).toEqual([
      { op: 'remove', path: '/b' },
      { op: 'add', path: '/a', value: 1 },
    ]);
  });

  it('gives what applyJsonPatch makes the one of the other with, and nothing for equal values', () => {
    fc.assert(
      fc.property(jsonPair, ([before, after]) => {
        const patch = diffJson(deepFreeze(before), deepFreeze(after));
        const made = applyJsonPatch(before, deepFreeze(patch))._unsafeUnwrap();
        expect(jsonEquals(made, after)).toBe(true);
        expect(patch.length === 0).toBe(jsonEquals(before, after));
        expect(diffJson(before, after)).toEqual(patch);
        expect(diffJson(structuredClone(before), before)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads no value more often the deeper it lies', () => {
    let reads = 0;
    const counted = (n: number): unknown => ({
      get n() {
        reads += 1;
        return n;
      },
    });
    const list = (last: string): unknown[] => [...Array.from({ length: 1000 }, (_, index) => counted(index)), last];
    let before: unknown = list('old');
    let after: unknown = list('new');
    for (let level = 0; level < 60; level++) {
      before = [level, before, level];
      after = [level, after, level];
    }
    expect(diffJson([before, 'odd'], [after, 'more', 'odd'])).toHaveLength(2);
    expect(reads).toBeLessThan(10 * 2000);
  });
});
