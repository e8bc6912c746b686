import { err, ok, type Result } from 'neverthrow';
import { portFailure, type ReadPort, type WorkspacePath, type WritePort } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import type { PortContractHarness } from '../../src/testing/port-contract-case.js';
import { portContractCases } from '../../src/testing/port-contract-cases.js';
import { openMemoryHarness } from '../memory/memory-harness.js';
import { succeed } from '../ports/succeed.js';

type Ports = Pick<PortContractHarness, 'read' | 'write'>;

const reading = (change: (port: ReadPort) => Partial<ReadPort>) => (ports: Ports) => ({ read: { ...ports.read, ...change(ports.read) } });
const writing = (change: (port: WritePort, ports: Ports) => Partial<WritePort>) => (ports: Ports) => ({
  write: { ...ports.write, ...change(ports.write, ports) },
});

type FindChanged = NonNullable<ReadPort['findChanged']>;

const changedOf = (port: ReadPort, ...[folders, options]: Parameters<FindChanged>) =>
  port.findChanged?.(folders, options) ?? Promise.resolve(ok([]));

/** The folders with whatever times they and their files have. */
const timeless = (folders: Parameters<FindChanged>[0]) => ({
  length: folders.length,
  at: (index: number) => {
    const folder = folders.at(index);
    return folder && { ...folder, files: folder.files.filter(({ size }) => size < 0) };
  },
});

/** What these ports do whether it works or not. */
const regardless = (answer: Result<unknown, unknown>) => void answer;

async function isTaken(read: ReadPort, path: WorkspacePath): Promise<boolean> {
  const seen: boolean[] = [];
  succeed(await read.statPaths([path], (_, answer) => seen.push(answer.isOk())));
  return seen.includes(true);
}

