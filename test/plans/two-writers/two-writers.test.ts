import fc from 'fast-check';
import { planRegister, type Plan } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../e2e/unwrap.js';
import type { Pass } from './gated-port.js';
import { runInTurns } from './run-in-turns.js';
import { checkAttempts, checkSound, registerAs, ROOTS, sharedWorkspace } from './two-writers.js';

/** Two writers that apply these plans; without any, each plans and applies whenever its turns come. */
function twoWriters(plans: readonly Plan[]) {
  const { workspace, hosts } = sharedWorkspace();
  return { workspace, writers: hosts.map((host, index) => registerAs(host, ROOTS[index] ?? '', plans[index])) };
}

/** The plans of two writers that both saw the workspace as it was at first. */
async function planBoth(): Promise<readonly Plan[]> {
  const { hosts } = sharedWorkspace();
  const plans = await Promise.all(hosts.map((host, index) => planRegister(host, { roots: [ROOTS[index] ?? ''] })));
  return plans.map((planned) => unwrap(planned).value);
}

/** First one writer for a number of turns, then the other one, then the first to its end, then the other. */
async function switchTwice(plans: readonly Plan[], first: number, turns: readonly [number, number]) {
  const { workspace, writers } = twoWriters(plans);
  const second = 1 - first;
  const { answers, counts } = await runInTurns(writers, (waiting, had) => {
    const isBack = (had[second] ?? 0) >= turns[1];
    const wanted = (had[first] ?? 0) < turns[0] || isBack ? first : second;
    return waiting.includes(wanted) ? wanted : (waiting[0] ?? 0);
  });
  const outcome = checkAttempts(workspace, answers);
  return { workspace, outcome, firstTurns: counts[first] ?? 0, secondTurns: counts[second] ?? 0 };
}

describe('two writers on one workspace', () => {
  it('lose no update in any interleaving of two applies with at most two switches', async () => {
    const plans = await planBoth();
    const seen: string[] = [];
    const known = new Set<string>();
    for (const first of [0, 1]) {
      let isOver = false;
      for (let before = 0; !isOver; before += 1) {
        for (let between = 1; ; between += 1) {
          const { workspace, outcome, firstTurns, secondTurns } = await switchTwice(plans, first, [before, between]);
          seen.push(outcome);
          await checkSound(workspace, known);
          isOver = firstTurns <= before; // it was through before the other began
          if (secondTurns <= between) break; // and so was the other before the switch back
        }
      }
    }
    expect([...new Set(seen)].sort()).toEqual(['PLAN_LOCKED,applied', 'PLAN_STALE,applied', 'applied,PLAN_LOCKED', 'applied,PLAN_STALE']);
    expect(seen.length).toBeGreaterThan(300);
  });

  it('lose no update in a thousand interleavings of two applies', async () => {
    const plans = await planBoth();
    const known = new Set<string>();
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { workspace, writers } = twoWriters(plans);
        const pass: Pass = (operation) => scheduler.schedule(Promise.resolve(), operation);
        const answers = await scheduler.waitFor(Promise.all(writers.map((writer) => writer(pass))));
        seen.add(checkAttempts(workspace, answers));
        await checkSound(workspace, known);
      }),
      { numRuns: 1000, seed: 1, endOnFailure: true },
    );
    expect([...seen].sort()).toEqual(['PLAN_LOCKED,applied', 'applied,PLAN_LOCKED']);
  });

  it('lose no update where each plans too, now this one at work for a while, now that one', async () => {
    const known = new Set<string>();
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }), async (spells) => {
        const { workspace, writers } = twoWriters([]);
        const turns = spells.flatMap((length, index) => Array<number>(length).fill(index % 2));
        const { answers } = await runInTurns(writers, (waiting, had) => {
          const wanted = turns[(had[0] ?? 0) + (had[1] ?? 0)] ?? 0;
          return waiting.includes(wanted) ? wanted : (waiting[0] ?? 0);
        });
        seen.add(checkAttempts(workspace, answers));
        await checkSound(workspace, known);
      }),
      { numRuns: 150, seed: 1 },
    );
    expect([...seen].sort()).toEqual([
      'PLAN_LOCKED,applied',
      'PLAN_STALE,applied',
      'applied,PLAN_LOCKED',
      'applied,PLAN_STALE',
      'applied,applied',
    ]);
  });
});
