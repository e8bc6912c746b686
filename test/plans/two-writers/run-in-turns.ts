import { setImmediate } from 'node:timers/promises';
import type { Pass } from './gated-port.js';

/** A writer, given what its operations have to wait for. */
export type Writer<T> = (pass: Pass) => Promise<T>;

/** How writers did. */
export interface Turns<T> {
  /** What each answered, in their order. */
  readonly answers: readonly T[];
  /** How many turns each had. */
  readonly counts: readonly number[];
}

/**
 * Runs writers so that one operation of one of them runs at a time.
 *
 * @param choose - whose turn is next, given the writers that wait, by index and never none, and the turns that each had.
 */
export async function runInTurns<T>(
  writers: readonly Writer<T>[],
  choose: (waiting: readonly number[], counts: readonly number[]) => number,
): Promise<Turns<T>> {
  const queues = writers.map((): (() => void)[] => []);
  const counts = writers.map(() => 0);
  let running = writers.length;
  const done = Promise.all(
    writers.map(async (writer, index) => {
      const answer = await writer(() => new Promise<void>((resolve) => queues[index]?.push(resolve)));
      running -= 1;
      return answer;
    }),
  );
  for (;;) {
    await setImmediate(); // everything that can go on has, and waits for its turn
    if (running === 0) return { answers: await done, counts };
    const waiting = queues.flatMap((queue, index) => (queue.length > 0 ? [index] : []));
    if (waiting.length === 0) throw new Error('nobody goes on, and nobody waits');
    const next = choose(waiting, counts);
    counts[next] = (counts[next] ?? 0) + 1;
    queues[next]?.shift()?.(); // a writer may have several operations under way
  }
}
