import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { readSources } from './read-sources.js';
import { literalRegexes, regexLiteralsOf } from './regex-literals.js';

const root = resolve(import.meta.dirname, '../..');
const rules = ['regexp/no-super-linear-backtracking', 'regexp/no-super-linear-move'] as const;
const files = readSources('src');

describe('regular expressions of src/', () => {
  it('are literals, and none is kept from the linter', () => {
    expect(regexLiteralsOf(files).length).toBeGreaterThan(50);
    expect(literalRegexes(files)).toEqual([]);
  });

  it.each([
    ['regex-of-text', 'export const x = (text: string) => new RegExp(text);', 'new RegExp(text)'],
    ['regex-of-text', "export const x = RegExp('a+');", "RegExp('a+')"],
    [
      'regex-unchecked',
      '/* eslint-disable-next-line regexp/no-super-linear-move */ export const x = /a*b/;',
      'eslint-disable-next-line regexp/no-super-linear-move',
    ],
  ])('%s is told: %s', (rule, text, found) => {
    expect(literalRegexes([{ path: 'src/x.ts', text }])).toEqual([{ rule, path: 'src/x.ts', line: 1, found }]);
  });

  it('are held to linear time in every file', async () => {
    const eslint = new ESLint({ cwd: root, overrideConfigFile: 'etc/eslint.config.js' });
    const expected = Object.fromEntries(rules.map((rule) => [rule, [2, { report: 'potential' }]]));
    for (const path of new Set(files.map((file) => file.path.replace(/[^/]+$/, 'x.ts')))) {
      const config = (await eslint.calculateConfigForFile(resolve(root, path))) as { readonly rules: object };
      expect(config.rules).toMatchObject(expected);
    }
  });
});
