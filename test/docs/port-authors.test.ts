import { ok } from 'neverthrow';
import { PORT_ERROR_KINDS, portFailure, readWorkspace, type ReadPort } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { MAX_LOCK_BYTES } from '../../src/ports/lock-owner.js';
import { pageTable } from './page-table.js';
import { guidePage, testExamples } from './page-examples.js';

const page = guidePage('docs/port-authors.md');
const rows = (heading: string): readonly (readonly string[])[] => pageTable(page.text, heading);

type List = ReadPort['listFolders'];

/** How a port lists folders that does what a row of the table says. */
const misdeeds: Readonly<Record<string, (list: List) => List>> = {
  throws: () => () => JSON.parse('{') as ReturnType<List>,
  rejects: () => () => Promise.reject(new Error('no')),
  'answers something else than a Result': () => () => Promise.resolve('fine' as never),
  'answers a value of another type': () => async (paths, visit) => {
    for (const index of paths.keys()) visit(index, ok('no list' as never));
    return ok();
  },
  'answers an item twice': (list) => (paths, visit, options) =>
    list(paths, (index, answer) => (visit(index, answer), visit(index, answer)), options),
  'leaves an item out': () => async () => ok(),
  'answers an item that was not asked for': (list) => (paths, visit, options) =>
    list(paths, (index, answer) => visit(index + 1000, answer), options),
  'never answers a read, and the signal fires': () => () => new Promise<never>(() => undefined),
  'answers the error `denied`': () => async (paths, visit) => {
    for (const [index, path] of paths.entries()) visit(index, portFailure('denied', 'list', path));
    return ok();
  },
  'answers the error `symlink`': () => async (paths, visit) => {
    for (const [index, path] of paths.entries()) visit(index, portFailure('symlink', 'list', path));
    return ok();
  },
};

/** The codes that reading a workspace tells with a port that misbehaves. */
async function codesWith(misdeed: (list: List) => List): Promise<readonly string[]> {
  const { read } = createMemoryWorkspace({ 'assets/day/colours.bin': new Uint8Array(32) });
  const controller = new AbortController();
  const pending = readWorkspace({ read: { ...read, listFolders: misdeed(read.listFolders) } }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  const answer = await pending;
  return (answer.isOk() ? answer.value.diagnostics : answer.error).map(({ code }) => code);
}

describe('docs/port-authors.md', () => {
  testExamples('docs/port-authors.md');

  it('tells what the guards answer', async () => {
    const told = rows('What the guards check');
    expect(told.map(([misdeed = '']) => misdeed)).toEqual(Object.keys(misdeeds));
    for (const [misdeed = '', answer = ''] of told) {
      const code = /`(?<code>[A-Z_]+)`/.exec(answer)?.groups?.['code'];
      const make = misdeeds[misdeed];
      expect([misdeed, make === undefined ? [] : await codesWith(make)]).toEqual([misdeed, expect.arrayContaining([code])]);
    }
  });

  it('has a row for each method of the ports, and for each part of a host', () => {
    const workspace = createMemoryWorkspace();
    const named = (heading: string) => rows(heading).flatMap(([cell = '']) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name));
    expect(named('Reading').sort()).toEqual(Object.keys(workspace.read).sort());
    const writing = [...Object.keys(workspace.write).filter((name) => name !== 'capabilities'), 'write', 'sync', 'close'];
    expect(named('Writing').sort()).toEqual(writing.sort());
    const parts = ['read', 'write', 'newToken', 'identity', 'compute', 'witness'];
    expect(rows('Writing your own ports').map(([cell]) => cell)).toEqual(parts.map((part) => `\`${part}\``));
    expect(Object.keys(workspace)).toEqual(expect.arrayContaining(['read', 'write', 'newToken', 'identity']));
  });

  it('names kinds of errors and codes that there are, and limits as they are', () => {
    const kinds = [...page.text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, kind = '']) => kind);
    const known: readonly string[] = [...PORT_ERROR_KINDS, 'not-applicable'];
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
    const codes = [...page.text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, code = '']) => code);
    expect(codes.filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
    expect(page.text).toContain(` ${MAX_LOCK_BYTES.toLocaleString('en-US')} bytes`);
  });
});
