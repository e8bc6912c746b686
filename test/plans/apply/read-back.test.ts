import { describe, expect, it } from 'vitest';
import type { AfterState, JournalEntry } from '../../../src/artifacts/journal/model.js';
import { readBack } from '../../../src/plans/apply/read-back.js';
import { observePaths } from '../../../src/plans/apply/observe-paths.js';
import type { FaultPlan } from '../../../src/ports/fault-plan.js';
import { ARCHIVE_PATH } from '../../../src/paths/owned-paths.js';
import { apply, benchWith, buildPlan, codesOf, compute, path, recipeOf, rewire, sha256, valueOf } from '../bench.js';
import { failingBatch, stagedFor, stagingOf } from '../staging.js';

const entry = (target: string, after: AfterState, op: 'replace' | 'remove' = 'replace'): JournalEntry => ({
  target: path(target),
  op,
  class: 'authored',
  before: { kind: 'any' },
  after,
  staged: '',
});

const textEntry = (target: string, text: string): JournalEntry =>
  entry(target, { kind: 'sha256', sha256: sha256(text), length: text.length });

const HERO = 'assets/hero/asset.json';
const VILLAIN = 'assets/villain/asset.json';

/** What comes of reading back two texts, one of which may be another than was written. */
async function texts(hero: string | null, faults: FaultPlan = () => undefined) {
  const { workspace, board } = benchWith({ [stagedFor(VILLAIN)]: 'villain', ...(hero !== null && { [stagedFor(HERO)]: hero }) });
  rewire(board, faults);
  return readBack(stagingOf(workspace), [textEntry(HERO, 'hero'), textEntry(VILLAIN, 'villain')]);
}

