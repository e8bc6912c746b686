import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDiff } from '../../src/plans/text-diff.js';

const numbered = (count: number, prefix: string): string => Array.from({ length: count }, (_, index) => `${prefix}${index}\n`).join('');

describe('textDiff', () => {
  it('shows three lines around a change', () => {
    expect(textDiff('assets/a/asset.json', 'a\nb\nc\nd\ne\nf\ng\nh\ni\n', 'a\nb\nc\nd\nE\nf\ng\nh\ni\n')).toBe(
      '--- a/assets/a/asset.json\n+++ b/assets/a/asset.json\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
    );
  });

  it('shows a new and a removed file against /dev/null', () => {
    expect(textDiff('x', null, 'a\n')).toBe('--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n');
    expect(textDiff('x', 'a\n', null)).toBe('--- a/x\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n');
  });

  it('shows a missing newline at the end', () => {
    expect(textDiff('x', 'a', 'a\n')).toBe('--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n');
  });

  it.each([
    ['two texts with nothing in common', numbered(2000, 'a'), numbered(3000, 'b')],
    ['a long new text', '', numbered(5000, 'a')],
    ['texts without a newline at the end', `${numbered(2000, 'a')}end`, `${numbered(2000, 'b')}END`],
  ])('is bounded and still a patch: %s', (_, before, after) => {
    expect(applyPatch(before, textDiff('x', before, after))).toBe(after);
  });

  it('of a long file that is made or removed shows nothing on the other side', () => {
    const text = numbered(2000, 'a');
    const signed = (sign: string) => text.replaceAll('a', `${sign}a`);
    expect(textDiff('x', null, text)).toBe(`--- /dev/null\n+++ b/x\n@@ -0,0 +1,2000 @@\n${signed('+')}`);
    expect(textDiff('x', text, null)).toBe(`--- a/x\n+++ /dev/null\n@@ -1,2000 +0,0 @@\n${signed('-')}`);
  });

  it('always is a patch from before to after', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((lines) => lines.join('\n'));
    fc.assert(fc.property(text, text, (before, after) => applyPatch(before, textDiff('x', before, after)) === after));
  });
});
