import { describe, expect, it } from 'vitest';
import { compareWorkspace } from '../../src/plans/compare-workspace.js';
import { benchWith, codesOf, compute, REGISTRY, rewire, sha256, textPlan, valueOf } from './bench.js';
import { failingBatch, verified } from './staging.js';

const START = { [REGISTRY]: '{}', 'assets/hero/asset.json': 'hero', 'assets/hero/idle.png': 'pixels' };

const READS = {
  folders: ['assets/hero'],
  files: ['assets/hero/asset.json'],
  heads: [{ path: 'assets/hero/idle.png', length: 3, sha256: sha256('pix') }],
};

async function planned() {
  const bench = benchWith(START);
  const plan = verified(await textPlan(bench.workspace, { 'assets/hero/asset.json': 'new hero' }, READS));
  rewire(bench.board);
  return { ...bench, plan };
}

describe('compareWorkspace', () => {
  it('finds no difference where nothing changed, and writes nothing', async () => {
    const { workspace, board, plan } = await planned();
    expect(valueOf(await compareWorkspace({ read: workspace.read, compute, signal: undefined }, plan))).toEqual([]);
    expect(board.calls.filter(({ operation }) => operation !== 'read')).toEqual([{ operation: 'list', path: 'assets/hero' }]);
  });

  it('tells files, beginnings of files, then folders that differ', async () => {
    const { workspace, plan } = await planned();
    workspace.set('assets/hero/asset.json', 'by hand');
    workspace.set('assets/hero/idle.png', 'PIXELS');
    workspace.set('assets/hero/more.png', '');
    const differences = valueOf(await compareWorkspace({ read: workspace.read, compute, signal: undefined }, plan));
    expect(differences).toMatchObject([
      {
        path: 'assets/hero/asset.json',
        expected: { kind: 'file', sha256: sha256('hero'), length: null },
        found: { kind: 'file', sha256: sha256('by hand'), length: 7 },
      },
      {
        path: 'assets/hero/idle.png',
        expected: { kind: 'head', sha256: sha256('pix'), length: 3 },
        found: { kind: 'head', sha256: sha256('PIX'), length: 3 },
      },
      { path: 'assets/hero', expected: { kind: 'folder' }, found: { kind: 'folder' } },
    ]);
    expect(differences).toHaveLength(3);
  });

  it.each(['readFiles', 'listFolders'] as const)('tells where %s fails as a whole', async (batch) => {
    const { workspace, plan } = await planned();
    const read = failingBatch(workspace.read, batch, 0);
    const compared = await compareWorkspace({ read, compute, signal: undefined }, plan);
    expect(compared._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_IO_FAILED', data: { path: '', phase: 'recheck', reason: 'io' } }]);
  });

  it.each([REGISTRY, 'assets/hero/asset.json', 'assets/hero/idle.png', 'assets/hero'])('tells where %s cannot be looked at', async (at) => {
    const { workspace, board, plan } = await planned();
    rewire(board, (_, asked) => (asked === at ? 'denied' : undefined));
    const compared = await compareWorkspace({ read: workspace.read, compute, signal: undefined }, plan);
    expect(compared._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_IO_FAILED', data: { path: at, phase: 'recheck', reason: 'denied' } }]);
  });

  it('is cancelled by a signal', async () => {
    const { workspace, plan } = await planned();
    const compared = await compareWorkspace({ read: workspace.read, compute, signal: AbortSignal.abort() }, plan);
    expect(codesOf(compared)).toEqual(['PLAN_CANCELLED']);
  });
});
