import { describe, expect, it } from 'vitest';
import {
  afterRestart,
  apply,
  type Bench,
  benchWith,
  buildPlan,
  crashAt,
  ignoreOutcome,
  leftovers,
  recipeOf,
  recoverAs,
  REGISTRY,
  rewire,
  textPlan,
  valueOf,
  visible,
} from './bench.js';
import { applyAgain, crash, type CrashCase, measure, recoverAndCheck, seenByReaders } from './crash-campaign.js';

const texts: CrashCase = {
  start: () =>
    benchWith({
      'assets/hero/idle.png': 'pixels',
      'assets/villain/asset.json': '{"name":"villain"}\n',
      'assets/old/asset.json': '{"name":"old"}\n',
      [REGISTRY]: '{"assets":[]}\n',
    }),
  plan: ({ workspace }) =>
    textPlan(
      workspace,
      {
        'assets/hero/asset.json': '{"name":"hero"}\n',
        'assets/villain/asset.json': '{"name":"scoundrel"}\n',
        'assets/old/asset.json': null,
        [REGISTRY]: '{"assets":[1]}\n',
      },
      { folders: ['assets', 'assets/hero'] },
    ),
};

const firstTexts: CrashCase = {
  start: () => benchWith({ 'assets/hero/idle.png': 'pixels' }),
  plan: ({ workspace }) =>
    textPlan(
      workspace,
      { 'assets/hero/asset.json': '{}\n', [REGISTRY]: '{}\n', 'assets/.prometeu/.gitignore': 'lock\n' },
      { folders: ['assets'] },
    ),
};

const sources = {
  'assets/hero/a.bin': 'aaaa',
  'assets/hero/b.bin': 'bb',
  'assets/villain/c.bin': 'c',
  [REGISTRY]: '{"assets":[1,2]}\n',
};

const planBuild = ({ workspace }: Bench) =>
  buildPlan(workspace, recipeOf(workspace, { hero: ['a.bin', 'b.bin'], villain: ['c.bin'] }), { folders: ['assets'] });

const large = { ...sources, 'assets/hero/b.bin': new Uint8Array(1024 * 1024 + 5).fill(7) };

const firstBuild: CrashCase = { start: () => benchWith(large), plan: planBuild };

const rebuild: CrashCase = {
  start: () => benchWith({ ...sources, 'build/assets.pa': 'an old archive', 'build/preload.json': '{}', 'build/notes.txt': 'not ours' }),
  plan: planBuild,
};

describe.each([
  ['texts', texts],
  ['the first texts of a workspace', firstTexts],
  ['a first build', firstBuild],
  ['a rebuild', rebuild],
])('X1: the process is killed at any operation, %s', (_, scenario) => {
  it('leaves before or after with exactly one flip, for readers at once and for everyone after recovery', async () => {
    const { before, after, operations } = await measure(scenario);
    expect(before).not.toEqual(after);
    const flips: string[] = [];
    for (let index = 0; index <= operations; index += 1) {
      const { bench, plan } = await crash(scenario, index);
      const seen = await seenByReaders(bench, [before, after]);
      await recoverAndCheck(bench);
      const shown = visible(bench.workspace);
      expect(seen).toEqual(shown);
      const outcome = JSON.stringify(shown) === JSON.stringify(before) ? 'before' : 'after';
      expect(shown).toEqual(outcome === 'before' ? before : after);
      if (flips.at(-1) !== outcome) flips.push(outcome);
      if (outcome === 'before') {
        await applyAgain(bench, plan);
        expect(visible(bench.workspace)).toEqual(after);
      } else expect(leftovers(bench.workspace).filter((file) => !file.endsWith('/lock'))).toEqual([]);
    }
    expect(flips).toEqual(['before', 'after']);
  });
});

describe('X3: the process is killed again while it recovers', () => {
  it.each([
    ['texts', texts],
    ['a rebuild', rebuild],
  ])('ends in after whatever the two operations, %s', async (_, scenario) => {
    const { before, after, operations } = await measure(scenario);
    let nested = 0;
    for (let first = 0; first < operations; first += 1) {
      const probe = await crash(scenario, first);
      rewire(probe.bench.board);
      valueOf(await recoverAs(probe.bench.workspace));
      const steps = probe.bench.board.calls.length;
      if (JSON.stringify(visible(probe.bench.workspace)) === JSON.stringify(before)) continue;
      for (let second = 0; second < steps; second += Math.ceil(steps / 8)) {
        const { bench } = await crash(scenario, first);
        rewire(bench.board, crashAt(second));
        ignoreOutcome(await recoverAs(bench.workspace));
        rewire(bench.board);
        await recoverAndCheck(bench, 2);
        expect(visible(bench.workspace)).toEqual(after);
        nested += 1;
      }
    }
    expect(nested).toBeGreaterThan(50);
  });
});

describe('plans in a row', () => {
  it('apply one after the other, each made after the one before', async () => {
    const bench = texts.start();
    valueOf(await apply(bench.workspace, await texts.plan(bench)));
    const second = await textPlan(bench.workspace, { [REGISTRY]: '{"assets":[1,2]}\n' }, { folders: ['assets', 'assets/hero'] });
    valueOf(await apply(bench.workspace, second));
    expect(leftovers(bench.workspace)).toEqual([]);
  });

  it('an unfinished one is finished by the next apply, which says so', async () => {
    const { operations } = await measure(texts);
    const { bench, plan } = await crash(texts, operations - 4);
    const next = await apply({ read: bench.workspace.read, write: bench.workspace.writeAs(afterRestart()) }, plan);
    expect(next.isErr() && next.error.map(({ code }) => code)).toEqual(['PLAN_STALE', 'PLAN_RECOVERED']);
    expect(visible(bench.workspace)).toEqual((await measure(texts)).after);
  });
});
