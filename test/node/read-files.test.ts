import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE_ROOT, type FileContent, type PortResult, type ReadPort } from 'prometeu-packer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNodeWorkspace } from '../../src/node/open-node-workspace.js';
import { at } from '../ports/at.js';
import { countOpenFiles, makeTempFolder } from './temp-folder.js';
import { succeed } from '../ports/succeed.js';

const MEBIBYTE = 1024 * 1024;

let temp: ReturnType<typeof makeTempFolder>;
let read: ReadPort;
beforeEach(() => {
  temp = makeTempFolder();
  ({ read } = openNodeWorkspace(temp.folder)._unsafeUnwrap());
});
afterEach(() => temp.remove());

const inRoot = (name: string) => join(temp.folder, name);

/** Counts the turns that the event loop gets while something runs; `onTurn` may meddle. */
async function countTurns(run: () => Promise<unknown>, onTurn: (turn: number) => void = () => undefined): Promise<number> {
  let turns = 0;
  let isRunning = true;
  const count = () => {
    if (!isRunning) return;
    turns += 1;
    onTurn(turns);
    setImmediate(count);
  };
  setImmediate(count);
  await run();
  isRunning = false;
  return turns;
}

/** Reads one large file and answers its length, or the kind of the error. */
async function readLarge(name: string): Promise<number | string> {
  let found: number | string = 'not answered';
  const done = await read.readFiles([{ path: at(name), maxBytes: 1024 * MEBIBYTE }], (_, answer: PortResult<FileContent>) => {
    found = answer.isOk() ? answer.value.bytes.length : answer.error.kind;
  });
  expect(done.isOk()).toBe(true);
  return found;
}

describe('readFiles of the Node adapter', () => {
  it('gives the event loop a turn for every few hundred small files', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `file-${index}`);
    for (const name of names) writeFileSync(inRoot(name), name);
    const found = new Map<number, string>();
    const turns = await countTurns(() =>
      read.readFiles(
        names.map((name) => ({ path: at(name), maxBytes: 100 })),
        (index, answer) => found.set(index, Buffer.from(answer._unsafeUnwrap().bytes).toString()),
      ),
    );
    expect(turns).toBeGreaterThanOrEqual(10);
    expect(names.map((_, index) => found.get(index))).toEqual(names);
  });

  it('gives the event loop its turns also where many batches are small', async () => {
    writeFileSync(inRoot('file'), 'x');
    const turns = await countTurns(async () => {
      for (let call = 0; call < 3000; call += 1) succeed(await read.readFiles([{ path: at('file'), maxBytes: 1 }], () => undefined));
    });
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it('gives the event loop turns within a large file', async () => {
    writeFileSync(inRoot('large'), '');
    truncateSync(inRoot('large'), 64 * MEBIBYTE);
    const turns = await countTurns(async () => {
      expect(await readLarge('large')).toBe(64 * MEBIBYTE);
    });
    expect(turns).toBeGreaterThanOrEqual(7);
  });

  it('reads a file that changes meanwhile once more (S8)', async () => {
    writeFileSync(inRoot('large'), '');
    truncateSync(inRoot('large'), 20 * MEBIBYTE);
    let found: unknown;
    await countTurns(
      async () => {
        found = await readLarge('large');
      },
      (turn) => {
        if (turn === 1) appendFileSync(inRoot('large'), 'more');
      },
    );
    expect(found).toBe(20 * MEBIBYTE + 4);
  });

  it('answers changed for a file that changes all the time (S8)', async () => {
    writeFileSync(inRoot('large'), '');
    truncateSync(inRoot('large'), 20 * MEBIBYTE);
    let found: unknown;
    await countTurns(
      async () => {
        found = await readLarge('large');
      },
      () => appendFileSync(inRoot('large'), 'more'),
    );
    expect(found).toBe('changed');
  });

  it('answers changed for a file that shrinks, and for one rewritten at the same size (S8)', async () => {
    for (const meddle of [
      (turn: number) => truncateSync(inRoot('large'), 20 * MEBIBYTE - turn),
      () => writeFileSync(inRoot('large'), Buffer.alloc(20 * MEBIBYTE, 1)),
    ]) {
      writeFileSync(inRoot('large'), '');
      truncateSync(inRoot('large'), 20 * MEBIBYTE);
      let found: unknown;
      await countTurns(async () => {
        found = await readLarge('large');
      }, meddle);
      expect(found).toBe('changed');
    }
  });

  it('looks at folders again after each turn (P21)', async () => {
    for (const folder of ['folder', 'outside']) {
      mkdirSync(inRoot(folder));
      writeFileSync(inRoot(`${folder}/file`), folder);
      writeFileSync(inRoot(`${folder}/large`), '');
      truncateSync(inRoot(`${folder}/large`), 20 * MEBIBYTE);
    }
    const seen: unknown[] = [];
    await countTurns(
      () =>
        read.readFiles(
          ['folder/large', 'folder/file'].map((path) => ({ path: at(path), maxBytes: 1024 * MEBIBYTE })),
          (_, answer) => seen.push(answer.isOk() ? answer.value.bytes.length : answer.error.kind),
        ),
      (turn) => {
        if (turn !== 2) return; // the first may come before the first look
        renameSync(inRoot('folder'), inRoot('moved'));
        symlinkSync('outside', inRoot('folder'));
      },
    );
    expect(seen).toEqual([20 * MEBIBYTE, 'symlink']);
  });

  it('closes the file of a batch that is aborted in the middle of it (X21, X22)', async () => {
    writeFileSync(inRoot('large'), '');
    truncateSync(inRoot('large'), 64 * MEBIBYTE);
    const before = countOpenFiles();
    const controller = new AbortController();
    let done: unknown;
    let visits = 0;
    await countTurns(
      async () => {
        done = await read.readFiles([{ path: at('large'), maxBytes: 1024 * MEBIBYTE }], () => (visits += 1), { signal: controller.signal });
      },
      (turn) => {
        if (turn === 2) controller.abort();
      },
    );
    expect(done).toMatchObject({ error: { kind: 'aborted' } });
    expect(visits).toBe(0);
    expect(countOpenFiles()).toBe(before);
  });

  it('neither opens nor waits for a pipe (P23)', async () => {
    execFileSync('mkfifo', [inRoot('pipe')]);
    expect(await readLarge('pipe')).toBe('not-a-file');
    expect((await read.openFile(at('pipe')))._unsafeUnwrapErr()).toMatchObject({ kind: 'not-a-file' });
  });

  it('refuses a sparse file of 5 GiB by its size (B11)', async () => {
    writeFileSync(inRoot('sparse'), '');
    truncateSync(inRoot('sparse'), 5 * 1024 * MEBIBYTE);
    expect(await readLarge('sparse')).toBe('too-large');
  });
});

