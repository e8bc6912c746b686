import { describe, expect, it } from 'vitest';
import {
  applyPlan,
  type ComputePort,
  observe,
  planRegister,
  type PortError,
  type Reconciled,
  readWorkspace,
  reconcile,
  recover,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { recordingPort } from 'prometeu-packer/testing';
import { smallRegistry, smallWorkspace } from '../e2e/small-workspace.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { chunk, end, idat, ihdr, indexedPng, png } from '../sources/png/png-builder.js';
import { assetV2, assetV3 } from './versioned-workspace.js';
import { declaration, registry, uuid, workspace } from '../workspace/workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';
const JOURNAL = 'assets/.prometeu/journal.json';

const look = async (host: MemoryWorkspace) => (await observe(host))._unsafeUnwrap();
const fresh = async (host: MemoryWorkspace) => (await readWorkspace(host))._unsafeUnwrap();
const pathsOf = (found: Reconciled) =>
  found.state === 'fresh' ? found.state : { state: found.state, changed: found.changed, added: found.added, removed: found.removed };

/** A host that stands at one moment until it is told otherwise. */
function timedWorkspace(files: ReturnType<typeof smallWorkspace>) {
  const time = { now: 0 };
  const clock = () => time.now;
  const counting = () => (time.now += 1);
  let isCounting = true;
  const host = createMemoryWorkspace(files, { clock: () => (isCounting ? counting() : clock()) });
  isCounting = false;
  time.now += 1000;
  return { host, time };
}

/** What a host is asked for while something runs. */
async function callsOf(
  host: MemoryWorkspace,
  run: (host: MemoryWorkspace) => Promise<unknown>,
): Promise<Record<string, readonly string[]>> {
  const { ports, calls } = recordingPort(host);
  await run({ ...host, ...ports });
  const told: Record<string, string[]> = {};
  for (const { operation, path } of calls) (told[operation] ??= []).push(path);
  return told;
}

const declarationsOf = (files: object): readonly string[] => Object.keys(files).filter((path) => path.endsWith('/asset.json'));

describe('observe', () => {
  it('sees what readWorkspace sees, and keeps what else it needs out of the snapshot', async () => {
    const host = createMemoryWorkspace(smallWorkspace());
    const { snapshot } = await look(host);
    expect(snapshot).toEqual(await fresh(host));
    expect(structuredClone(snapshot)).toEqual(snapshot);
  });
});

describe('reconcile', () => {
  it('says fresh, with the very snapshot that was given out, where files were but touched', async () => {
    const host = createMemoryWorkspace(smallWorkspace());
    const before = await look(host);
    for (const [path, bytes] of host.files()) host.set(path, bytes);
    const now = (await reconcile(host, before))._unsafeUnwrap();
    expect(now.state).toBe('fresh');
    expect(now.snapshot).toBe(before.snapshot);
  });

  it('names what has changed, come and gone, gives the new snapshot, and marks the old one', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1, b: 2 }));
    const before = await look(host);
    host.set('assets/a/asset.json', declaration(1, { name: 'other' }));
    host.set('assets/a/data.bin', 'longer than it was');
    host.set('assets/c/notes.txt', '');
    host.delete('assets/b');
    const now = (await reconcile(host, before))._unsafeUnwrap();
    expect(pathsOf(now)).toEqual({
      state: 'diverged',
      changed: ['assets', 'assets/a/asset.json', 'assets/a/data.bin'],
      added: ['assets/c', 'assets/c/notes.txt'],
      removed: ['assets/b', 'assets/b/asset.json', 'assets/b/data.bin'],
    });
    expect(now.snapshot).toEqual(await fresh(host));
    expect(now.state !== 'fresh' && now.stale).toEqual({ ...before.snapshot, state: 'stale' });
    expect(pathsOf((await reconcile(host, now))._unsafeUnwrap())).toBe('fresh');
  });

  it('says unrelated where the registry names another project, also with a registry between that names none', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1 }));
    const other = registry({ a: 1 }).replace(uuid(15), uuid(13));
    const before = await look(host);
    host.set(REGISTRY, '{');
    const broken = (await reconcile(host, before))._unsafeUnwrap();
    expect(pathsOf(broken)).toEqual({ state: 'diverged', changed: [REGISTRY], added: [], removed: [] });
    host.set(REGISTRY, other);
    expect((await reconcile(host, broken))._unsafeUnwrap().state).toBe('unrelated');
    host.set(REGISTRY, registry({ a: 1 }));
    expect((await reconcile(host, broken))._unsafeUnwrap().state).toBe('diverged');
  });

  it('C4: finds a change of the same size and time', async () => {
    const { host, time } = timedWorkspace(smallWorkspace());
    time.now = 5000;
    host.set('assets/colours/asset.json', declaration(7));
    host.set('assets/hero/idle.png', indexedPng([0, 1]));
    const before = await look(host);
    host.set('assets/colours/asset.json', declaration(7).replace('asset-7', 'asset-8'));
    host.set('assets/hero/idle.png', indexedPng([0, 0]));
    const now = (await reconcile(host, before))._unsafeUnwrap();
    expect(pathsOf(now)).toEqual({
      state: 'diverged',
      changed: ['assets/colours/asset.json', 'assets/hero/idle.png'],
      added: [],
      removed: [],
    });
    expect(now.snapshot).toEqual(await fresh(host));
    const trusting = (await reconcile(host, before, { trustTimes: true }))._unsafeUnwrap(); // both as late as any file: no proof
    expect(trusting.snapshot).toEqual(now.snapshot);
  });

  it('C4: trusts a time that was put back only where told to', async () => {
    const { host, time } = timedWorkspace(smallWorkspace());
    time.now = 2000;
    host.set('assets/colours/asset.json', declaration(7));
    host.set('assets/hero/idle.png', indexedPng([0, 1]));
    time.now = 3000;
    host.set('assets/draft/draft.txt', 'later');
    host.set('assets/draft/asset.json', declaration(5));
    const before = await look(host);
    time.now = 2000;
    host.set('assets/colours/asset.json', declaration(7).replace('asset-7', 'asset-8'));
    host.set('assets/hero/idle.png', Uint8Array.of(...indexedPng([0, 1]), 0));
    const trusting = (await reconcile(host, before, { trustTimes: true }))._unsafeUnwrap();
    expect(pathsOf(trusting)).toEqual({ state: 'diverged', changed: ['assets/hero/idle.png'], added: [], removed: [] });
    expect((await reconcile(host, before))._unsafeUnwrap().snapshot).toEqual(await fresh(host));
  });

  it.each([0, -1e12, 3.2e10, 1e15, 0.25])('C5: sees the same at whatever time: %d', async (now) => {
    const { host, time } = timedWorkspace(smallWorkspace());
    const before = await look(host);
    time.now = now;
    for (const [path, bytes] of host.files()) host.set(path, bytes);
    expect(pathsOf((await reconcile(host, before))._unsafeUnwrap())).toBe('fresh');
    expect(pathsOf((await reconcile(host, before, { trustTimes: true }))._unsafeUnwrap())).toBe('fresh');
    host.set(REGISTRY, JSON.stringify({ ...smallRegistry, next_asset_id: 11 }));
    expect(pathsOf((await reconcile(host, before, { trustTimes: true }))._unsafeUnwrap())).toMatchObject({ changed: [REGISTRY] });
  });

  it('tells of a file that can no longer be read', async () => {
    let isDenied = false;
    const faults = (operation: string, path: string): PortError['kind'] | undefined =>
      isDenied && operation === 'read' && path === 'assets/a/asset.json' ? 'denied' : undefined;
    const host = createMemoryWorkspace(workspace({ a: 1 }), { faults });
    const before = await look(host);
    isDenied = true;
    const now = (await reconcile(host, before))._unsafeUnwrap();
    expect(pathsOf(now)).toEqual({ state: 'diverged', changed: ['assets/a/asset.json'], added: [], removed: [] });
    expect(now.snapshot).toEqual(await fresh(host));
    isDenied = false;
    expect((await reconcile(host, now))._unsafeUnwrap().snapshot).toEqual(before.snapshot);
  });

  it('tells of a control folder that is none, which no digest counts', async () => {
    const host = createMemoryWorkspace({ 'assets/a/x': '1' });
    const before = await look(host);
    host.set('assets/.prometeu', 'a file');
    const now = (await reconcile(host, before))._unsafeUnwrap();
    expect(pathsOf(now)).toMatchObject({ state: 'diverged', changed: expect.arrayContaining(['assets/.prometeu']) as unknown });
    expect(now.snapshot).toEqual(await fresh(host));
  });

  it('goes on as the observation began: its budgets and what it requires', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1 }));
    const options = { requireCurrent: true, budgets: { json: { maxBytes: 1000 } } };
    const before = (await observe(host, options))._unsafeUnwrap();
    host.set('assets/a/asset.json', assetV3('a', 1));
    host.set(REGISTRY, registry({ a: 1 }).padEnd(1001));
    const now = (await reconcile(host, before))._unsafeUnwrap();
    expect(now.snapshot).toEqual((await readWorkspace(host, options))._unsafeUnwrap());
    expect(now.snapshot).not.toEqual(await fresh(host));
  });

  it('says that it was stopped, and leaves the observation as good as it was', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1 }));
    const before = await look(host);
    const stopped = await reconcile(host, before, { signal: AbortSignal.abort() });
    expect(stopped._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['IO_ABORTED']);
    expect((await reconcile(host, before))._unsafeUnwrap().state).toBe('fresh');
  });
});

