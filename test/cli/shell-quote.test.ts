import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellQuote } from '../../src/cli/shell-quote.js';

describe('shellQuote', () => {
  it.each(['sprites/hero', '../my-game', '--plan', ''.padEnd(64, 'a')])('leaves %s as it is', (word) => {
    expect(shellQuote(word)).toBe(word);
  });

  it.each(['', 'a b', "it's", '$HOME `id` "x"', 'a\nb', '*', '~', '\\', 'é'])('makes one word of %j', (word) => {
    expect(execFileSync('/bin/sh', ['-c', `printf %s ${shellQuote(word)}`], { encoding: 'utf8' })).toBe(word);
  });
});
