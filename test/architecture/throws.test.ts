import { describe, expect, it } from 'vitest';
import { noThrow } from './throws.js';

describe('noThrow', () => {
  it.each(["export function x() {\n  throw new Error('x');\n}", 'export const x = () =>\n  Promise.reject(1);'])('reports %s', (text) => {
    expect(noThrow([{ path: 'src/node/x.ts', text }])).toMatchObject([{ rule: 'throws', line: 2 }]);
  });

  it('lets the guard of exhaustive switches throw', () => {
    expect(noThrow([{ path: 'src/base/assert-never.ts', text: "export function assertNever() { throw new Error('x'); }" }])).toEqual([]);
  });
});
