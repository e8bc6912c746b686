import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { guardReadPort } from '../../src/ports/guard-read-port.js';
import { findListAndRead } from '../../src/ports/list-and-read.js';
import type { ListAndRead, ReadPort } from '../../src/ports/read-port.js';
import { at } from './at.js';

const { read } = createMemoryWorkspace({ 'assets/hero/asset.json': 'text' });
const WANTED = { name: 'asset.json', maxBytes: 10 };

/** What the guard makes of a way that answers so. */
async function guarded(run: (visit: (index: number, answer: unknown) => void) => unknown): Promise<readonly unknown[]> {
  const { listFolders, readFiles } = read;
  const lying = { run: (_: unknown, __: unknown, visit: never) => run(visit) } as unknown as ListAndRead;
  const port: ReadPort = { ...read, listAndRead: { ...lying, insteadOf: { listFolders, readFiles } } };
  const found: unknown[] = [];
  const ran = await findListAndRead(guardReadPort(port))?.run([at('assets/hero')], WANTED, (_, answer) => {
    found.push(answer.isOk() ? 'ok' : answer.error.kind);
  });
  return [
    ran?.match(
      () => 'ok',
      ({ kind }) => kind,
    ),
    ...found,
  ];
}

const stat = { kind: 'file', size: 1, modifiedMs: 1 };
const sound = { entries: [{ name: 'asset.json', kind: 'file' }], content: { bytes: new Uint8Array(1), stat } };

describe('listAndRead of a port', () => {
  it('is found, also behind the guard', () => {
    expect(findListAndRead(read)).toBe(read.listAndRead);
    expect(findListAndRead(guardReadPort(read))).not.toBeNull();
  });

  it.each<[string, Partial<ReadPort>]>([
    ['readFiles', { readFiles: async () => ok() }],
    ['listFolders', { listFolders: async () => ok() }],
  ])('is left aside where another %s was put in place', (_, other) => {
    expect(findListAndRead({ ...read, ...other })).toBeNull();
    expect(guardReadPort({ ...read, ...other }).listAndRead).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['no method', { insteadOf: read }],
  ])('is left aside where it is %s', (_, listAndRead) => {
    expect(findListAndRead({ ...read, listAndRead } as ReadPort)).toBeNull();
  });

  it.each<[string, (visit: (index: number, answer: unknown) => void) => unknown, readonly unknown[]]>([
    ['is sound', (visit) => (visit(0, ok(sound)), ok()), ['ok', 'ok']],
    ['has no content', (visit) => (visit(0, ok({ ...sound, content: null })), ok()), ['ok', 'ok']],
    ['rejects', () => Promise.reject(new Error('no')), ['broken']],
    ['answers nothing', () => ok(), ['ok', 'broken']],
    ['answers twice', (visit) => (visit(0, ok(sound)), visit(0, ok(sound)), ok()), ['broken', 'ok']],
    ['gives no entries', (visit) => (visit(0, ok({ content: null })), ok()), ['ok', 'broken']],
    ['leaves out the content', (visit) => (visit(0, ok({ entries: [] })), ok()), ['ok', 'broken']],
    ['gives text for bytes', (visit) => (visit(0, ok({ ...sound, content: { bytes: 'x', stat } })), ok()), ['ok', 'broken']],
    ['gives too much', (visit) => (visit(0, ok({ ...sound, content: { bytes: new Uint8Array(11), stat } })), ok()), ['ok', 'broken']],
  ])('is guarded where it %s', async (_, run, expected) => {
    expect(await guarded(run)).toEqual(expected);
  });
});