describe('listFolders of the Node adapter', () => {
  it('lists a folder of many thousand entries whole, and gives the event loop turns meanwhile (P27)', async () => {
    const names = Array.from({ length: 8500 }, (_, index) => `entry-${index}`);
    for (const name of names) writeFileSync(inRoot(name), '');
    let found: readonly string[] = [];
    const turns = await countTurns(() =>
      read.listFolders([WORKSPACE_ROOT], (_, answer) => {
        found = answer._unsafeUnwrap().map(({ name, kind }) => `${name}:${kind}`);
      }),
    );
    expect([...found].sort()).toEqual(names.map((name) => `${name}:file`).sort());
    expect(turns).toBeGreaterThan(1); // one may come before the first entry
  });

  it('shows two names that are no UTF-8, and opens neither (P16)', async () => {
    for (const byte of [0xfe, 0xff]) writeFileSync(Buffer.concat([Buffer.from(inRoot('bad-')), Buffer.of(byte)]), '');
    let found: unknown;
    succeed(
      await read.listFolders([WORKSPACE_ROOT], (_, answer) => {
        found = answer._unsafeUnwrap();
      }),
    );
    expect(found).toEqual([
      { name: 'bad-\ufffd', kind: 'file' },
      { name: 'bad-\ufffd', kind: 'file' },
    ]);
  });

  it('shows a name that really holds a replacement character, among others, as it shows it alone (P16)', async () => {
    const listed = async () => {
      let found: readonly string[] = [];
      succeed(
        await read.listFolders([WORKSPACE_ROOT], (_, answer) => {
          found = answer._unsafeUnwrap().map(({ name, kind }) => `${name}:${kind}`);
        }),
      );
      return found.toSorted();
    };
    writeFileSync(inRoot('real-\ufffd'), '');
    mkdirSync(inRoot('caf\u00e9'));
    symlinkSync('caf\u00e9', inRoot('link'));
    const expected = ['caf\u00e9:folder', 'link:symlink', 'real-\ufffd:file'];
    expect(await listed()).toEqual(expected);
    writeFileSync(Buffer.concat([Buffer.from(inRoot('bad-')), Buffer.of(0xff)]), '');
    expect(await listed()).toEqual(['bad-\ufffd:file', ...expected]);
  });
});