describe('readBack, texts', () => {
  it('finds nothing wrong where everything reads back as it was written', async () => {
    expect((await texts('hero')).isOk()).toBe(true);
  });

  it.each([
    ['other bytes', 'HERO', { kind: 'file', sha256: sha256('HERO'), length: 4 }],
    ['more bytes', 'hero+', { kind: 'file', sha256: sha256('hero+'), length: 5 }],
    ['nothing', null, { kind: 'absent' }],
  ])('%s', async (_, hero, found) => {
    const failure = (await texts(hero))._unsafeUnwrapErr();
    expect(failure).toHaveLength(1);
    expect(failure[0]).toMatchObject({
      code: 'PLAN_READ_BACK_MISMATCH',
      artifact: 'plan',
      location: { kind: 'file', file: HERO },
      data: { path: HERO, expected: { kind: 'file', sha256: sha256('hero'), length: 4 }, found },
    });
  });

  it('tells each file that is wrong or cannot be read', async () => {
    const failure = (await texts('HERO', (_, at) => (at === stagedFor(VILLAIN) ? 'io' : undefined)))._unsafeUnwrapErr();
    expect(failure).toMatchObject([
      { code: 'PLAN_READ_BACK_MISMATCH', data: { path: HERO } },
      { code: 'PLAN_IO_FAILED', data: { path: stagedFor(VILLAIN), operation: 'read', phase: 'read-back', reason: 'io' } },
    ]);
  });

  it('looks at nothing for what moves or is removed', async () => {
    const { workspace, board } = benchWith({});
    rewire(board);
    const move: JournalEntry = { op: 'move', from: path('assets/a'), target: path('assets/b') };
    expect((await readBack(stagingOf(workspace), [move, entry(HERO, { kind: 'absent' }, 'remove')])).isOk()).toBe(true);
    expect(board.calls).toEqual([]);
  });

  it('is an error of its phase where the batch as a whole fails', async () => {
    const { workspace } = benchWith({});
    const read = failingBatch(workspace.read, 'readFiles', 0);
    const back = await readBack({ ...stagingOf(workspace), read }, [textEntry(HERO, 'hero')]);
    expect(back._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_IO_FAILED', data: { path: '', phase: 'read-back', reason: 'io' } }]);
  });

  it('is cancelled by the signal', async () => {
    const { workspace } = benchWith({ [stagedFor(HERO)]: 'hero' });
    const back = await readBack(stagingOf(workspace, AbortSignal.abort()), [textEntry(HERO, 'hero')]);
    expect(back._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_CANCELLED', data: { phase: 'read-back' } }]);
  });
});

const STAGED = stagedFor(ARCHIVE_PATH);

/** An archive as a build makes it, staged, with the entry that says what stands there. */
async function archive(change: (bytes: Uint8Array) => void = () => undefined) {
  const { workspace, board } = benchWith({ 'assets/hero/a.bin': 'aaaa' });
  valueOf(await apply(workspace, await buildPlan(workspace, recipeOf(workspace, { hero: ['a.bin'] }))));
  const bytes = workspace.files().get(ARCHIVE_PATH) ?? new Uint8Array();
  change(bytes);
  workspace.set(STAGED, bytes);
  const [[, state] = []] = valueOf(await observePaths({ read: workspace.read, compute }, [{ look: 'archive', path: path(STAGED) }]));
  const found = state === undefined ? null : valueOf(state);
  if (found?.kind !== 'archive') throw new Error(`no archive: ${JSON.stringify(found)}`);
  rewire(board);
  const after = { kind: 'archive', length: found.length, archive_digest: found.archiveDigest } as const;
  return { workspace, board, after, read: (state: AfterState = after) => readBack(stagingOf(workspace), [entry(ARCHIVE_PATH, state)]) };
}

/** Puts another text of the same length in place of one in the header, whose checksum is made anew. */
function replacing(from: string, to: string): (bytes: Uint8Array) => void {
  return (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const end = 32 + view.getUint32(8, true);
    const text = new TextDecoder().decode(bytes.subarray(32, end));
    expect(text).toContain(from);
    bytes.set(new TextEncoder().encode(text.replace(from, to)), 32);
    view.setUint32(12, compute.crc32(bytes.subarray(32, end), 0), true);
  };
}

describe('readBack, archives', () => {
  it('decodes what stands before the payload', async () => {
    const { board, read } = await archive();
    expect((await read()).isOk()).toBe(true);
    expect(board.calls.filter(({ operation }) => operation === 'open')).toHaveLength(2);
  });

  it('does not decode what is not what was written', async () => {
    const { board, after, read } = await archive();
    const back = await read({ ...after, archive_digest: 'a'.repeat(64) });
    expect(back._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_READ_BACK_MISMATCH', data: { path: ARCHIVE_PATH, expected: { kind: 'archive', archiveDigest: 'a'.repeat(64) } } },
    ]);
    expect(board.calls.filter(({ operation }) => operation === 'open')).toHaveLength(1);
  });

  it.each([1, 2])('is an error of its phase where the archive cannot be opened, the time %i', async (time) => {
    const { board, read } = await archive();
    let opened = 0;
    rewire(board, (operation) => {
      opened += operation === 'open' ? 1 : 0;
      return operation === 'open' && opened === time ? 'io' : undefined;
    });
    expect((await read())._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_IO_FAILED', data: { path: STAGED, operation: 'open', phase: 'read-back', reason: 'io' } },
    ]);
  });

  it('is an error of its phase where the archive cannot be read while it is decoded', async () => {
    const { board, read } = await archive();
    let opened = 0;
    rewire(board, (operation) => {
      opened += operation === 'open' ? 1 : 0;
      return operation === 'read' && opened === 2 ? 'io' : undefined;
    });
    expect((await read())._unsafeUnwrapErr()).toMatchObject([
      { code: 'PLAN_IO_FAILED', data: { path: STAGED, operation: 'read', phase: 'read-back', reason: 'io' } },
    ]);
  });

  it('finds what no decoder takes, though it reads back as written', async () => {
    const { read } = await archive(replacing('"header_version":1', '"header_version":9'));
    expect(codesOf(await read())).toEqual(['ARCHIVE_HEADER_VERSION']);
  });

  it('finds parts that do not fit one another, though they decode', async () => {
    const { read } = await archive(replacing('"decoded_size":4', '"decoded_size":5'));
    expect(codesOf(await read())).toEqual(['ARCHIVE_DECODED_SIZE']);
  });
});
