import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPathParser } from '../../src/paths/create-path-parser.js';
import { findOwnedSegment, isOwnedName } from '../../src/paths/owned-names.js';
import { parseWorkspacePath } from '../../src/paths/workspace-path.js';

const segment = fc.constantFrom(
  'a',
  'b',
  'é',
  '..',
  '.',
  '',
  'con',
  'x'.repeat(250),
  'x'.repeat(256),
  'a ',
  'c:',
  '\ud800',
  '\\',
  '水'.repeat(80),
);
const text = fc.oneof(
  fc.array(segment, { maxLength: 6 }).map((segments) => segments.join('/')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe('createPathParser', () => {
  it('answers what parseWorkspacePath answers, whatever it was asked before', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const parse = createPathParser();
        for (const asked of [...texts, ...texts]) expect(parse(asked)).toEqual(parseWorkspacePath(asked));
      }),
      { numRuns: 500 },
    );
  });
});

describe('findOwnedSegment', () => {
  const owned = [
    '.prometeu',
    '.Prometeu',
    'ASSETS.PA',
    '.ｐrometeu',
    '.a.0123abcd.prometeu.tmp',
    'assets.pak',
    'prometeu',
    'a',
    'é',
    'aſſets.pa',
  ];

  it('is the first name that is owned, however the path is looked through', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...owned), { minLength: 1, maxLength: 4 }), (names) => {
        const path = parseWorkspacePath(names.join('/'))._unsafeUnwrap();
        expect(findOwnedSegment(path)).toBe(names.find(isOwnedName) ?? null);
      }),
    );
  });
});
