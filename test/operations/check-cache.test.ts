import { describe, expect, it } from 'vitest';
import { doctor, portFailure } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { serializeCache } from '../../src/artifacts/cache/serialize-cache.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { sampleCache } from '../artifacts/cache/sample-cache.js';
import { workspace } from '../workspace/workspaces.js';

const CACHE = 'assets/.prometeu/cache.json';
const examine = async (cache: string, maxBytes = 10_000) => {
  const host = createMemoryWorkspace({ ...workspace({ a: 1 }), [CACHE]: cache });
  const before = host.files();
  const report = (await doctor(host, { budgets: { json: { maxBytes } } }))._unsafeUnwrap();
  expect(host.files()).toEqual(before);
  const { read, mutate, build } = report.verdict;
  expect([read.can, mutate.can, build.can]).toEqual([true, true, true]);
  return report;
};

describe('the doctor on a cache', () => {
  it('has nothing to say of one that can be used', async () => {
    expect((await examine(serializeCache(sampleCache, portableCompute))).diagnostics).toEqual([]);
  });

  it.each([
    ['damaged', '{"schema_version": 1}', 'damaged', 1],
    ['newer', '{"schema_version": 2}', 'VERSION_TOO_NEW', 2],
    ['broken', '{', 'JSON_SYNTAX', null],
    ['too large', ' '.repeat(10_001), 'JSON_TOO_LARGE', null],
  ])('tells one that is %s, and lets nothing depend on it', async (_, cache, cause, found) => {
    const { diagnostics, snapshot, counts } = await examine(cache);
    expect(diagnostics).toMatchObject([
      { code: 'CACHE_DISCARDED', severity: 'info', artifact: 'cache', location: { kind: 'file', file: CACHE }, data: { cause }, found },
    ]);
    expect(counts).toEqual({ error: 0, warning: 0, info: 1 });
    expect(snapshot.diagnostics).toEqual([]);
  });

  it.each([
    ['denied', 'IO_DENIED'],
    ['symlink', 'PATH_SYMLINK'],
  ] as const)('tells one that cannot be read (%s)', async (kind, cause) => {
    const { read } = createMemoryWorkspace(workspace({ a: 1 }));
    const readFiles: typeof read.readFiles = (requests, visit, options) =>
      read.readFiles(
        requests,
        (index, answer) => visit(index, requests[index]?.path === CACHE ? portFailure(kind, 'read', CACHE) : answer),
        options,
      );
    const { diagnostics } = (await doctor({ read: { ...read, readFiles } }))._unsafeUnwrap();
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([['CACHE_DISCARDED', { cause }]]);
  });
});
