import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ApplyProgress } from '../../../src/plans/apply/apply-context.js';
import type { ApplyOptions } from '../../../src/plans/apply/apply-plan.js';
import { withFaults } from '../../../src/testing/with-faults.js';
import { apply, benchWith, buildPlan, codesOf, recipeOf, REGISTRY, rewire, textPlan, valueOf, visible } from '../bench.js';

const UNDO = 'assets/.prometeu/undo/last.json';

const START = { [REGISTRY]: '{}', 'assets/hero/asset.json': 'hero' };

const CHANGES = { 'assets/hero/asset.json': 'new hero', [REGISTRY]: '{"assets":[]}' };

async function planned() {
  const bench = benchWith(START);
  const plan = await textPlan(bench.workspace, CHANGES);
  rewire(bench.board);
  return { ...bench, plan };
}

describe('applyPlan', () => {
  it('says nothing beside an empty plan', async () => {
    const { workspace } = benchWith(START);
    const { value, diagnostics } = valueOf(await apply(workspace, await textPlan(workspace, { [REGISTRY]: '{}' })));
    expect(value.state).toBe('nothing-to-do');
    expect(diagnostics).toEqual([]);
  });

  it.each<readonly [string, Partial<ApplyOptions>, object]>([
    [
      'consent to what the plan does not do',
      { consent: { uuids: ['other'] } },
      { code: 'PLAN_CONSENT_UNKNOWN', data: { uuids: ['other'] } },
    ],
    ['a token that is none', { token: () => 'Token' }, { code: 'PLAN_TOKEN_REFUSED', data: { found: 'Token' } }],
  ])('refuses %s, and asks nobody', async (_, options, finding) => {
    const { workspace, board, plan } = await planned();
    const failure = (await apply(workspace, plan, options))._unsafeUnwrapErr();
    expect(failure).toMatchObject([{ ...finding, artifact: 'plan', location: { kind: 'workspace' } }]);
    expect(board.calls).toEqual([]);
  });

  it('needs a port that replaces in one step for more than one file', async () => {
    const { workspace } = benchWith(START, { capabilities: { atomicReplace: false } });
    const failure = (await apply(workspace, await textPlan(workspace, CHANGES)))._unsafeUnwrapErr();
    expect(failure).toMatchObject([
      { code: 'PLAN_NEEDS_ATOMIC_REPLACE', artifact: 'plan', location: { kind: 'workspace' }, data: { targets: 2 } },
    ]);
    const one = await textPlan(workspace, { 'assets/hero/asset.json': 'new hero' });
    expect(valueOf(await apply(workspace, one)).value.state).toBe('applied');
  });

  it('tells how far it has come, in order', async () => {
    const { workspace, plan } = await planned();
    const told: ApplyProgress[] = [];
    valueOf(await apply(workspace, plan, { onProgress: (progress) => void told.push(progress) }));
    const files = (phase: ApplyProgress['phase'], done: number, total: number) => ({ phase, done, total, unit: 'files' });
    expect(told).toEqual([
      files('lock', 0, 2),
      files('recover', 0, 0),
      files('recheck', 0, 2),
      files('stage', 0, 2),
      files('stage', 1, 2),
      files('stage', 2, 2),
      files('read-back', 0, 2),
      files('commit', 0, 3),
      files('roll-forward', 0, 3),
    ]);
  });

  it('counts the four files of a build', async () => {
    const { workspace } = benchWith({ [REGISTRY]: '{}', 'assets/hero/a.bin': 'aaaa' });
    const told: ApplyProgress[] = [];
    const plan = await buildPlan(workspace, recipeOf(workspace, { hero: ['a.bin'] }));
    valueOf(await apply(workspace, plan, { onProgress: (progress) => void told.push(progress) }));
    expect(told[0]).toEqual({ phase: 'lock', done: 0, total: 4, unit: 'files' });
  });

  it.each<readonly [string, ApplyOptions['onProgress']]>([
    ['throws', () => void JSON.parse('{')],
    ['rejects', () => Promise.reject(new Error('late'))],
  ])('does not mind a listener that %s', async (_, onProgress) => {
    const { workspace, plan } = await planned();
    expect(valueOf(await apply(workspace, plan, { ...(onProgress && { onProgress }) })).value.state).toBe('applied');
  });

  it('does not wait for a read that never answers, once it is cancelled', async () => {
    const { workspace, plan } = await planned();
    const before = visible(workspace);
    const controller = new AbortController();
    const ports = withFaults(workspace, (operation, at) => {
      if (operation !== 'read' || at !== UNDO) return undefined;
      queueMicrotask(() => controller.abort());
      return 'never';
    });
    const answers: (readonly string[])[] = [];
    void apply(ports, plan, { signal: controller.signal }).then((outcome) => {
      answers.push(codesOf(outcome));
    });
    for (let turn = 0; turn < 100 && answers.length === 0; turn += 1) await setImmediate();
    expect(answers).toEqual([['PLAN_CANCELLED']]);
    expect(visible(workspace)).toEqual(before);
  });

  it('replaces outputs of a newer release only where it is told to', async () => {
    const { workspace } = benchWith({ [REGISTRY]: '{}', 'assets/hero/a.bin': 'aaaa', 'build/preload.json': '{"schema_version": 7}' });
    const plan = await buildPlan(workspace, recipeOf(workspace, { hero: ['a.bin'] }));
    expect(codesOf(await apply(workspace, plan))).toEqual(['PLAN_TARGET_NEWER']);
    expect(codesOf(await apply(workspace, plan, { replaceNewer: false }))).toEqual(['PLAN_TARGET_NEWER']);
    expect(valueOf(await apply(workspace, plan, { replaceNewer: true })).value.state).toBe('applied');
  });
});