describe('reconcile through a journal', () => {
  const pendingWorkspace = async () => {
    let renames = 0;
    const faults = (operation: string) => (operation === 'rename' && (renames += 1) === 3 ? ('io' as const) : undefined);
    const host = createMemoryWorkspace({ 'assets/a/x': '1', 'assets/b/x': '2' }, { faults });
    const before = await look(host);
    const planned = (await planRegister(host))._unsafeUnwrap();
    expect((await applyPlan(host, planned.value))._unsafeUnwrap().value.state).toBe('pending');
    return { host, before };
  };

  it('shows the plan as done from its commit on, also where a watcher names no file of it', async () => {
    const { host, before } = await pendingWorkspace();
    const pending = (await reconcile(host, before, { changed: [JOURNAL] }))._unsafeUnwrap();
    expect(pathsOf(pending)).toMatchObject({ state: 'diverged', changed: expect.arrayContaining([JOURNAL]) as unknown });
    expect(pending.snapshot).toEqual(await fresh(host));
    expect(pending.snapshot.registry?.assets).toHaveLength(2);
    expect((await recover(host)).isOk()).toBe(true);
    const done = (await reconcile(host, pending, { changed: [] }))._unsafeUnwrap();
    expect(pathsOf(done)).toEqual({ state: 'diverged', changed: [JOURNAL], added: [], removed: [] });
    expect(done.snapshot).toEqual(await fresh(host));
  });

  it('shows what is there once somebody has taken the journal away', async () => {
    const { host } = await pendingWorkspace();
    const pending = await look(host);
    host.delete(JOURNAL);
    const left = (await reconcile(host, pending, { changed: [JOURNAL] }))._unsafeUnwrap();
    expect(left.snapshot).toEqual(await fresh(host));
    expect(left.snapshot.registry).toBeNull();
  });
});

