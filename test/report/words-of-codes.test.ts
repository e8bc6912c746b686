import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { wordsOfCodes } from '../../src/report/words-of-codes.js';

describe('wordsOfCodes', () => {
  it('has words for every code, and no others', () => {
    expect(Object.keys(wordsOfCodes).sort()).toEqual(Object.keys(catalogue).sort());
  });

  it.each(Object.entries(wordsOfCodes))('%s has a summary and something to do', (_, { summary, help }) => {
    expect(summary).toMatch(/^\S.*\.$/);
    expect(help.length).toBeGreaterThan(10);
  });
});
