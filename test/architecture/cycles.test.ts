import { describe, expect, it } from 'vitest';
import { cycles } from './cycles.js';

const file = (name: string, ...imports: readonly string[]) => ({
  path: `src/base/${name}.ts`,
  text: imports.map((other) => `import type { X } from './${other}.js';\n`).join(''),
});

describe('cycles', () => {
  it('accepts a tree with shared leaves', () => {
    expect(cycles([file('a', 'b', 'c'), file('b', 'c'), file('c')])).toEqual([]);
  });

  it('tells a ring once, at its first file', () => {
    expect(cycles([file('a', 'b'), file('b', 'd', 'c'), file('c', 'b'), file('d')])).toEqual([
      { rule: 'cycle', path: 'src/base/b.ts', line: 2, found: 'src/base/b.ts > src/base/c.ts > src/base/b.ts' },
    ]);
  });

  it('reports a file that imports itself', () => {
    expect(cycles([file('a', 'a')])).toHaveLength(1);
  });
});
