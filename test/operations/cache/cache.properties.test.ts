import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build, observe, readWorkspace, recheckWorkspace, writeCache, countDiagnostics } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { soundPng } from '../../sources/png/png-builder.js';
import { declaration, workspace } from '../../workspace/workspaces.js';
import { anyWorkspaceEdit, editWorkspace, sprites } from '../workspace-edits.js';

const CACHE = 'assets/.prometeu/cache.json';

const start = (clock: () => number): MemoryWorkspace =>
  createMemoryWorkspace(
    { ...workspace({ a: 1, b: 2 }), 'assets/b/asset.json': declaration(2, sprites), 'assets/b/data.bin': soundPng, 'assets/d/x': '' },
    { clock, order: 'shuffled' },
  );

/** Everything but the cache, which holds times. */
const filesOf = (host: MemoryWorkspace) => new Map([...host.files()].filter(([path]) => path !== CACHE));

/** The clock may stand still, and never runs back: so the times tell what they are trusted to tell. */
const rounds = fc.array(
  fc.record({
    edits: fc.array(fc.record({ step: fc.constantFrom(0, 0, 1), change: anyWorkspaceEdit }), { maxLength: 3 }),
    writes: fc.constantFrom('build', 'caller', 'nobody'),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('a cache that is trusted', () => {
  it('tells what reading everything tells, and builds what is built without it, whatever was done between', async () => {
    const spared = { readings: 0, builds: 0 };
    await fc.assert(
      fc.asyncProperty(rounds, fc.constantFrom(0, 1), async (plan, tick) => {
        const time = { now: 1000 };
        let names = 0;
        const outcomes: unknown[] = []; // a build may well be refused
        const host = start(() => (time.now += tick));
        for (const { edits, writes } of plan) {
          if (writes === 'build') outcomes.push(await build(host, { cache: 'write' }));
          if (writes === 'caller') outcomes.push(await writeCache(host, (await observe(host))._unsafeUnwrap()));
          for (const { step, change } of edits) {
            time.now += step;
            if (change.kind !== 'symlink') await editWorkspace(host, change, () => `assets/moved-${(names += 1)}`);
          }
          const { state, snapshot } = (await recheckWorkspace(host))._unsafeUnwrap();
          const anew = (await readWorkspace(host))._unsafeUnwrap();
          if (state === 'unchanged') expect(snapshot).toEqual({ id: anew.id, counts: countDiagnostics(anew.diagnostics) });
          else expect(snapshot).toBeNull();

          const twin = createMemoryWorkspace(host.files());
          const without = await build(twin);
          const trusting = await build(host, { cache: 'trust' });
          expect(trusting.isOk()).toBe(without.isOk());
          const told = (outcome: typeof without) =>
            outcome.match(
              ({ diagnostics }) => diagnostics,
              (found) => found,
            );
          expect(told(trusting)).toEqual(told(without));
          if (without.isOk()) expect(trusting._unsafeUnwrap().value.digest).toBe(without.value.value.digest);
          expect(filesOf(host)).toEqual(filesOf(twin));
          if (state === 'unchanged') spared.readings += 1;
          if (trusting.isOk() && trusting.value.value.state === 'nothing-to-do') spared.builds += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(spared.readings).toBeGreaterThan(0);
    expect(spared.builds).toBeGreaterThan(0);
  });

  it('is of use: what nobody touched is recognised, and not built again', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1, b: 2 }));
    expect((await build(host, { cache: 'write' }))._unsafeUnwrap().value.state).toBe('applied');
    const built = host.files();
    expect((await recheckWorkspace(host))._unsafeUnwrap().state).toBe('unchanged');
    expect((await build(host, { cache: 'trust' }))._unsafeUnwrap().value).toMatchObject({ state: 'nothing-to-do', written: [] });
    expect(host.files()).toEqual(built);
  });

  const archive = 'build/assets.pa';
  const flip = (host: MemoryWorkspace, path: string, index: number): void => {
    const bytes = Uint8Array.from(host.files().get(path) ?? []);
    bytes[index] = (bytes[index] ?? 0) ^ 1;
    host.set(path, bytes);
  };

  it.each<[string, (host: MemoryWorkspace) => unknown]>([
    ['the archive gone', (host) => host.delete(archive)],
    ['the archive cut off', (host) => host.set(archive, (host.files().get(archive) ?? new Uint8Array()).slice(0, -1))],
    ['a bit of its header flipped', (host) => flip(host, archive, 40)],
    ['a bit of its payload flipped', (host) => flip(host, archive, (host.files().get(archive)?.length ?? 1) - 1)],
    ['a companion gone', (host) => host.delete('build/preload.json')],
    ['a bit of a companion flipped', (host) => flip(host, 'build/asset_table.json', 20)],
  ])('builds again where what was published is not what stands there: %s', async (_, change) => {
    const host = createMemoryWorkspace(workspace({ a: 1, b: 2 }));
    expect((await build(host, { cache: 'write' })).isOk()).toBe(true);
    const built = filesOf(host);
    change(host);
    expect((await build(host, { cache: 'trust' }))._unsafeUnwrap().value.state).toBe('applied');
    expect(filesOf(host)).toEqual(built);
    expect((await build(host, { cache: 'trust' }))._unsafeUnwrap().value.state).toBe('nothing-to-do');
  });

  it('takes no time for proof that the lock of the build had too: a later change may have it as well', async () => {
    const source = 'assets/a/data.bin';
    const time = { now: 1000, hold: 0 };
    const host = createMemoryWorkspace(workspace({ a: 1 }), {
      clock: () => {
        if (time.hold > 0) time.hold -= 1;
        else time.now += 1;
        return time.now;
      },
    });
    const sameTick = (calls: number) => Object.assign(time, { now: 5000, hold: calls });
    sameTick(9);
    host.set(source, 'first');
    sameTick(2); // the lock is taken
    expect((await build(host, { cache: 'write' })).isOk()).toBe(true);
    sameTick(9);
    host.set(source, 'other');
    expect((await build(host, { cache: 'trust' }))._unsafeUnwrap().value.state).toBe('applied');
  });

  it('is of no use to whoever reads with other limits, or asks for more', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1, b: 2 }));
    expect((await build(host, { cache: 'write' })).isOk()).toBe(true);
    expect((await recheckWorkspace(host, { requireCurrent: true }))._unsafeUnwrap().state).toBe('unknown');
    expect((await recheckWorkspace(host, { budgets: { json: { maxDepth: 63 } } }))._unsafeUnwrap().state).toBe('unknown');
    expect((await build(host, { cache: 'trust', requireCurrent: true }))._unsafeUnwrap().value.state).toBe('applied');
  });

  it('is written by a caller only of a workspace that is as it was observed', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1 }));
    const observed = (await observe(host))._unsafeUnwrap();
    host.set('assets/a/new', '');
    expect((await writeCache(host, observed))._unsafeUnwrap().value.state).toBe('changed');
    expect(host.files().has(CACHE)).toBe(false);
    expect((await writeCache(host, (await observe(host))._unsafeUnwrap()))._unsafeUnwrap().value.state).toBe('written');
    expect((await recheckWorkspace(host))._unsafeUnwrap()).toMatchObject({ state: 'unchanged', changed: [], diagnostics: [] });
    host.set('assets/a/asset.json', '{');
    expect((await recheckWorkspace(host))._unsafeUnwrap()).toMatchObject({ state: 'changed', changed: ['assets/a/asset.json'] });
  });
});
