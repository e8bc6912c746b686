import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import type { Journal, JournalFileEntry } from '../../src/artifacts/journal/model.js';
import { parseWorkspacePath, type WorkspacePath } from '../../src/paths/workspace-path.js';
import type { PortResult } from '../../src/ports/port-error.js';
import type { ReadPort } from '../../src/ports/read-port.js';
import { readThroughJournal } from '../../src/workspace/read-through-journal.js';

const path = (text: string): WorkspacePath => parseWorkspacePath(text)._unsafeUnwrap();

const entry = (target: string, op: JournalFileEntry['op']): JournalFileEntry => ({
  target: path(target),
  op,
  class: 'authored',
  before: { kind: 'any' },
  after: { kind: 'absent' },
  staged: null,
});

const journal: Journal = {
  plan_digest: '',
  token: '0123456789abcdef',
  entries: [
    entry('assets/new/asset.json', 'replace'),
    entry('assets/changed/asset.json', 'replace'),
    entry('assets/old/asset.json', 'remove'),
  ],
};

const start = () =>
  createMemoryWorkspace({
    'assets/.prometeu/journal.json': '{}',
    'assets/.prometeu/lock': '{}',
    'assets/.prometeu/index.json': 'registry',
    'assets/new/.asset.json.0123456789abcdef.prometeu.tmp': 'made',
    'assets/changed/asset.json': 'before',
    'assets/changed/.asset.json.0123456789abcdef.prometeu.tmp': 'after',
    'assets/old/asset.json': 'old',
    'assets/old/keep.png': 'png',
  });

const TARGETS = ['assets/new/asset.json', 'assets/changed/asset.json', 'assets/old/asset.json', 'assets/old/keep.png'].map(path);

async function collect<T>(
  run: (visit: (index: number, answer: PortResult<T>) => void) => Promise<PortResult<void>>,
  show: (value: T) => unknown,
) {
  const answers: unknown[] = [];
  const done = await run((index, answer) => {
    answers[index] = answer.match(show, ({ kind }) => kind);
  });
  expect(done.isOk()).toBe(true);
  return answers;
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const readAll = (read: ReadPort) =>
  collect(
    (visit: Parameters<ReadPort['readFiles']>[1]) =>
      read.readFiles(
        TARGETS.map((target) => ({ path: target, maxBytes: 99 })),
        visit,
      ),
    ({ bytes }) => decode(bytes),
  );

describe('readThroughJournal', () => {
  it('reads targets as the plan leaves them, and everything else as it is', async () => {
    expect(await readAll(readThroughJournal(start().read, journal))).toEqual(['made', 'after', 'not-found', 'png']);
  });

  it('reads a target in its place once its staged content is gone', async () => {
    const workspace = start();
    workspace.set('assets/new/asset.json', 'in place');
    workspace.delete('assets/new/.asset.json.0123456789abcdef.prometeu.tmp');
    expect(await readAll(readThroughJournal(workspace.read, journal))).toEqual(['in place', 'after', 'not-found', 'png']);
  });

  it('gives each request its own answer whatever the order', async () => {
    for (const seed of [1, 2, 3]) {
      const workspace = createMemoryWorkspace(start().files(), { order: 'shuffled', seed });
      expect(await readAll(readThroughJournal(workspace.read, journal))).toEqual(['made', 'after', 'not-found', 'png']);
    }
  });

  it('tells the size of what it reads', async () => {
    const read = readThroughJournal(start().read, journal);
    const sizes = await collect(
      (visit: Parameters<ReadPort['statPaths']>[1]) => read.statPaths(TARGETS, visit),
      ({ size }) => size,
    );
    expect(sizes).toEqual([4, 5, 'not-found', 3]);
  });

  it('opens what it reads', async () => {
    const read = readThroughJournal(start().read, journal);
    const opened = await Promise.all(TARGETS.map((target) => read.openFile(target)));
    expect(
      opened.map((answer) =>
        answer.match(
          ({ stat }) => stat.size as unknown,
          ({ kind }) => kind,
        ),
      ),
    ).toEqual([4, 5, 'not-found', 3]);
    for (const answer of opened) if (answer.isOk()) expect((await answer.value.close()).isOk()).toBe(true);
  });

  it('lists targets, and hides staged files, control files and what is removed', async () => {
    const read = readThroughJournal(start().read, journal);
    const folders = ['assets', 'assets/.prometeu', 'assets/new', 'assets/changed', 'assets/old', 'assets/none'].map(path);
    const listed = await collect(
      (visit: Parameters<ReadPort['listFolders']>[1]) => read.listFolders(folders, visit),
      (entries) => entries.map(({ name }) => name).sort(),
    );
    expect(listed).toEqual([['changed', 'new', 'old'], ['index.json'], ['asset.json'], ['asset.json'], ['keep.png'], 'not-found']);
  });

  it('shows a folder that moves in its new place alone, before and after it has moved', async () => {
    const move = { target: path('assets/far/away'), op: 'move', from: path('assets/old') } as const;
    const waiting = createMemoryWorkspace({ 'assets/old/keep.png': 'png', 'assets/old/deep/x': 'x', 'assets/else': 'else' });
    const moved = createMemoryWorkspace({ 'assets/far/away/keep.png': 'png', 'assets/far/away/deep/x': 'x', 'assets/else': 'else' });
    for (const workspace of [waiting, moved]) {
      const read = readThroughJournal(workspace.read, { ...journal, entries: [move] });
      const files = [
        'assets/old/keep.png',
        'assets/far/away/keep.png',
        'assets/far/away/deep/x',
        'assets/far/away/none',
        'assets/else',
      ].map(path);
      const texts = await collect(
        (visit: Parameters<ReadPort['readFiles']>[1]) =>
          read.readFiles(
            files.map((file) => ({ path: file, maxBytes: 9 })),
            visit,
          ),
        ({ bytes }) => decode(bytes),
      );
      expect(texts).toEqual(['not-found', 'png', 'x', 'not-found', 'else']);
      const folders = ['assets', 'assets/far', 'assets/far/away', 'assets/far/away/deep', 'assets/old', 'assets/old/deep'].map(path);
      const listed = await collect(
        (visit: Parameters<ReadPort['listFolders']>[1]) => read.listFolders(folders, visit),
        (entries) => entries.map(({ name, kind }) => `${kind} ${name}`).sort(),
      );
      expect(listed).toEqual([
        ['file else', 'folder far'],
        ['folder away'],
        ['file keep.png', 'folder deep'],
        ['file x'],
        'not-found',
        'not-found',
      ]);
      const stats = await collect(
        (visit: Parameters<ReadPort['statPaths']>[1]) => read.statPaths([...folders, ...files], visit),
        ({ kind }) => kind,
      );
      expect(stats).toEqual([
        ...['folder', 'folder', 'folder', 'folder', 'not-found', 'not-found'],
        ...['not-found', 'file', 'file', 'not-found', 'file'],
      ]);
      const opened = await Promise.all(files.map((file) => read.openFile(file)));
      expect(opened.map((handle) => handle.isOk())).toEqual([false, true, true, false, true]);
      for (const handle of opened) if (handle.isOk()) expect((await handle.value.close()).isOk()).toBe(true);
    }
  });

  it('changes nothing in the workspace', async () => {
    const workspace = start();
    await readAll(readThroughJournal(workspace.read, journal));
    expect(workspace.files()).toEqual(start().files());
  });
});
