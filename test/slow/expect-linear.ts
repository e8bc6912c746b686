import { expect } from 'vitest';

const MIB = 1024 * 1024;

/** Bytes of the smaller input where each byte means much work: the larger one is 1 MiB then, not 16. */
export const LITTLE = MIB / 16;

/** Times more, at which the larger input is. */
const TIMES = 16;
/** What a larger input may cost, in costs of the smaller one: 16 is proportional, 256 is quadratic. */
const MOST = 48;
/** The smaller input is given as often as it takes to measure, in seconds of processor time. */
const ENOUGH = 0.01;
const ATTEMPTS = 3;

/** Something that is done to an input of any size. */
export interface LinearCase<T> {
  /** Makes an input of about so many bytes. */
  readonly make: (bytes: number) => T;
  /** What is measured. What it answers is looked at, so that nothing is left out as useless. */
  readonly run: (input: T) => unknown;
  /** Bytes of the smaller input; 1 MiB unless told. */
  readonly bytes?: number;
}

/** Processor time of a call, in seconds. */
function costOf<T>(run: (input: T) => unknown, input: T): number {
  const before = process.cpuUsage();
  if (run(input) === undefined) throw new Error('nothing was answered');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function smallestCost<T>(run: (input: T) => unknown, input: T): number {
  let least = Infinity;
  for (let spent = 0; spent < ENOUGH;) {
    let calls = 0;
    let cost = 0;
    for (; cost < ENOUGH / 4; calls++) cost += costOf(run, input);
    spent += cost;
    least = Math.min(least, cost / calls);
  }
  return least;
}

/**
 * Holds that an input sixteen times as large costs about sixteen times as much processor time, whatever the machine and
 * whatever else it does. Where it looks otherwise it is measured again: noise goes, a square stays.
 */
export function expectLinear<T>({ make, run, bytes = MIB }: LinearCase<T>): void {
  const [small, large] = [make(bytes), make(bytes * TIMES)];
  const ratios: number[] = [];
  let [least, most] = [Infinity, Infinity];
  for (let attempt = 0; attempt < ATTEMPTS && !(most / least < MOST); attempt++) {
    least = Math.min(least, smallestCost(run, small));
    most = Math.min(most, costOf(run, large));
    ratios.push(Math.round(most / least));
  }
  expect(ratios.at(-1), `ratios ${ratios.join(', ')}`).toBeLessThan(MOST);
}
