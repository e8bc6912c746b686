import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { JournalMoveEntry } from '../../../src/artifacts/journal/model.js';
import type { WorkspacePath } from '../../../src/paths/workspace-path.js';
import { surveyMoves } from '../../../src/plans/recover/survey-moves.js';
import type { PortErrorKind, PortResult } from '../../../src/ports/port-error.js';
import type { EntryKind, EntryStat, ReadPort } from '../../../src/ports/read-port.js';

type Found = EntryKind | PortErrorKind;

const ENTRY_KINDS: ReadonlySet<string> = new Set(['file', 'folder', 'symlink', 'other'] satisfies EntryKind[]);
const move = { target: 'assets/new' as WorkspacePath, from: 'assets/old' as WorkspacePath } as JournalMoveEntry;

function answerOf(found: Found, path: string): PortResult<EntryStat> {
  if (found !== 'symlink' && ENTRY_KINDS.has(found)) return ok({ kind: found as EntryKind, size: 0, modifiedMs: 0 });
  return err({ kind: found as PortErrorKind, operation: 'stat', path, detail: '' });
}

/** A port to which two places stand as given. */
function portOf(target: PortResult<EntryStat>, from: PortResult<EntryStat>): Pick<ReadPort, 'statPaths'> {
  return {
    statPaths: async (paths, visit) => {
      for (const [index, path] of paths.entries()) visit(index, path === move.target ? target : from);
      return ok(undefined);
    },
  };
}

describe('surveyMoves', () => {
  it.each<readonly [target: Found, from: Found, verdict: string, found: object, staged: object]>([
    ['not-found', 'folder', 'ready', { kind: 'absent' }, { kind: 'folder', listing: null }],
    ['folder', 'not-found', 'done', { kind: 'folder', listing: null }, { kind: 'absent' }],
    ['folder', 'folder', 'conflict', { kind: 'folder', listing: null }, { kind: 'folder', listing: null }],
    ['not-found', 'not-found', 'conflict', { kind: 'absent' }, { kind: 'absent' }],
    ['file', 'folder', 'conflict', { kind: 'not-a-folder' }, { kind: 'folder', listing: null }],
    ['other', 'not-found', 'conflict', { kind: 'not-a-folder' }, { kind: 'absent' }],
    ['symlink', 'folder', 'conflict', { kind: 'symlink' }, { kind: 'folder', listing: null }],
    ['folder', 'not-a-folder', 'conflict', { kind: 'folder', listing: null }, { kind: 'not-a-folder' }],
  ])('%s where it goes and %s where it comes from: %s', async (target, from, verdict, found, staged) => {
    const surveyed = await surveyMoves(portOf(answerOf(target, move.target), answerOf(from, move.from)), [move]);
    expect(surveyed._unsafeUnwrap()).toEqual([{ entry: move, found, staged, verdict }]);
  });

  it('a link that the port gives as an entry is a link', async () => {
    const link = ok({ kind: 'symlink', size: 0, modifiedMs: 0 } as const);
    const [surveyed] = (await surveyMoves(portOf(link, answerOf('not-found', '')), [move]))._unsafeUnwrap();
    expect(surveyed).toMatchObject({ found: { kind: 'symlink' }, verdict: 'conflict' });
  });

  it('answers the fault where either place cannot be looked at, or none of them', async () => {
    const folder = answerOf('folder', '');
    expect((await surveyMoves(portOf(answerOf('io', move.target), folder), [move]))._unsafeUnwrapErr()).toMatchObject({ kind: 'io' });
    expect((await surveyMoves(portOf(folder, answerOf('denied', move.from)), [move]))._unsafeUnwrapErr()).toMatchObject({
      kind: 'denied',
      path: move.from,
    });
    const broken = { statPaths: async () => err({ kind: 'aborted', operation: 'stat', path: '', detail: '' } as const) };
    expect((await surveyMoves(broken, [move]))._unsafeUnwrapErr()).toMatchObject({ kind: 'aborted' });
  });

  it('tells a place that the port leaves out', async () => {
    const mute = { statPaths: async () => ok(undefined) };
    expect((await surveyMoves(mute, [move]))._unsafeUnwrapErr()).toMatchObject({ kind: 'broken', operation: 'stat', path: move.target });
  });

  it('asks for nothing where nothing moves', async () => {
    const asked = { statPaths: async () => err({ kind: 'io', operation: 'stat', path: '', detail: '' } as const) };
    expect((await surveyMoves(asked, []))._unsafeUnwrap()).toEqual([]);
  });
});
