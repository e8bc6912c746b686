import fc from 'fast-check';
import { applyPlan, planRegister, WORKSPACE_ROOT, type PackerHost } from 'prometeu-packer';
import { createCrashDisk, CRASH_MODELS, type CrashDisk, type CrashImage, type CrashModel } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import { nodeCompute } from '../../../src/node/node-compute.js';
import { unwrap } from '../../e2e/unwrap.js';
import { at } from '../../ports/at.js';
import { succeed } from '../../ports/succeed.js';

const text = (bytes: Uint8Array | undefined): string | undefined => (bytes === undefined ? undefined : new TextDecoder().decode(bytes));

async function put({ write }: PackerHost, path: string, content: string | Uint8Array, ...flushes: readonly 'data'[]): Promise<void> {
  const handle = (await write.createFile(at(path)))._unsafeUnwrap();
  succeed(await handle.write(typeof content === 'string' ? new TextEncoder().encode(content) : content, 0));
  if (flushes.includes('data')) succeed(await handle.sync());
  succeed(await handle.close());
}

/** What a file may hold after a crash, by each image of some models; undefined where it is gone. */
function fates(disk: CrashDisk, path: string, ...models: readonly CrashModel[]): readonly (string | undefined)[] {
  return [...disk.images({ models })].map(({ files }) => text(files.get(path)));
}

const paths = ({ files, folders }: CrashImage): string => [...files.keys(), ...folders.map((folder) => `${folder}/`)].join(' ');

describe('data', () => {
  it('that was not flushed may be missing, cut at a sector, zeros or junk, while the name is there', async () => {
    const disk = createCrashDisk({ 'a/old': '' });
    const host = disk.host();
    const content = new Uint8Array(1300).fill(65);
    await put(host, 'a/new', content);
    succeed(await host.write.syncFolder(at('a')));
    const found = [...disk.images({ models: ['data-lost'] })].map(({ files }) => files.get('a/new'));
    expect(found.map((bytes) => bytes?.length)).toEqual([0, 512, 1300, 1300]);
    expect(found[1]).toEqual(content.subarray(0, 512));
    expect(found[2]).toEqual(new Uint8Array(1300));
    expect(new Set(found[3]).size).toBeGreaterThan(100);
    expect(fates(disk, 'a/new', 'ordered')).toEqual(['', 'A'.repeat(1300)]);
  });

  it('that was flushed stays, under whatever name the file has', async () => {
    const disk = createCrashDisk({ old: 'old' });
    const { write } = disk.host();
    await put(disk.host(), 'new', 'content', 'data');
    succeed(await write.rename(at('new'), at('old')));
    expect(new Set(fates(disk, 'old', ...CRASH_MODELS))).toEqual(new Set(['old', 'content']));
    expect(new Set(fates(disk, 'new', ...CRASH_MODELS))).toEqual(new Set(['content', undefined]));
  });

  it('written after the last flush is lost alone', async () => {
    const disk = createCrashDisk();
    const { write } = disk.host();
    const handle = (await write.createFile(at('file')))._unsafeUnwrap();
    succeed(await handle.write(new TextEncoder().encode('first'), 0));
    succeed(await handle.sync());
    succeed(await handle.write(new TextEncoder().encode('SEC'), 5));
    succeed(await write.syncFolder(WORKSPACE_ROOT));
    const found = fates(disk, 'file', ...CRASH_MODELS);
    expect(found).toContain('first');
    expect(found).toContain('firstSEC');
    expect(found).toContain('first\0\0\0');
    expect(found.every((content) => content?.startsWith('first'))).toBe(true);
  });
});

