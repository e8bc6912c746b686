import { describe, expect, it } from 'vitest';
import { moduleState } from './module-state.js';

const rulesFor = (text: string) => moduleState([{ path: 'src/plans/x.ts', text }]).map(({ rule, line }) => ({ rule, line }));

describe('moduleState', () => {
  it.each([
    ['mutable-binding', 'let count = 0;'],
    ['mutable-binding', 'export var count = 0;'],
    ['mutable-container', 'const cache = new Map<string, number>();'],
    ['mutable-container', 'const cache: Map<string, number> = new Map();'],
    ['mutable-container', 'const cache = new WeakMap();'],
    ['mutable-container', "const names = ['a'];"],
    ['mutable-container', "export const names = ['a'] satisfies string[];"],
    ['mutable-container', 'export const table = { a: 1 };'],
    ['mutable-container', 'export const table: Record<string, number> = { a: 1 };'],
    ['mutable-container', 'export const table = new Uint32Array(256);'],
    ['stateful-expression', 'const word = /a/g;\nexport const x = (text: string) => word.test(text);'],
    ['runs-on-load', 'for (const x of [1]) x;'],
    ['runs-on-load', 'start();'],
  ])('reports %s in %s', (rule, text) => {
    expect(rulesFor(text).map((violation) => violation.rule)).toEqual([rule]);
  });

  it('accepts what nobody can change', () => {
    const text = [
      "const names: readonly string[] = ['a'];",
      "export const kinds = ['a'] as const satisfies readonly string[];",
      'export const table: Readonly<Record<string, number>> = { a: 1 };',
      'export const layout: Layout = { a: 1 };',
      "const known: ReadonlySet<string> = new Set(['a']);",
      'const word = /a/g;',
      "export function x(text: string) { let count = 0; const seen = new Set(); return text.replace(word, '') + count; }",
    ];
    expect(rulesFor(text.join('\n'))).toEqual([]);
  });

  it('leaves the adapter of the host and the command line alone', () => {
    expect(moduleState([{ path: 'src/cli.ts', text: 'main();' }])).toEqual([]);
  });
});
