import { writeFileSync } from 'node:fs';
import type { BenchResult, Figure, Row } from './row.js';

/** Says what one file of benchmarks found: to whoever started it, or on the screen. */
export function answer(rows: readonly Row[], figures: readonly Figure[] = []): void {
  const result: BenchResult = { rows, figures };
  const into = process.env['BENCH_RESULT'];
  if (into !== undefined) {
    writeFileSync(into, JSON.stringify(result));
    return;
  }
  for (const { operation, size, target, limit, subject, peers } of rows) {
    console.log(`${operation}, ${size} (target ${target ?? 'none'})`);
    for (const { name, ms, ratio, least, most } of [limit, subject, ...peers]) {
      console.log(
        `  ${name.padEnd(48)} ${ms.toPrecision(4).padStart(10)} ms ${ratio.toFixed(2).padStart(8)} (${least.toFixed(2)} to ${most.toFixed(2)})`,
      );
    }
  }
  for (const { operation, size, target, found, unit } of figures) console.log(`${operation}, ${size}: ${found} ${unit} (target ${target})`);
}