/** Ports that break the contract, each in one way. */
const broken: readonly (readonly [what: string, plant: (ports: Ports) => Partial<Ports>])[] = [
  ['throws', reading(() => ({ readFiles: () => JSON.parse('{') as Promise<never> }))],
  ['rejects', writing(() => ({ makeFolder: () => Promise.reject(new Error('no')) }))],
  [
    'answers twice',
    reading((port) => ({
      statPaths: (paths, visit, options) => port.statPaths(paths, (index, answer) => (visit(index, answer), visit(index, answer)), options),
    })),
  ],
  [
    'leaves out',
    reading((port) => ({
      readFiles: (requests, visit, options) => port.readFiles(requests.slice(1), (index, answer) => visit(index + 1, answer), options),
    })),
  ],
  [
    'answers under the wrong index',
    reading((port) => ({
      readFiles: (requests, visit, options) =>
        port.readFiles(requests, (index, answer) => visit(requests.length - 1 - index, answer), options),
    })),
  ],
  [
    'ignores maxBytes',
    reading((port) => ({
      readFiles: (requests, visit, options) =>
        port.readFiles(
          requests.map(({ path }) => ({ path, maxBytes: 1e9 })),
          visit,
          options,
        ),
    })),
  ],
  [
    'is one byte stricter than maxBytes',
    reading((port) => ({
      readFiles: (requests, visit, options) =>
        port.readFiles(
          requests.map(({ path, maxBytes }) => ({ path, maxBytes: maxBytes - 1 })),
          visit,
          options,
        ),
    })),
  ],
  [
    'gives Buffers of memory that it uses again',
    reading((port) => ({
      readFiles: (requests, visit, options) => {
        const shared = Buffer.alloc(4 * 1024 * 1024);
        return port
          .readFiles(
            requests,
            (index, answer) =>
              visit(
                index,
                answer.map(({ bytes, stat }) => (shared.set(bytes), { bytes: shared.subarray(0, bytes.length), stat })),
              ),
            options,
          )
          .finally(() => shared.fill(0));
      },
    })),
  ],
  ['ignores the signal', reading((port) => ({ statPaths: (paths, visit) => port.statPaths(paths, visit) }))],
  [
    'calls a symlink a file',
    reading((port) => ({
      statPaths: (paths, visit, options) =>
        port.statPaths(
          paths,
          (index, answer) =>
            visit(
              index,
              answer.map((stat) => ({ ...stat, kind: stat.kind === 'symlink' ? 'file' : stat.kind })),
            ),
          options,
        ),
    })),
  ],
  [
    'hides dot-files',
    reading((port) => ({
      listFolders: (paths, visit, options) =>
        port.listFolders(
          paths,
          (index, answer) =>
            visit(
              index,
              answer.map((list) => list.filter(({ name }) => !name.startsWith('.'))),
            ),
          options,
        ),
    })),
  ],
  [
    'gives names in lower case',
    reading((port) => ({
      listFolders: (paths, visit, options) =>
        port.listFolders(
          paths,
          (index, answer) =>
            visit(
              index,
              answer.map((list) => list.map(({ name, kind }) => ({ name: name.toLowerCase(), kind }))),
            ),
          options,
        ),
    })),
  ],
  ['finds nothing changed', reading(() => ({ findChanged: async () => ok([]) }))],
  [
    'finds one too few',
    reading((port) => ({
      findChanged: async (folders, options) => (await changedOf(port, folders, options)).map((all) => all.slice(0, -1)),
    })),
  ],
  ['looks at sizes alone', reading((port) => ({ findChanged: (folders, options) => changedOf(port, timeless(folders), options) }))],
  [
    'names places twice',
    reading((port) => ({
      findChanged: async (folders, options) => (await changedOf(port, folders, options)).map((all) => [...all, ...all]),
    })),
  ],
  ['looks for changes after an abort', reading((port) => ({ findChanged: (folders) => changedOf(port, folders, {}) }))],
  ['lies about case', reading((port) => ({ caseSensitive: !port.caseSensitive }))],
  [
    'tells the wrong size',
    reading((port) => ({
      statPaths: (paths, visit, options) =>
        port.statPaths(
          paths,
          (index, answer) =>
            visit(
              index,
              answer.map((stat) => ({ ...stat, size: 1 })),
            ),
          options,
        ),
    })),
  ],
  [
    'names absolute paths',
    reading((port) => ({ openFile: async (path) => (await port.openFile(path)).mapErr((error) => ({ ...error, path: `/abs/${path}` })) })),
  ],
  [
    'calls every fault io',
    reading((port) => ({ openFile: async (path) => (await port.openFile(path)).mapErr((error) => ({ ...error, kind: 'io' as const })) })),
  ],
  [
    'reads after close',
    reading((port) => ({
      openFile: async (path) => (await port.openFile(path)).map((handle) => ({ ...handle, close: async () => ok() })),
    })),
  ],
  ['overwrites on create', writing((port) => ({ createFile: async (path) => (await port.remove(path), port.createFile(path)) }))],
  [
    'says it wrote all when it did not',
    writing((port) => ({
      createFile: async (path) =>
        (await port.createFile(path)).map((handle) => ({
          ...handle,
          write: async (bytes, position) => (await handle.write(bytes.subarray(1), position)).map((count) => count + 1),
        })),
    })),
  ],
  [
    'appends whatever the position',
    writing((port) => ({
      createFile: async (path) =>
        (await port.createFile(path)).map((handle) => {
          let end = 0;
          return {
            ...handle,
            write: async (bytes) => {
              const count = await handle.write(bytes, end);
              end += bytes.length;
              return count;
            },
          };
        }),
    })),
  ],
  [
    'syncs after close',
    writing((port) => ({
      createFile: async (path) => (await port.createFile(path)).map((handle) => ({ ...handle, sync: async () => ok() })),
    })),
  ],
  [
    'keeps the bytes given to write',
    writing((port) => ({
      createFile: async (path) =>
        (await port.createFile(path)).map((handle) => {
          const later: (() => Promise<unknown>)[] = [];
          return {
            ...handle,
            write: async (bytes, position) => {
              later.push(() => handle.write(bytes, position));
              return ok(bytes.length);
            },
            close: async () => {
              for (const run of later) await run();
              return handle.close();
            },
          };
        }),
    })),
  ],
  [
    'renames over an empty folder',
    writing((port) => ({
      rename: async (from, to) => {
        const first = await port.rename(from, to);
        if (first.isOk() || first.error.kind === 'unsupported') return first;
        regardless(await port.remove(to));
        return port.rename(from, to);
      },
    })),
  ],
  [
    'cannot rename over a file',
    writing((port, { read }) => ({
      rename: async (from, to) => {
        return (await isTaken(read, to)) ? err({ kind: 'exists', operation: 'rename', path: to, detail: '' }) : port.rename(from, to);
      },
    })),
  ],
  [
    'makes missing parents',
    writing((port) => ({
      makeFolder: async (path) => {
        const parent = path.split('/').slice(0, -1).join('/') as typeof path;
        if (parent !== '') regardless(await port.makeFolder(parent));
        return port.makeFolder(path);
      },
    })),
  ],
  [
    'removes what is already gone',
    writing((port) => ({
      remove: async (path) => (await port.remove(path)).orElse((error) => (error.kind === 'not-found' ? ok() : err(error))),
    })),
  ],
  ['syncs anything', writing(() => ({ syncFolder: async () => ok() }))],
  ['steals locks', writing((port) => ({ lock: async (path) => (await port.remove(path), port.lock(path)) }))],
  [
    'never takes a lock over',
    writing((port, { read }) => ({
      lock: async (path) => {
        return (await isTaken(read, path)) ? ok({ held: true, owner: null }) : port.lock(path);
      },
    })),
  ],
  [
    'never loses a lock',
    writing((port) => ({
      lock: async (path) => (await port.lock(path)).map((answer) => ('held' in answer ? answer : { ...answer, check: async () => ok() })),
    })),
  ],
  [
    'breaks whatever lock there is',
    writing((port, { read }) => ({
      breakLock: async (path, token) => ((await isTaken(read, path)) ? port.remove(path) : port.breakLock(path, token)),
    })),
  ],
  ['breaks no lock', writing(() => ({ breakLock: async (path) => portFailure('lost', 'unlock', path) }))],
  [
    'gives back what is not its own',
    writing((port) => ({
      lock: async (path) =>
        (await port.lock(path)).map((answer) => ('held' in answer ? answer : { ...answer, release: () => port.remove(path) })),
    })),
  ],
];