describe('names', () => {
  it('that were not flushed are lost from the end in order, or each by itself where they are reordered', async () => {
    const disk = createCrashDisk();
    const host = disk.host();
    await put(host, 'a', '', 'data');
    await put(host, 'b', '', 'data');
    expect([...disk.images({ models: ['ordered'] })].map(paths)).toEqual(['', 'a', 'a b']);
    expect([...disk.images({ models: ['reordered'] })].map(paths).sort()).toEqual(['', 'a', 'a b', 'b']);
    succeed(await host.write.syncFolder(WORKSPACE_ROOT));
    expect([...disk.images()].map(paths)).toEqual(['a b']);
  });

  it('go with the folder that holds them, flushed or not', async () => {
    const disk = createCrashDisk();
    const host = disk.host();
    succeed(await host.write.makeFolder(at('folder')));
    await put(host, 'folder/file', 'content', 'data');
    succeed(await host.write.syncFolder(at('folder')));
    expect([...disk.images()].map(paths).sort()).toEqual(['', 'folder/file folder/']);
    succeed(await host.write.syncFolder(WORKSPACE_ROOT));
    expect([...disk.images()].map(paths)).toEqual(['folder/file folder/']);
  });

  it('of a renamed file: the old one, the new one, or half way both, but never none', async () => {
    const disk = createCrashDisk({ from: 'content', to: 'replaced' });
    succeed(await disk.host().write.rename(at('from'), at('to')));
    const found = [...disk.images()].map(({ model, files }) => [model, text(files.get('from')), text(files.get('to'))]);
    expect(found).toEqual([
      ['killed', undefined, 'content'],
      ['ordered', 'content', 'replaced'],
      ['half-renamed', 'content', 'content'],
    ]);
  });

  it('of several renames: all of them half way at once too', async () => {
    const disk = createCrashDisk({ a: 'A', b: 'B' });
    const { write } = disk.host();
    succeed(await write.rename(at('a'), at('c')));
    succeed(await write.rename(at('b'), at('d')));
    expect([...disk.images({ models: ['half-renamed'] })].map(paths)).toEqual(['a b c', 'b c d', 'a b c d']);
  });

  it('of a file moved to another folder: flushing the old folder makes the new name last too', async () => {
    const move = async (...flushed: readonly string[]) => {
      const disk = createCrashDisk({ 'a/file': 'content', 'b/other': '' });
      const { write } = disk.host();
      succeed(await write.rename(at('a/file'), at('b/file')));
      for (const folder of flushed) succeed(await write.syncFolder(at(folder)));
      return [...disk.images()].map(({ files }) => [...files.keys()].filter((path) => path.endsWith('file')).join(' ')).sort();
    };
    expect(await move()).toEqual(['a/file', 'a/file b/file', 'b/file']);
    expect(await move('b')).toEqual(['a/file b/file', 'b/file']);
    expect(await move('a')).toEqual(['b/file']);
  });

  it('that were removed may come back', async () => {
    const disk = createCrashDisk({ file: 'content' });
    const { write } = disk.host();
    succeed(await write.remove(at('file')));
    expect(fates(disk, 'file', ...CRASH_MODELS)).toEqual([undefined, 'content']);
    succeed(await write.syncFolder(WORKSPACE_ROOT));
    expect(fates(disk, 'file', ...CRASH_MODELS)).toEqual([undefined]);
  });
});

describe('a crash', () => {
  it('stops whoever waits for an operation, for good, also one that catches everything', async () => {
    const disk = createCrashDisk({ file: 'content' });
    disk.crashAt(2);
    let reached = 0;
    const run = await disk.run(async ({ write, read }) => {
      const tries = [
        () => write.makeFolder(at('one')),
        () => read.openFile(at('file')),
        () => write.makeFolder(at('two')),
        () => write.remove(at('file')),
      ];
      for (const attempt of tries) {
        const answer = await attempt().catch(() => undefined);
        reached += answer === undefined ? 0 : 1;
      }
    });
    expect(run).toEqual({ crashed: true });
    expect(reached).toBe(2);
    expect(paths(disk.now())).toBe('file one/');
    const silent = await Promise.race([disk.host().write.remove(at('file')), Promise.resolve('no answer')]);
    expect(silent).toBe('no answer');
  });

  it('comes only where it was asked for', async () => {
    const disk = createCrashDisk();
    disk.crashAt(7);
    expect(await disk.run(async () => 'done')).toEqual({ crashed: false, value: 'done' });
  });

  it('counts each item of a batch', async () => {
    const disk = createCrashDisk({ a: '', b: '', c: '' });
    disk.crashAt(2);
    const seen: number[] = [];
    const run = await disk.run(({ read }) => read.statPaths([at('a'), at('b'), at('c')], (index) => seen.push(index)));
    expect(run.crashed).toBe(true);
    expect(seen).toEqual([0, 1]);
    expect(disk.operations()).toBe(2);
  });

  it('leaves what looking back shows of a run that went on, at one operation after the other', async () => {
    const start = (): CrashDisk => createCrashDisk({ 'assets/a/a.bin': 'a', 'assets/b/b.bin': 'b' }, { compute: nodeCompute });
    const whole = start();
    const { value: plan } = unwrap(await planRegister(whole.host()));
    const digests = (images: Iterable<CrashImage>) => [...images].map(({ model, digest }) => `${model} ${digest}`);
    const from = whole.operations();
    expect((await whole.run((host) => applyPlan(host, plan))).crashed).toBe(false);
    for (let operation = 0; operation < whole.operations() - from; operation += 3) {
      const disk = start();
      unwrap(await planRegister(disk.host()));
      disk.crashAt(from + operation);
      expect((await disk.run((host) => applyPlan(host, plan))).crashed).toBe(true);
      expect(digests(disk.images())).toEqual(digests(whole.images({ before: from + operation })));
    }
  });
});

