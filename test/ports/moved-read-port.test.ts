import { expect, test } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { gather } from '../../src/ports/gather.js';
import { movedReadPort } from '../../src/ports/moved-read-port.js';
import type { FolderEntry, ReadPort } from '../../src/ports/read-port.js';
import { readBytes } from '../../src/ports/read-bytes.js';
import type { WorkspacePath } from '../../src/paths/workspace-path.js';

const path = (text: string): WorkspacePath => text as WorkspacePath;

const disk = createMemoryWorkspace({ 'a/x/one': '1', 'a/xy/two': '2', 'b/three': '3' });

async function textOf(port: ReadPort, file: string): Promise<string> {
  return (await readBytes(port, path(file), 9)).match(
    (bytes) => new TextDecoder().decode(bytes),
    ({ kind }) => kind,
  );
}

async function listed(port: ReadPort, folder: string): Promise<readonly string[] | string> {
  const answers = await gather<readonly FolderEntry[]>('list', [folder], (visit) => port.listFolders([path(folder)], visit));
  return answers._unsafeUnwrap()[0]!.match(
    (entries) => entries.map(({ name }) => name).sort(),
    ({ kind }) => kind,
  );
}

test('without moves it is the port itself', () => {
  expect(movedReadPort(disk.read, [])).toBe(disk.read);
});

test('folders are seen where they are moved to, and those of a longer name stay', async () => {
  const port = movedReadPort(disk.read, [
    { from: path('a/x'), target: path('b/x') },
    { from: path('a/xy'), target: path('c/d/xy') },
  ]);
  expect(await Promise.all(['b/x/one', 'c/d/xy/two', 'b/three', 'a/x/one', 'a/xy/two'].map((file) => textOf(port, file)))).toEqual([
    ...['1', '2', '3'],
    ...['not-found', 'not-found'],
  ]);
  const folders = ['a', 'b', 'c', 'c/d', 'c/d/xy', 'a/x', 'd'];
  expect(await Promise.all(folders.map((folder) => listed(port, folder)))).toEqual([
    ...[[], ['three', 'x'], ['d'], ['xy'], ['two']],
    ...['not-found', 'not-found'],
  ]);
});

test('each request has one answer, whatever the order of a port', async () => {
  for (const seed of [1, 2, 3]) {
    const shuffled = createMemoryWorkspace(disk.files(), { order: 'shuffled', seed });
    const port = movedReadPort(shuffled.read, [{ from: path('a/x'), target: path('b/x') }]);
    const files = ['b/x/one', 'b/x/none', 'a/x/one', 'b/three'].map((file) => ({ path: path(file), maxBytes: 9 }));
    const answers: string[] = [];
    const done = await port.readFiles(files, (index, answer) => {
      expect(answers[index]).toBe(undefined);
      answers[index] = answer.match(
        ({ bytes }) => new TextDecoder().decode(bytes),
        ({ kind }) => kind,
      );
    });
    expect(done.isOk()).toBe(true);
    expect(answers).toEqual(['1', 'not-found', 'not-found', '3']);
  }
});