async function failedCases(plant: (ports: Ports) => Partial<Ports>): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { name, run } of portContractCases) {
    const verdict = await run(async () => {
      const harness = await openMemoryHarness();
      return { ...harness, ...plant(harness) };
    });
    if (verdict.verdict === 'failed') failed.push(name);
  }
  return failed;
}

describe('the port contract suite', () => {
  it.each(broken)('finds a port that %s', async (_, plant) => {
    expect(await failedCases(plant)).not.toEqual([]);
  });

  it('finds nothing in a port that keeps the contract', async () => {
    expect(await failedCases(() => ({}))).toEqual([]);
  });

  it('has a name of its own for each case', () => {
    const names = portContractCases.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('never counts a case as passed that the harness has no means for', async () => {
    const verdicts = new Map<string, string>();
    for (const { name, run } of portContractCases) {
      const verdict = await run(async () => {
        const { read, write, dispose } = await openMemoryHarness();
        return { read, write, dispose };
      });
      verdicts.set(name, verdict.verdict);
    }
    const inapplicable = [...verdicts].filter(([, verdict]) => verdict === 'not-applicable').map(([name]) => name);
    expect(inapplicable).toHaveLength(12);
    expect([...verdicts.values()].filter((verdict) => verdict === 'failed')).toEqual([]);
  });

  it('tells a factory that fails as a failure', async () => {
    const [first] = portContractCases;
    expect(await first?.run(() => Promise.reject(new Error('no disk')))).toMatchObject({ verdict: 'failed' });
  });
});