describe('images', () => {
  const busy = async (seed?: number): Promise<CrashDisk> => {
    const disk = createCrashDisk({}, seed === undefined ? {} : { seed });
    for (const name of 'abcdefghijkl') await put(disk.host(), name, name);
    return disk;
  };
  const digests = (disk: CrashDisk, most?: number) => [...disk.images(most === undefined ? {} : { most })].map(({ digest }) => digest);

  it('are different ones, the same in every run, and other samples for another seed', async () => {
    const first = digests(await busy());
    expect(new Set(first).size).toBe(first.length);
    expect(first.length).toBeGreaterThan(80);
    expect(digests(await busy())).toEqual(first);
    expect(digests(await busy(1))).not.toEqual(first);
  });

  it('can be a few of all, that of killed first', async () => {
    const disk = await busy();
    const few = [...disk.images({ most: 8 })];
    expect(few).toHaveLength(8);
    expect(few[0]?.model).toBe('killed');
    expect(new Set(digests(disk)).size).toBeGreaterThan(8);
    expect(digests(disk)).toEqual(expect.arrayContaining(digests(disk, 8)));
    expect(digests(disk, 8)).toEqual(few.map(({ digest }) => digest));
  });

  it('have one digest whoever computes it', async () => {
    const files = { 'a/b': 'content', c: new Uint8Array(3) };
    expect(createCrashDisk(files).now().digest).toBe(createCrashDisk(files, { compute: nodeCompute }).now().digest);
    expect(createCrashDisk({ ...files, c: new Uint8Array(4) }).now().digest).not.toBe(createCrashDisk(files).now().digest);
  });

  it('tell an empty folder from none', async () => {
    const disk = createCrashDisk();
    const { digest } = disk.now();
    succeed(await disk.host().write.makeFolder(at('folder')));
    expect(disk.now().digest).not.toBe(digest);
    expect(disk.mount(disk.now()).now().folders).toEqual(['folder']);
  });

  it('are one, where all is flushed; and hold what was flushed, whatever was done', async () => {
    const step = fc.record({
      does: fc.constantFrom('put', 'flushed', 'rename', 'remove', 'sync', 'folder'),
      from: fc.constantFrom('a', 'b', 'd/a', 'd/b'),
      to: fc.constantFrom('a', 'b', 'd/a', 'd/b'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const disk = createCrashDisk({ 'd/keep': 'kept' });
        const host = disk.host();
        const { write } = host;
        for (const { does, from, to } of steps) {
          if (does === 'sync') succeed(await write.syncFolder(from.startsWith('d') ? at('d') : WORKSPACE_ROOT));
          if (does === 'rename') (await write.rename(at(from), at(to))).unwrapOr(undefined);
          if (does === 'remove') (await write.remove(at(from))).unwrapOr(undefined);
          if (does === 'folder') (await write.makeFolder(at(from))).unwrapOr(undefined);
          const isFree = !disk.now().files.has(from) && !disk.now().folders.includes(from);
          if (isFree && (does === 'put' || does === 'flushed'))
            await put(host, from, from, ...(does === 'flushed' ? ['data' as const] : []));
        }
        const now = disk.now();
        for (const { files } of disk.images()) expect(text(files.get('d/keep'))).toBe('kept');
        expect([...disk.images()].map(({ digest }) => digest)).toContain(now.digest);
        for (const folder of [WORKSPACE_ROOT, ...now.folders.map(at)]) succeed(await write.syncFolder(folder));
        const flushed = [...disk.images({ models: ['killed', 'ordered', 'reordered', 'half-renamed'] })];
        expect(new Set(flushed.map(paths)).size).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('mount', () => {
  const lockPath = at('lock');
  const held = async (host: PackerHost): Promise<boolean> => 'held' in (await host.write.lock(lockPath))._unsafeUnwrap();

  it.each(['killed', 'ordered'] as const)(
    'goes on after %s: locks of before have a dead owner, tokens and uuids are new',
    async (model) => {
      const disk = createCrashDisk();
      const before = disk.host();
      expect(await held(before)).toBe(false);
      expect(await held(disk.host())).toBe(true);
      const names = [before.newToken(), before.identity.newUuid()];
      const after = disk.mount({ ...disk.now(), model });
      expect(await held(after.host())).toBe(false);
      const again = after.host();
      expect(names).not.toContain(again.newToken());
      expect(names).not.toContain(again.identity.newUuid());
    },
  );

  it('starts the machine again, but after killed', async () => {
    const disk = createCrashDisk();
    const bootAfter = async (model: CrashModel): Promise<string> => {
      const lock = (
        await disk
          .mount({ ...disk.now(), model })
          .host()
          .write.lock(lockPath)
      )._unsafeUnwrap();
      return lock.owner?.bootId ?? '';
    };
    const lock = (await disk.host().write.lock(lockPath))._unsafeUnwrap();
    expect(await bootAfter('killed')).toBe(lock.owner?.bootId);
    expect(await bootAfter('ordered')).not.toBe(lock.owner?.bootId);
  });

  it('may find a lock again that was given back, since nobody flushes it', async () => {
    const disk = createCrashDisk();
    const lock = (await disk.host().write.lock(lockPath))._unsafeUnwrap();
    succeed(await disk.host().write.syncFolder(WORKSPACE_ROOT));
    if (!('held' in lock)) succeed(await lock.release());
    expect(fates(disk, 'lock', 'ordered').filter((content) => content !== undefined)).toHaveLength(1);
  });

  it('keeps nothing of what was not in the image', async () => {
    const disk = createCrashDisk({ a: 'A' });
    await put(disk.host(), 'b', 'B');
    const [lost] = [...disk.images({ models: ['ordered'] })];
    expect(lost).toBeDefined();
    if (lost === undefined) return;
    const mounted = disk.mount(lost);
    expect([...mounted.images()].map(paths)).toEqual(['a']);
    expect(mounted.operations()).toBe(0);
  });
});

describe('restart', () => {
  it('goes on with everything, and what was not flushed still may be lost', async () => {
    const disk = createCrashDisk({ old: 'old' });
    await put(disk.host(), 'new', 'content');
    succeed(await disk.host().write.rename(at('new'), at('old')));
    const on = disk.restart();
    expect(text(on.now().files.get('old'))).toBe('content');
    expect([...on.images()].map(({ digest }) => digest).sort()).toEqual([...disk.images()].map(({ digest }) => digest).sort());
    succeed(await on.host().write.syncFolder(WORKSPACE_ROOT));
    expect(fates(on, 'old', 'killed', 'ordered', 'reordered')).toEqual(['content', '']);
    expect(fates(disk, 'old', 'ordered')).toContain('old');
  });

  it('is a copy: neither disk sees what the other one does', async () => {
    const disk = createCrashDisk({ 'f/a': 'A' });
    const on = disk.restart();
    succeed(await on.host().write.remove(at('f/a')));
    await put(disk.host(), 'f/b', 'B');
    expect(paths(on.now())).toBe('f/');
    expect(paths(disk.now())).toBe('f/a f/b f/');
  });

  it('can go on from an earlier operation', async () => {
    const disk = createCrashDisk();
    const { write } = disk.host();
    succeed(await write.makeFolder(at('a')));
    succeed(await write.syncFolder(WORKSPACE_ROOT));
    succeed(await write.makeFolder(at('b')));
    expect([0, 1, 2, 3].map((operation) => paths(disk.restart(operation).now()))).toEqual(['', 'a/', 'a/', 'a/ b/']);
    expect([1, 2].map((operation) => [...disk.restart(operation).images()].map(paths).sort())).toEqual([['', 'a/'], ['a/']]);
  });

  it('leaves locks of before with a dead owner', async () => {
    const disk = createCrashDisk();
    const lock = (await disk.host().write.lock(at('lock')))._unsafeUnwrap();
    expect('held' in lock).toBe(false);
    expect('held' in (await disk.restart().host().write.lock(at('lock')))._unsafeUnwrap()).toBe(false);
  });
});
