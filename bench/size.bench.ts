import { spawnSync } from 'node:child_process';
import { answer } from './harness/answer.js';

/** What one way to import weighs, as etc/check-size.mjs tells it. */
interface Weight {
  readonly what: string;
  /** Kilobytes. */
  readonly limit: number;
  readonly gzip: number;
}

/** The most that all of the core was to weigh, in kilobytes; for the rest there is only the gate. */
const TARGET = 45;

const { stdout, stderr } = spawnSync(process.execPath, ['etc/check-size.mjs', '--json'], { encoding: 'utf8' });
if (stdout === '') throw new Error(stderr);
const weights = JSON.parse(stdout) as readonly Weight[];

answer(
  [],
  weights.map(({ what, limit, gzip }, index) => ({
    operation: 'bundled with its dependencies, without peers',
    size: what.trim(),
    target: index === 0 ? TARGET : limit,
    found: Math.round(gzip / 100) / 10,
    unit: 'kB gzip',
  })),
);
