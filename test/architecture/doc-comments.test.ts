import { describe, expect, it } from 'vitest';
import { docComments } from './doc-comments.js';

const undocumented = (text: string) => docComments([{ path: 'src/plans/x.ts', text }]).map(({ line, found }) => ({ line, found }));

describe('docComments', () => {
  it.each([
    'export function x() {}',
    'export const x = 1;',
    'export interface x {}',
    'export type x = 1;',
    'const x = 1; export { x };',
    '// said here\nexport const x = 1;'.replace('\n', ' \n'),
    '/** */ export const x = 1;',
  ])('reports %s', (text) => {
    expect(undocumented(text).map(({ found }) => found)).toEqual(['x']);
  });

  it('accepts documented exports, and says nothing of what is not exported', () => {
    expect(
      undocumented(
        '/** One. */\nexport const x = 1;\nconst y = 2;\n/** F. */\nexport function f(a: 1): 1;\nexport function f(a: number) { return a; }',
      ),
    ).toEqual([]);
  });
});
