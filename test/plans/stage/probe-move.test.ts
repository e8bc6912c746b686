import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { probeMove } from '../../../src/plans/stage/probe-move.js';
import { createStagingArea } from '../../../src/plans/stage/staging-area.js';
import type { PortErrorKind, PortOperation } from '../../../src/ports/port-error.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import { benchWith, path, rewire } from '../bench.js';
import { failingBatch, stagingOf, TOKEN } from '../staging.js';

const NAME = `.move.${TOKEN}.prometeu.tmp`;

const FILES = { 'assets/deep/level/level.bin': '', 'assets/maps/other/x': '', 'assets/file': '' };

/** Fails one operation at one path; null for anywhere. */
type Fault = readonly [operation: PortOperation, at: string | null, kind: PortErrorKind];

async function probe(from: string, target: string, fault?: Fault, readOf: (read: ReadPort) => ReadPort = (read) => read) {
  const { workspace, board } = benchWith(FILES);
  const before = workspace.files();
  rewire(board, (operation, at) => (fault?.[0] === operation && (fault[1] === null || fault[1] === at) ? fault[2] : undefined));
  const context = { ...stagingOf(workspace), read: readOf(workspace.read) };
  const area = createStagingArea(workspace.write);
  const probed = await probeMove(context, area, { from: path(from), target: path(target) });
  const asked = board.calls.map(({ operation, path: at }) => `${operation} ${at.replace(NAME, '*')}`);
  rewire(board);
  await area.discard();
  expect(workspace.files()).toEqual(before);
  return { probed, asked };
}

const MADE = ['create assets/deep/level/*', 'sync assets/deep/level/*', 'close assets/deep/level/*'];

describe('probeMove', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'to a folder that stands elsewhere',
      'assets/maps/one',
      [...['stat assets', 'stat assets/maps'], ...MADE, ...['rename assets/deep/level/*', 'rename assets/deep/*', 'remove assets/maps/*']],
    ],
    [
      'below folders that are still to be made',
      'assets/a/b/one',
      [
        ...['stat assets', 'stat assets/a', 'stat assets/a/b'],
        ...MADE,
        ...['rename assets/deep/level/*', 'rename assets/deep/*', 'remove assets/*'],
      ],
    ],
    [
      'beside itself: one way is enough',
      'assets/deep/one',
      [...['stat assets', 'stat assets/deep'], ...MADE, ...['rename assets/deep/level/*', 'remove assets/deep/*']],
    ],
  ])('sends an empty file %s, and leaves nothing', async (_, target, calls) => {
    const { probed, asked } = await probe('assets/deep/level', target);
    expect(probed.isOk()).toBe(true);
    expect(asked).toEqual(calls);
  });

  it.each<readonly [PortOperation, string, number]>([
    ['stat', 'assets/maps', 2],
    ['create', `assets/deep/level/${NAME}`, 3],
    ['sync', `assets/deep/level/${NAME}`, 4],
    ['rename', `assets/deep/level/${NAME}`, 5],
    ['rename', `assets/deep/${NAME}`, 6],
    ['remove', `assets/maps/${NAME}`, 7],
  ])('goes no further where %s %s fails, and tells so', async (operation, at, calls) => {
    const { probed, asked } = await probe('assets/deep/level', 'assets/maps/one', [operation, at, 'denied']);
    const failure = probed._unsafeUnwrapErr();
    expect(failure).toHaveLength(1);
    expect(failure[0]).toMatchObject({
      code: 'PLAN_IO_FAILED',
      location: { kind: 'file', file: at },
      data: { path: at, operation, phase: 'stage', reason: 'denied' },
    });
    expect(asked.filter((call) => !call.startsWith('close'))).toHaveLength(calls);
  });

  it('is an error where what is above is looked at in vain', async () => {
    const whole = await probe('assets/deep/level', 'assets/maps/one', undefined, (read) => failingBatch(read, 'statPaths', 0));
    expect(whole.probed._unsafeUnwrapErr()).toMatchObject([{ data: { path: '', operation: 'stat', phase: 'stage', reason: 'io' } }]);
    expect(whole.asked).toEqual([]);
    const mute = await probe('assets/deep/level', 'assets/maps/one', undefined, (read) => ({
      ...read,
      statPaths: async () => ok(undefined),
    }));
    expect(mute.probed._unsafeUnwrapErr()).toMatchObject([
      { data: { path: 'assets', operation: 'stat', phase: 'stage', reason: 'broken' } },
    ]);
    expect(mute.asked).toEqual([]);
  });

  it('asks of a place below a file what is there', async () => {
    const { probed } = await probe('assets/deep/level', 'assets/file/one/two');
    expect(probed._unsafeUnwrapErr()).toMatchObject([{ data: { path: 'assets/file', operation: 'stat', reason: 'not-a-folder' } }]);
  });
});
