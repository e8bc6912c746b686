import type { Contestant } from './contestant.js';
import { median } from './median.js';
import type { Row, Timing } from './row.js';

/** A comparison. */
export interface Comparison {
  /** What is done. */
  readonly operation: string;
  /** On how much. */
  readonly size: string;
  /** The most that our ratio to the limit may be. */
  readonly target: number | null;
  /** What bounds the job. */
  readonly limit: Contestant;
  /** Our own. */
  readonly subject: Contestant;
  /** Others. */
  readonly peers?: readonly Contestant[];
  /** Rounds that count; one more comes first. Odd, so that the median is one of them. */
  readonly rounds?: number;
  /** Runs of one round, for what is too short to be timed alone. */
  readonly repeat?: number;
  /** What a reader has to know. */
  readonly note?: string;
}

async function timeOf({ prepare, run }: Contestant, repeat: number): Promise<number> {
  let total = 0;
  if (prepare === undefined) {
    const start = performance.now();
    for (let index = 0; index < repeat; index += 1) {
      const answer = run();
      if (answer instanceof Promise) await answer;
    }
    return (performance.now() - start) / repeat;
  }
  for (let index = 0; index < repeat; index += 1) {
    await prepare();
    const start = performance.now();
    await run();
    total += performance.now() - start;
  }
  return total / repeat;
}

function timingOf(name: string, times: readonly number[], limits: readonly number[]): Timing {
  const ratios = times.map((time, round) => time / (limits[round] ?? Number.NaN));
  return { name, ms: median(times), ratio: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/**
 * Runs everyone in turn, round by round, each round beginning with another, and compares within the round: so a machine whose
 * speed drifts drifts for all of them.
 */
export async function compare(comparison: Comparison): Promise<Row> {
  const { operation, size, target, limit, subject, peers = [], rounds = 11, repeat = 1, note } = comparison;
  const contestants = [limit, subject, ...peers];
  const times = contestants.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const place = (turn + round + 1) % contestants.length;
      const contestant = contestants[place];
      if (contestant === undefined) continue;
      globalThis.gc?.();
      const time = await timeOf(contestant, repeat);
      if (round >= 0) times[place]?.push(time);
    }
  }
  const limits = times[0] ?? [];
  const [first, second, ...others] = contestants.map(({ name }, place) => timingOf(name, times[place] ?? [], limits));
  if (first === undefined || second === undefined) throw new Error('a comparison has a limit and a subject');
  return { operation, size, target, rounds, limit: first, subject: second, peers: others, ...(note !== undefined && { note }) };
}
