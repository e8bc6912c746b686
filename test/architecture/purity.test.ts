import { describe, expect, it } from 'vitest';
import { purity } from './purity.js';

const rulesFor = (path: string, text: string) => purity([{ path, text }]).map(({ rule, found }) => ({ rule, found }));

describe('purity', () => {
  it.each([
    ['host-module', "import { readFile } from 'node:fs/promises';", 'node:fs/promises'],
    ['host-module', "import type { Stats } from 'node:fs';", 'node:fs'],
    ['host-global', 'export const x = () => process.cwd();', 'process'],
    ['host-global', "export const x = () => console.log('x');", 'console'],
    ['host-global', 'export const x = () => Date.now();', 'Date'],
    ['host-global', 'export const x = () => new Date();', 'Date'],
    ['host-global', 'export type X = Date;', 'Date'],
    ['host-global', 'export const x = () => ({ crypto });', 'crypto'],
    ['host-global', 'export const x = () => globalThis.crypto;', 'globalThis'],
    ['host-global', 'export const x = () => setTimeout(() => {}, 1);', 'setTimeout'],
    ['host-global', 'export const x = () => performance.now();', 'performance'],
    ['host-global', 'export const x = () => import.meta.url;', 'import.meta'],
    ['random', 'export const x = () => Math.random();', 'Math.random'],
    ['random', "export const x = () => Math['random']();", "Math['random']"],
    ['random', 'export const x = () => { const { random } = Math; return random(); };', '{ random } = Math'],
    ['locale', 'export const x = (a: string) => a.localeCompare(a);', 'localeCompare'],
    ['locale', 'export const x = (a: number) => a.toLocaleString();', 'toLocaleString'],
  ])('reports %s in %s', (rule, text, found) => {
    expect(rulesFor('src/plans/x.ts', text)).toEqual([{ rule, found }]);
    expect(rulesFor('src/testing/x.ts', text)).toEqual([{ rule, found }]);
  });

  it('takes no property, key or member for a global', () => {
    const text =
      'interface P { readonly process: string; crypto(): void }\nexport const x = (p: P) => ({ process: p.process, Date: Math.max(1) });';
    expect(rulesFor('src/plans/x.ts', text)).toEqual([]);
  });

  it.each(['src/node/read.ts', 'src/cli/main.ts', 'src/cli.ts'])('lets %s know the host', (path) => {
    expect(rulesFor(path, "import 'node:fs';\nprocess.exit(Date.now());")).toEqual([]);
  });
});
