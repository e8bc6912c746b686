import { expect, test } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { applyPlan } from '../../src/operations/apply-plan.js';
import { planRegister } from '../../src/operations/plan-register.js';
import { rebasePlan } from '../../src/operations/rebase-plan.js';
import type { IdentitySource } from '../../src/ports/identity-source.js';
import { uuid, workspace } from '../workspace/workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';

/** Gives the same identities each time it is made. */
function identity(): IdentitySource {
  let digit = 7;
  return { newUuid: () => uuid((digit += 1)) };
}

async function setUp() {
  const host = createMemoryWorkspace({ ...workspace({ one: 1 }), 'assets/two/data.bin': 'two' });
  const replan = () => planRegister({ ...host, identity: identity() });
  const plan = (await replan())._unsafeUnwrap().value;
  return { host, replan, plan };
}

test('a plan of a workspace that has not changed is valid, and the very same', async () => {
  const { host, replan, plan } = await setUp();
  expect((await rebasePlan(host, plan, { replan }))._unsafeUnwrap()).toEqual({ state: 'valid', plan });
});

test('a change beside its targets: the same edits, for the workspace as it is now', async () => {
  const { host, replan, plan } = await setUp();
  host.set('assets/one/asset.json', `${new TextDecoder().decode(host.files().get('assets/one/asset.json'))}\n`);
  const rebased = (await rebasePlan(host, plan, { replan }))._unsafeUnwrap();
  expect(rebased.state).toBe('recomputed');
  expect(rebased.plan.edits).toEqual(plan.edits);
  expect(rebased.plan.digest).not.toBe(plan.digest);
  expect('differences' in rebased && rebased.differences.map(({ path }) => path)).toEqual(['assets/one/asset.json']);
  expect((await applyPlan(host, plan))._unsafeUnwrapErr()[0].code).toBe('PLAN_STALE');
  expect((await applyPlan(host, rebased.plan)).isOk()).toBe(true);
});

test('a change of a target: all sides are told, and nothing is merged', async () => {
  const { host, replan, plan } = await setUp();
  const base = new TextDecoder().decode(host.files().get(REGISTRY));
  const theirs = base.replace('"next_asset_id":100', '"next_asset_id":200');
  host.set(REGISTRY, theirs);
  const rebased = (await rebasePlan(host, plan, { replan }))._unsafeUnwrap();
  expect(rebased.state).toBe('conflicting');
  const conflicts = 'conflicts' in rebased ? rebased.conflicts : [];
  const ours = plan.edits.flatMap((edit) => (edit.kind === 'text' && edit.path === REGISTRY ? [edit.after] : []))[0];
  const recomputed = rebased.plan.edits.flatMap((edit) => (edit.kind === 'text' && edit.path === REGISTRY ? [edit.after] : []))[0];
  expect(conflicts).toEqual([{ path: REGISTRY, base, ours, theirs, recomputed }]);
  expect(new TextDecoder().decode(host.files().get(REGISTRY))).toBe(theirs);
});

test('what a plan would do is done already: its target has no side of ours any more in the plan made anew', async () => {
  const { host, replan, plan } = await setUp();
  (await applyPlan(host, plan))._unsafeUnwrap();
  const rebased = (await rebasePlan(host, plan, { replan }))._unsafeUnwrap();
  const conflicts = 'conflicts' in rebased ? rebased.conflicts : [];
  expect(rebased.plan.edits).toEqual([]);
  expect(conflicts.map(({ path }) => path)).toEqual(plan.edits.map(({ path }) => path));
  expect(conflicts.every(({ ours, theirs, recomputed }) => ours === theirs && theirs === recomputed)).toBe(true);
});

test('a plan that can no longer be made says why; one that was tampered with is no plan', async () => {
  const { host, replan, plan } = await setUp();
  host.set(REGISTRY, '{');
  expect((await rebasePlan(host, plan, { replan }))._unsafeUnwrapErr().map(({ code }) => code)).toContain('JSON_SYNTAX');
  const tampered = { ...plan, edits: [] };
  expect((await rebasePlan(host, tampered, { replan }))._unsafeUnwrapErr()[0].code).toBe('PLAN_DIGEST_MISMATCH');
});
