import { err, ok, type Result } from 'neverthrow';
import { expect, it } from 'vitest';
import { withReadHandle } from '../../../src/plans/compose/with-read-handle.js';
import type { PortError, PortOperation } from '../../../src/ports/port-error.js';
import { benchWith, path } from '../bench.js';

async function run(answer: () => Promise<Result<string, string>>, fault?: PortOperation) {
  const { workspace, board } = benchWith({ 'assets/a': 'content' });
  board.faults = (operation) => (operation === fault ? 'io' : undefined);
  const fail = ({ operation, kind }: PortError): string => `${operation}: ${kind}`;
  const outcome = withReadHandle(workspace.read, path('assets/a'), fail, async ({ stat }) => (stat.size === 7 ? answer() : err('no stat')));
  const settled = await outcome.catch((error: unknown) => error);
  return { settled, calls: board.calls.map(({ operation }) => operation) };
}

const good = (): Promise<Result<string, string>> => Promise.resolve(ok('read'));
const bad = (): Promise<Result<string, string>> => Promise.resolve(err('of its own'));

it('opens a file, has it read, and closes it', async () => {
  expect(await run(good)).toEqual({ settled: ok('read'), calls: ['open', 'close'] });
});

it.each<[string, () => Promise<Result<string, string>>, PortOperation | undefined, unknown, readonly string[]]>([
  ['of opening', good, 'open', err('open: io'), ['open']],
  ['of closing', good, 'close', err('close: io'), ['open', 'close']],
  ['of reading', bad, undefined, err('of its own'), ['open', 'close']],
  ['of reading, though closing fails too', bad, 'close', err('of its own'), ['open', 'close']],
  ['that is thrown', () => Promise.reject(new Error('thrown')), undefined, new Error('thrown'), ['open', 'close']],
])('answers the error %s', async (_, answer, fault, settled, calls) => {
  expect(await run(answer, fault)).toEqual({ settled, calls });
});
