import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { boundaries } from './boundaries.js';
import { judgeBytes } from './judge-bytes.js';
import { makeInput } from './make-input.js';
import { materialOf } from './material.js';

/** Inputs a boundary. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_251_121);

const number = fc.nat();
const recipes = fc.record({
  seed: number,
  mutations: fc.array(fc.tuple(number, number, number, number), { maxLength: 6, size: 'max' }),
  repaired: fc.boolean(),
});

const report: string[] = [];

describe('every boundary', () => {
  beforeAll(() => () => void process.stdout.write(`${report.join('\n')}\n`));

  it.each(boundaries)('$name: whatever comes in, the answer is right', async (boundary) => {
    const material = await materialOf(boundary);
    const verdicts = new Map<string, number>();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const verdict = await judgeBytes(boundary, makeInput(boundary, material, recipe), runs % 4 === 0);
        runs += 1;
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    const accepted = [...verdicts].reduce((sum, [verdict, count]) => sum + (verdict.startsWith('accepted') ? count : 0), 0);
    report.push(`fuzz ${boundary.name.padEnd(16)} ${runs} runs, ${accepted} accepted, ${verdicts.size} verdicts`);
    expect(runs).toBe(RUNS);
    expect(accepted).toBeGreaterThan(0); // else the changes got past no gate
    expect(accepted).toBeLessThan(runs);
  });
});
