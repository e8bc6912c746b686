import { err, ok } from 'neverthrow';
import type { PortError, PortResult } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { retryWhileBusy } from '../../src/node/retry-while-busy.js';

const failure = (detail: string): PortResult<string> => err({ kind: 'busy', operation: 'rename', path: 'a', detail } satisfies PortError);

async function runWith(retries: number, answers: readonly PortResult<string>[]) {
  let calls = 0;
  const answer = await retryWhileBusy(retries, async () => {
    calls += 1;
    return answers[calls - 1] ?? ok('late');
  });
  return [answer.unwrapOr('failed'), calls];
}

describe('retryWhileBusy (X10)', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('tries again after %s', async (detail) => {
    expect(await runWith(2, [failure(detail), failure(detail), ok('done')])).toEqual(['done', 3]);
  });

  it('gives up after so many retries', async () => {
    expect(await runWith(1, [failure('EBUSY'), failure('EBUSY'), ok('done')])).toEqual(['failed', 2]);
  });

  it('tries once where no retry is wanted', async () => {
    expect(await runWith(0, [failure('EBUSY'), ok('done')])).toEqual(['failed', 1]);
  });

  it('answers any other fault at once', async () => {
    expect(await runWith(5, [failure('ENOSPC'), ok('done')])).toEqual(['failed', 1]);
  });
});