describe('reconcile judges again', () => {
  it('no declaration whose bytes are what they were', async () => {
    const host = createMemoryWorkspace({ ...workspace({ a: 1, b: 2, 'b/c': 3 }), 'assets/b/asset.json': assetV2('b') });
    const before = await look(host);
    host.set('assets/a/asset.json', declaration(1, { name: 'other' }));
    const now = (await reconcile(host, before))._unsafeUnwrap();
    const kept = now.snapshot.assets.filter(({ body }) => before.snapshot.assets.some((asset) => asset.body === body));
    expect(kept.map(({ root }) => root)).toEqual(['b', 'b/c']);
  });

  it('no source whose bytes are what they were, however large', async () => {
    let inflated = 0;
    const inflate: ComputePort['inflate'] = (maxOutput) => {
      inflated += 1;
      return portableCompute.inflate(maxOutput);
    };
    const filler = chunk('tEXt', Buffer.from(`Comment\0${'x'.repeat(3_000_000)}`));
    const files = { ...smallWorkspace(), 'assets/hero/idle.png': png(ihdr(), filler, idat(), end) };
    const host = { ...createMemoryWorkspace(files), compute: { ...portableCompute, inflate } };
    const before = await look(host);
    const all = inflated;
    expect((await reconcile(host, before))._unsafeUnwrap().state).toBe('fresh');
    expect(inflated).toBe(all);
    host.set('assets/hero/idle.png', png(ihdr(), filler, idat(Buffer.from([9])), end));
    const now = (await reconcile(host, before))._unsafeUnwrap();
    expect(inflated).toBe(all + 1);
    expect(pathsOf(now)).toMatchObject({ changed: ['assets/hero/idle.png'] });
    expect(now.snapshot).toEqual(await fresh(host));
    expect(now.snapshot.diagnostics).not.toEqual(before.snapshot.diagnostics);
  });
});

