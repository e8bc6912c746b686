import { describe, expect, it } from 'vitest';
import { moveFolder } from '../../../src/plans/recover/move-folder.js';
import { benchWith, path, rewire, textOf } from '../bench.js';

const STEPS = [
  ['make-folder', 'assets/a'],
  ['make-folder', 'assets/a/b'],
  ['sync-folder', 'assets'],
  ['sync-folder', 'assets/a'],
  ['rename', 'assets/level'],
] as const;

const MOVE = { from: path('assets/level'), target: path('assets/a/b/one') };

const start = (more: Readonly<Record<string, string>> = {}) => benchWith({ 'assets/level/x': 'x', ...more });

describe('moveFolder', () => {
  it.each([
    ['none of the folders above stands', {}],
    ['one stands', { 'assets/a/y': '' }],
    ['all stand', { 'assets/a/b/y': '' }],
  ])('makes the folders above, flushes their names, and moves: %s', async (_, more) => {
    const { workspace, board } = start(more);
    rewire(board);
    expect((await moveFolder(workspace.write, MOVE)).isOk()).toBe(true);
    expect(board.calls.map(({ operation, path: at }) => [operation, at])).toEqual(STEPS);
    expect(textOf(workspace, 'assets/a/b/one/x')).toBe('x');
  });

  it('makes nothing for a place beside it', async () => {
    const { workspace, board } = start();
    rewire(board);
    expect((await moveFolder(workspace.write, { ...MOVE, target: path('assets/one') })).isOk()).toBe(true);
    expect(board.calls).toEqual([{ operation: 'rename', path: 'assets/level' }]);
  });

  it.each(STEPS.map(([operation, at], index) => [operation, at, index] as const))(
    'stops where %s %s fails',
    async (operation, at, index) => {
      const { workspace, board } = start();
      rewire(board, (asked, where) => (asked === operation && where === at ? 'denied' : undefined));
      expect((await moveFolder(workspace.write, MOVE))._unsafeUnwrapErr()).toMatchObject({ kind: 'denied', operation, path: at });
      expect(board.calls).toHaveLength(index + 1);
    },
  );
});
