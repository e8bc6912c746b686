import { expect, test } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { WORKSPACE_ROOT, type WorkspacePath } from '../../src/paths/workspace-path.js';
import { gather } from '../../src/ports/gather.js';
import { overlayReadPort } from '../../src/ports/overlay-read-port.js';
import { readBytes } from '../../src/ports/read-bytes.js';
import type { EntryStat, FolderEntry } from '../../src/ports/read-port.js';

const path = (text: string): WorkspacePath => text as WorkspacePath;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const disk = createMemoryWorkspace({ 'a/one.txt': 'one', 'a/two.txt': 'two', 'b/three.txt': 'three' });
const port = overlayReadPort(
  disk.read,
  new Map([
    [path('a/one.txt'), bytes('ONE!')],
    [path('a/two.txt'), null],
    [path('a/new/four.txt'), bytes('four')],
  ]),
);

async function listed(folder: string): Promise<readonly string[] | string> {
  const answers = await gather<readonly FolderEntry[]>('list', [path(folder)], (visit) => port.listFolders([path(folder)], visit));
  return answers._unsafeUnwrap()[0]!.match(
    (entries) => entries.map(({ name, kind }) => `${kind} ${name}`).sort(),
    ({ kind }) => kind,
  );
}

async function textOf(file: string, maxBytes = 100): Promise<string> {
  const read = await readBytes(port, path(file), maxBytes);
  return read.match(
    (content) => new TextDecoder().decode(content),
    ({ kind }) => kind,
  );
}

test('files are read as the overlay has them, others as they are stored', async () => {
  expect(await textOf('a/one.txt')).toBe('ONE!');
  expect(await textOf('a/two.txt')).toBe('not-found');
  expect(await textOf('a/new/four.txt')).toBe('four');
  expect(await textOf('b/three.txt')).toBe('three');
  expect(await textOf('a/one.txt', 3)).toBe('too-large');
});

test('listings show what the overlay puts in, folders too, and hide what it takes out', async () => {
  expect(await listed('a')).toEqual(['file one.txt', 'folder new']);
  expect(await listed('a/new')).toEqual(['file four.txt']);
  expect(await listed('b')).toEqual(['file three.txt']);
  expect(await listed('c')).toBe('not-found');
  expect(await listed(WORKSPACE_ROOT)).toEqual(['folder a', 'folder b']);
});

test('stats and handles speak of the overlay', async () => {
  const paths = [path('a/one.txt'), path('a/two.txt'), path('b/three.txt')];
  const stats = await gather<EntryStat>('stat', paths, (visit) => port.statPaths(paths, visit));
  expect(
    stats._unsafeUnwrap().map((stat) =>
      stat.match(
        ({ size }) => size,
        ({ kind }) => kind,
      ),
    ),
  ).toEqual([4, 'not-found', 5]);
  const handle = (await port.openFile(path('a/one.txt')))._unsafeUnwrap();
  const into = new Uint8Array(3);
  expect((await handle.read(into, 2))._unsafeUnwrap()).toBe(2);
  expect(new TextDecoder().decode(into.subarray(0, 2))).toBe('E!');
  expect((await handle.read(into, -1))._unsafeUnwrapErr().kind).toBe('unsupported');
  expect((await handle.close()).isOk()).toBe(true);
  expect((await handle.read(into, 0))._unsafeUnwrapErr().kind).toBe('lost');
  expect((await port.openFile(path('a/two.txt')))._unsafeUnwrapErr().kind).toBe('not-found');
});

test('bytes given to a visitor are its own: changing them changes nothing', async () => {
  const ran = await port.readFiles([{ path: path('a/one.txt'), maxBytes: 100 }], (_, answer) => answer._unsafeUnwrap().bytes.fill(0));
  expect(ran.isOk()).toBe(true);
  expect(await textOf('a/one.txt')).toBe('ONE!');
});
