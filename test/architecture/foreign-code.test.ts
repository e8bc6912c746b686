import { describe, expect, it } from 'vitest';
import { foreignCode } from './foreign-code.js';

describe('foreignCode', () => {
  it.each([
    ['evaluates', 'export const x = (code: string) => eval(code);', 'eval'],
    ['evaluates', 'export const x = (code: string) => new Function(code);', 'Function'],
    ['runs-code', "import { spawn } from 'node:child_process';", 'node:child_process'],
    ['runs-code', "import vm from 'node:vm';", 'node:vm'],
    ['computed-module', 'export const x = (name: string) => import(name);', 'import()'],
    ['computed-module', 'export const x = (name: string) => import(`./${name}.js`);', 'import()'],
  ])('reports %s in %s, also where the host is known', (rule, text, found) => {
    expect(foreignCode([{ path: 'src/node/x.ts', text }])).toEqual([{ rule, path: 'src/node/x.ts', line: 1, found }]);
  });

  it('accepts a module named in the text', () => {
    expect(foreignCode([{ path: 'src/cli/x.ts', text: "export const x = () => import('prometeu-packer/node');" }])).toEqual([]);
  });
});
