import { describe, expect, it } from 'vitest';
import { portFailure, readWorkspace, type ReadPort, workspaceVerdict } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { nodeCompute } from 'prometeu-packer/node';
import { heroDeclaration, smallRegistry } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';
import { bigDeclaration, bigDeclarationPath, bigWorkspace } from './big-workspace.js';
import { filesRead, openBench, rest } from './studio-bench.js';

const HERO = 'assets/hero/asset.json';
const COLOURS = 'assets/colours/asset.json';
const REGISTRY = 'assets/.prometeu/index.json';
const MISNAMED = JSON.stringify({ ...heroDeclaration, name: 'Hero' });
const SOUND = JSON.stringify(heroDeclaration, null, 2);

const kinds = (events: readonly { readonly kind: string }[]): readonly string[] => events.map(({ kind }) => kind);

describe('a session keeps what it shows true', () => {
  it('shows what readWorkspace finds, from the beginning and after every change', async () => {
    const { workspace, session, quiet } = await openBench();
    const change = async (path: string, content: string | null) => {
      if (content === null) workspace.delete(path);
      else workspace.set(path, content);
      session.notifyChanged([path]);
      await quiet();
      const expected = unwrap(await readWorkspace(workspace));
      const { verdict, counts, assets } = unwrap(await session.summary());
      expect(verdict).toEqual(workspaceVerdict(expected));
      expect(assets).toBe(expected.assets.length);
      expect(counts.error).toBe(expected.diagnostics.filter(({ severity }) => severity === 'error').length);
      const shown = unwrap(await session.findings({ limit: 1000 })).items.flatMap(({ diagnostics }) => diagnostics);
      expect(new Set(shown.map((found) => JSON.stringify(found)))).toEqual(
        new Set(expected.diagnostics.map((found) => JSON.stringify(found))),
      );
    };
    await change(HERO, MISNAMED);
    await change(COLOURS, '{');
    await change(HERO, SOUND);
    await change('assets/colours', null);
    await change(REGISTRY, JSON.stringify({ ...smallRegistry, next_asset_id: 1 }));
  });

  it('looks once at all that was reported, when it is quiet', async () => {
    const { workspace, session, events, calls, quiet, schedule } = await openBench();
    workspace.set(HERO, MISNAMED);
    session.notifyChanged([HERO]);
    session.notifyChanged([HERO, COLOURS]);
    session.notifyChanged(['assets/hero/']);
    await rest();
    expect(calls).toEqual([]);
    expect(schedule).toEqual({ asked: 3, calledOff: 2 });
    expect(events).toEqual([{ kind: 'state', state: 'suspect' }]);
    await quiet();
    expect(filesRead(calls).filter((path) => path === HERO)).toHaveLength(1);
    expect(kinds(events)).toEqual(['state', 'changed', 'diagnostics', 'state']);
    expect(events.at(-1)).toEqual({ kind: 'state', state: 'fresh' });
  });

  it('looks as soon as the running code is done where nothing else is said', async () => {
    const host = createMemoryWorkspace({ 'assets/a/asset.json': '{' });
    const { openSession } = await import('prometeu-packer/studio');
    const session = unwrap(await openSession(host));
    const told: string[] = [];
    session.subscribe(({ kind }) => void told.push(kind));
    host.set('assets/a/asset.json', '[');
    session.notifyChanged(['assets/a/asset.json']);
    expect(told).toEqual(['state']);
    await rest();
    expect(told).toEqual(['state', 'changed', 'diagnostics', 'state']);
  });

  it('tells nothing where files were but touched', async () => {
    const { session, events, quiet } = await openBench();
    session.notifyChanged([HERO]);
    await quiet();
    expect(kinds(events)).toEqual(['state', 'state']);
    expect(unwrap(await session.summary()).revision).toBe(1);
  });

  it('shows nothing of a state that is half written', async () => {
    const { workspace, session, events, holdReads, quiet } = await openBench();
    workspace.set(HERO, MISNAMED);
    session.notifyChanged([HERO]);
    const release = holdReads();
    const looking = quiet();
    await looking;
    workspace.set(COLOURS, '{'); // while it is being looked at
    session.notifyChanged([COLOURS]);
    release();
    await rest();
    expect(events).toEqual([
      { kind: 'state', state: 'suspect' },
      { kind: 'state', state: 'diverged' },
    ]);
    expect(unwrap(await session.findings()).total).toBe(0);
    await quiet();
    expect(kinds(events)).toEqual(['state', 'state', 'changed', 'diagnostics', 'state']);
    const [changed] = events.filter(({ kind }) => kind === 'changed');
    expect(changed).toMatchObject({ revision: 2, paths: { changed: [COLOURS, HERO] }, counts: { changed: 2, added: 0, removed: 0 } });
  });

  it('settles what is reported while it looks, and shows it once', async () => {
    const { workspace, session, events, holdReads } = await openBench();
    const release = holdReads();
    workspace.set(HERO, MISNAMED);
    session.notifyChanged([HERO]);
    const settled = session.settle();
    await rest();
    workspace.set(HERO, SOUND);
    workspace.set(COLOURS, '{');
    session.notifyChanged([HERO, COLOURS]);
    release();
    expect(unwrap(await settled)).toMatchObject({ revision: 2, state: 'fresh' });
    expect(kinds(events).filter((kind) => kind === 'changed')).toHaveLength(1);
    expect(unwrap(await session.diagnosticsOf(HERO)).diagnostics).toEqual([]);
  });

  it('ends a settling that never comes to rest', async () => {
    let reports = 0;
    let report: () => void = () => undefined;
    const busy = (read: ReadPort): ReadPort => ({
      ...read,
      readFiles(requests, ...batch) {
        if (requests.some(({ path }) => path === HERO)) report();
        return read.readFiles(requests, ...batch);
      },
    });
    const { session, workspace } = await openBench(undefined, {}, (host) => ({ ...host, read: busy(host.read) }));
    report = () => {
      reports += 1;
      workspace.set(HERO, `${SOUND}${' '.repeat(reports)}`);
      session.notifyChanged([HERO]);
    };
    session.notifyChanged([HERO]);
    expect(unwrap(await session.settle()).state).toBe('suspect');
    expect(reports).toBeGreaterThan(1);
    expect(unwrap(await session.summary()).revision).toBe(2);
  });

  it('tells that findings are gone, of files that are gone too', async () => {
    const { workspace, session, events, quiet } = await openBench();
    workspace.set(COLOURS, '{');
    session.notifyChanged([COLOURS]);
    await quiet();
    workspace.delete('assets/colours');
    session.notifyChanged(['assets/colours']);
    await quiet();
    const told = events.flatMap((event) =>
      event.kind === 'diagnostics' ? event.files.map(({ file, diagnostics }) => [file, diagnostics.length]) : [],
    );
    expect(told).toEqual(
      expect.arrayContaining([
        [COLOURS, 1],
        [COLOURS, 0],
        [REGISTRY, 1],
      ]),
    );
  });

  it.each([undefined, ['..'], ['/etc'], ['assets\\hero'], [''], [HERO, 'C:/x']])(
    'looks at everything where %j is reported',
    async (paths) => {
      const { workspace, session, quiet, calls } = await openBench();
      workspace.set(COLOURS, '{');
      session.notifyChanged(paths);
      await quiet();
      expect(filesRead(calls).length).toBeGreaterThan(6);
      expect(unwrap(await session.diagnosticsOf(COLOURS)).diagnostics).toHaveLength(1);
    },
  );

  it('stays suspect where the workspace cannot be read, tells the fault, and looks again at the next report', async () => {
    let isBroken = false;
    const breakable = (read: ReadPort): ReadPort => ({
      ...read,
      readFiles: async (...batch) => (isBroken ? portFailure('io', 'read', '') : read.readFiles(...batch)),
    });
    const bench = await openBench(undefined, {}, (host) => ({ ...host, read: breakable(host.read) }));
    const { workspace, session, events, quiet } = bench;
    workspace.set(COLOURS, '{');
    isBroken = true;
    session.notifyChanged([COLOURS]);
    await quiet();
    expect(kinds(events)).toEqual(['state', 'fault']);
    expect((await session.settle())._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['IO_FAILED']);
    expect(unwrap(await session.summary()).state).toBe('suspect');
    isBroken = false;
    session.notifyChanged([HERO]);
    await quiet();
    expect(unwrap(await session.diagnosticsOf(COLOURS)).diagnostics).toHaveLength(1);
    expect(unwrap(await session.summary()).state).toBe('fresh');
  });

  it('says where the registry names another project', async () => {
    const { workspace, session, events, quiet } = await openBench();
    workspace.set(REGISTRY, JSON.stringify({ ...smallRegistry, project_uuid: '88888888-0000-4000-8000-000000000000' }));
    session.notifyChanged([REGISTRY]);
    await quiet();
    expect(events.find(({ kind }) => kind === 'changed')).toMatchObject({ unrelated: true });
  });
});

describe('a session with 10,000 assets', () => {
  it('reads one edited file, and nothing else', async () => {
    const { workspace, session, calls, events, quiet } = await openBench(bigWorkspace(10_000), {}, (host) => ({
      ...host,
      compute: nodeCompute,
    }));
    const file = bigDeclarationPath(107);
    workspace.set(file, bigDeclaration(107).replace('"name"', '"nam"'));
    session.notifyChanged([file]);
    await quiet();
    expect(
      calls
        .filter(({ path }) => !path.includes('.prometeu'))
        .map(({ operation, path }) => `${operation} ${path}`)
        .sort(),
    ).toEqual([`read ${file}`]);
    const told = events.flatMap((event) => (event.kind === 'diagnostics' ? event.files.map((found) => found.file) : []));
    expect(told).toEqual([file]);
  });
});
