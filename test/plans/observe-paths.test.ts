import { describe, expect, it } from 'vitest';
import { observePaths } from '../../src/plans/apply/observe-paths.js';
import { apply, benchWith, buildPlan, compute, path, recipeOf, rewire, sha256, valueOf } from './bench.js';

const large = new Uint8Array(2 * 1024 * 1024 + 3).fill(9);

describe('observePaths', () => {
  it('tells what stands at each path, small or large', async () => {
    const { workspace } = benchWith({ 'a/small': 'small', 'a/empty': '', 'a/large': large, 'a/file': '' });
    workspace.symlink('a/link');
    workspace.special('a/pipe');
    const looks = [
      ...['a/small', 'a/empty', 'a/large', 'a/link', 'a/pipe', 'a', 'a/none', 'a/file/below'].map(
        (file) => ({ look: 'file', path: path(file) }) as const,
      ),
      { look: 'head', path: path('a/small'), length: 2 } as const,
      { look: 'head', path: path('a/small'), length: 9 } as const,
      { look: 'head', path: path('a/large'), length: 2 } as const,
      { look: 'archive', path: path('a/small') } as const,
      { look: 'archive', path: path('a/empty') } as const,
    ];
    const states = valueOf(await observePaths({ read: workspace.read, compute }, looks)).map(([, state]) => valueOf(state));
    expect(states).toEqual([
      { kind: 'file', length: 5, sha256: sha256('small') },
      { kind: 'file', length: 0, sha256: sha256('') },
      { kind: 'file', length: large.length, sha256: sha256(large) },
      { kind: 'symlink' },
      { kind: 'not-a-file' },
      { kind: 'not-a-file' },
      { kind: 'absent' },
      { kind: 'absent' },
      { kind: 'head', length: 2, sha256: sha256('sm') },
      { kind: 'head', length: 5, sha256: sha256('small') },
      { kind: 'head', length: 2, sha256: sha256(large.subarray(0, 2)) },
      { kind: 'file', length: 5, sha256: null },
      { kind: 'file', length: 0, sha256: sha256('') },
    ]);
  });

  it('knows an archive by its length and everything before its payload', async () => {
    const { workspace } = benchWith({ 'assets/hero/a.bin': 'aaaa' });
    const { archive } = valueOf(await apply(workspace, await buildPlan(workspace, recipeOf(workspace, { hero: ['a.bin'] })))).value;
    const [[, state] = []] = valueOf(
      await observePaths({ read: workspace.read, compute }, [{ look: 'archive', path: path('build/assets.pa') }]),
    );
    expect(state?._unsafeUnwrap()).toEqual({ kind: 'archive', ...archive });
  });

  it('keeps errors apart from states', async () => {
    const { workspace, board } = benchWith({ 'a/one': '1', 'a/two': '2' });
    rewire(board, (_, at) => (at === 'a/one' ? 'io' : undefined));
    const states = valueOf(
      await observePaths({ read: workspace.read, compute }, [
        { look: 'file', path: path('a/one') },
        { look: 'file', path: path('a/two') },
      ]),
    );
    expect(states.map(([, state]) => state.isOk())).toEqual([false, true]);
  });
});
