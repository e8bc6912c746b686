import { describe, expect, it } from 'vitest';
import { shape } from './shape.js';

describe('shape', () => {
  it.each([
    ['class', 'export class X {}'],
    ['class', 'export const x = () => class {};'],
    ['enum', 'export const enum X { A }'],
    ['namespace', 'export namespace x { export const y = 1; }'],
    ['default-export', 'export default 1;'],
    ['default-export', 'export default function x() {}'],
    ['default-export', 'const x = 1; export { x as default };'],
  ])('reports %s in %s', (rule, text) => {
    expect(shape([{ path: 'src/plans/x.ts', text }])).toMatchObject([{ rule, path: 'src/plans/x.ts', line: 1 }]);
  });

  it('accepts functions and plain data', () => {
    expect(shape([{ path: 'src/plans/x.ts', text: 'export interface X { readonly a: 1 }\nexport const x: X = { a: 1 };' }])).toEqual([]);
  });
});
