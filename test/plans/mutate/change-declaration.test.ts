import { describe, expect, it } from 'vitest';
import { changeDeclaration, type DeclarationMutation } from '../../../src/plans/mutate/change-declaration.js';

const DECLARED = {
  name: 'night',
  type: 'data_bank',
  inputs: { main: ['a.bin'] },
  output: { format: 'raw', codec: 'none', note: 1 },
  preload: { enabled: true, slot: 3, why: 'boss' },
  colour: 'red',
};
const root = 'one';

describe('changeDeclaration', () => {
  it.each<[string, DeclarationMutation, object]>([
    ['its name', { kind: 'rename', root, name: 'day' }, { ...DECLARED, name: 'day' }],
    ['all inputs', { kind: 'set-inputs', root, inputs: { more: ['b.bin'] } }, { ...DECLARED, inputs: { more: ['b.bin'] } }],
    [
      'preloading, and its slot goes',
      { kind: 'set-preload', root, preload: { enabled: false } },
      { ...DECLARED, preload: { enabled: false, why: 'boss' } },
    ],
    ['the type alone', { kind: 'set-output', root, type: 'tile_bank' }, { ...DECLARED, type: 'tile_bank' }],
    [
      'a part of the output alone',
      { kind: 'set-output', root, output: { format: 'png' } },
      { ...DECLARED, output: { format: 'png', codec: 'none', note: 1 } },
    ],
    ['nothing where nothing is given', { kind: 'set-output', root }, DECLARED],
  ])('changes %s', (_, mutation, expected) => {
    const before = structuredClone(DECLARED);
    expect(changeDeclaration(DECLARED, mutation)).toStrictEqual(expected);
    expect(DECLARED).toStrictEqual(before);
  });

  it('takes a key out, and leaves none without a value', () => {
    const { preload, ...rest } = changeDeclaration({ ...DECLARED }, { kind: 'set-preload', root, preload: null });
    expect(preload).toBeUndefined();
    expect(Object.keys(rest)).toEqual(['name', 'type', 'inputs', 'output', 'colour']);
  });

  it.each<[unknown]>([[5], [null], [['raw']], ['raw']])('puts an output in place of %j only where one is given', (output) => {
    const declared = { type: 'data_bank', output };
    expect(changeDeclaration(declared, { kind: 'set-output', root })).toStrictEqual(declared);
    expect(changeDeclaration(declared, { kind: 'set-output', root, output: { format: 'raw' } })).toStrictEqual({
      type: 'data_bank',
      output: { format: 'raw' },
    });
  });
});
