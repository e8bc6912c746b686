import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { MemoryContent } from 'prometeu-packer/memory';
import { refuseNewerOutputs } from '../../../src/plans/apply/refuse-newer-outputs.js';
import type { PortErrorKind, PortOperation } from '../../../src/ports/port-error.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import { benchWith } from '../bench.js';
import { failingBatch } from '../staging.js';

const ARCHIVE = 'build/assets.pa';
const TABLE = 'build/asset_table.json';
const METADATA = 'build/asset_table_metadata.json';
const PRELOAD = 'build/preload.json';

const companion = (version: number): string => JSON.stringify({ schema_version: version });
const envelope = (major: number): Uint8Array => Uint8Array.from({ length: 64 }, (_, at) => [0x41, 0x53, 0x50, 0x41, major][at] ?? 0);

const SOUND = { [TABLE]: companion(1), [METADATA]: companion(1), [PRELOAD]: companion(1) };

interface Circumstances {
  readonly read?: (port: ReadPort) => ReadPort;
  readonly fault?: readonly [PortOperation, string, PortErrorKind];
  readonly signal?: AbortSignal;
  readonly replaceNewer?: boolean;
}

async function findings(files: Record<string, MemoryContent>, { read, fault, signal, replaceNewer = false }: Circumstances = {}) {
  const { workspace, board } = benchWith(files);
  if (fault !== undefined) board.faults = (operation, at) => (operation === fault[0] && at === fault[1] ? fault[2] : undefined);
  const refused = await refuseNewerOutputs({ read: read?.(workspace.read) ?? workspace.read, signal }, replaceNewer);
  return refused.match(
    () => [],
    (failure) => failure.map(({ code, artifact, location, data }) => ({ code, artifact, location, data })),
  );
}

const newer = (path: string, field: string, found: number) => ({
  code: 'PLAN_TARGET_NEWER',
  artifact: 'plan',
  location: { kind: 'file', file: path },
  data: { path, field, found, current: 1 },
});
const failed = (path: string, operation: PortOperation, reason: PortErrorKind) => ({
  code: 'PLAN_IO_FAILED',
  location: path === '' ? { kind: 'workspace' } : { kind: 'file', file: path },
  data: { path, operation, phase: 'recheck', reason },
});

describe('refuseNewerOutputs', () => {
  it('lets outputs be replaced that are not there, sound, or wrong in any other way', async () => {
    expect(await findings({})).toEqual([]);
    expect(await findings(SOUND)).toEqual([]);
    expect(await findings({ ...SOUND, [ARCHIVE]: 'x', [PRELOAD]: companion(0) })).toEqual([]);
  });

  it('tells every output that is newer, the archive first, unless newer ones are to be replaced', async () => {
    const files = { ...SOUND, [ARCHIVE]: envelope(2), [METADATA]: companion(8), [PRELOAD]: companion(9), [TABLE]: companion(7) };
    expect(await findings(files)).toEqual([
      newer(ARCHIVE, 'envelope_major', 2),
      newer(METADATA, 'schema_version', 8),
      newer(TABLE, 'schema_version', 7),
      newer(PRELOAD, 'schema_version', 9),
    ]);
    expect(await findings(files, { replaceNewer: true })).toEqual([]);
  });

  it('tells what is no file at once, whatever is to be replaced', async () => {
    const { workspace } = benchWith({ ...SOUND, [PRELOAD]: companion(2) });
    workspace.delete(TABLE);
    workspace.folder(TABLE);
    workspace.symlink(ARCHIVE);
    const outcome = await refuseNewerOutputs({ read: workspace.read, signal: undefined }, true);
    const expected = { kind: 'file', sha256: null, length: null };
    const differences = [
      { path: TABLE, expected, found: { kind: 'not-a-file' } },
      { path: ARCHIVE, expected, found: { kind: 'symlink' } },
    ];
    const stale = { code: 'PLAN_STALE', artifact: 'plan', data: { differences } };
    expect(outcome._unsafeUnwrapErr()).toMatchObject([stale]);
    const both = await refuseNewerOutputs({ read: workspace.read, signal: undefined }, false);
    expect(both._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_TARGET_NEWER' }, stale]);
  });

  it.each<[PortOperation, string]>([
    ['read', PRELOAD],
    ['open', ARCHIVE],
    ['read', ARCHIVE],
    ['close', ARCHIVE],
  ])('tells that it could not look: %s of %s', async (operation, path) => {
    const files = { ...SOUND, [ARCHIVE]: envelope(1) };
    expect(await findings(files, { fault: [operation, path, 'io'] })).toMatchObject([failed(path, operation, 'io')]);
  });

  it.each<PortErrorKind>(['changed', 'too-large', 'not-found'])('does not mind a companion that answers %s', async (kind) => {
    expect(await findings(SOUND, { fault: ['read', PRELOAD, kind] })).toEqual([]);
  });

  it('tells that the companions could not be looked at', async () => {
    const told = await findings(SOUND, { read: (port) => failingBatch(port, 'readFiles', 0) });
    expect(told).toMatchObject([failed('', 'read', 'io')]);
  });

  it('hears the signal', async () => {
    expect(await findings(SOUND, { signal: AbortSignal.abort() })).toMatchObject([{ code: 'PLAN_CANCELLED', data: { phase: 'recheck' } }]);
    expect(await findings(SOUND, { signal: new AbortController().signal })).toEqual([]);
  });

  it('tells of what the port never answered, and takes no answer to what was not asked', async () => {
    const read = (port: ReadPort): ReadPort => ({
      ...port,
      readFiles: (requests, visit) => {
        const bytes = new TextEncoder().encode(companion(3));
        for (const index of [1, requests.length]) visit(index, ok({ bytes, stat: { kind: 'file', size: bytes.length, modifiedMs: 0 } }));
        return Promise.resolve(ok());
      },
    });
    expect(await findings({}, { read })).toMatchObject([
      failed(METADATA, 'read', 'broken'),
      newer(TABLE, 'schema_version', 3),
      failed(PRELOAD, 'read', 'broken'),
    ]);
  });
});