describe('reconcile reads', () => {
  const files = smallWorkspace();
  const checked = Object.keys(files).filter((path) => /\.(png|wav)$/.test(path) && !path.startsWith('assets/no-asset'));

  it('every folder and every file, by default', async () => {
    const host = createMemoryWorkspace(files);
    const before = await look(host);
    const calls = await callsOf(host, (port) => reconcile(port, before));
    expect(new Set(calls['list'])).toEqual(new Set(before.snapshot.folders.map(({ path }) => path)));
    expect(calls['read']).toEqual(expect.arrayContaining([REGISTRY, ...declarationsOf(files)]));
    const inputs = before.snapshot.assets.flatMap((asset) => asset.inputs);
    expect(new Set(calls['read']?.filter((path) => path !== JOURNAL))).toEqual(
      new Set([REGISTRY, ...declarationsOf(files), ...inputs.filter(({ sha256 }) => sha256 !== null).map(({ file }) => file)]),
    );
    expect(new Set(calls['stat'])).toEqual(new Set(inputs.map(({ file }) => file)));
    expect(Object.keys(calls).sort()).toEqual(['list', 'read', 'stat']);
    expect(checked.length).toBeGreaterThan(0);
  });

  it('where times are trusted, nothing but the journal and the file of the latest time', async () => {
    const { host, time } = timedWorkspace(files);
    host.set('assets/colours/asset.json', String(files['assets/colours/asset.json']));
    time.now += 1;
    const before = await look(host);
    const calls = await callsOf(host, (port) => reconcile(port, before, { trustTimes: true }));
    expect(calls['read']).toEqual([JOURNAL, 'assets/colours/asset.json']);
    expect(new Set(calls['stat'])).toEqual(
      new Set([REGISTRY, ...declarationsOf(files), ...before.snapshot.assets.flatMap(({ inputs }) => inputs.map(({ file }) => file))]),
    );
    host.set('assets/hero/asset.json', String(files['assets/hero/asset.json']));
    const again = await callsOf(host, (port) => reconcile(port, before, { trustTimes: true }));
    expect(again['read']).toEqual([JOURNAL, 'assets/colours/asset.json', 'assets/hero/asset.json'].sort());
  });

  it('where paths are named, only these, with the listings above', async () => {
    const host = createMemoryWorkspace(files);
    const before = await look(host);
    host.set('assets/hero/idle.png', indexedPng([0, 1]));
    host.set('assets/draft/asset.json', '{}'); // not named, so not seen
    const named = ['assets/hero/idle.png', 'elsewhere/x', 'assets/sounds/'];
    const calls = await callsOf(host, (port) => reconcile(port, before, { changed: named }));
    const now = (await reconcile(host, before, { changed: named }))._unsafeUnwrap();
    expect(calls['list']).toEqual(['assets', 'assets/hero', 'assets/sounds', 'assets/sounds/jump']);
    expect(calls['read']).toEqual([JOURNAL, 'assets/sounds/jump/asset.json', 'assets/hero/idle.png', 'assets/sounds/jump/jump.wav']);
    expect(calls['stat']).toEqual(['assets/hero/idle.png', 'assets/sounds/jump/jump.wav']);
    expect(pathsOf(now)).toEqual({ state: 'diverged', changed: ['assets/hero/idle.png'], added: [], removed: [] });
  });
});
