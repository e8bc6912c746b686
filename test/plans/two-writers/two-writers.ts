import { applyPlan, planRegister, readWorkspace, type Failure, type Plan } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { expect } from 'vitest';
import { unwrap } from '../../e2e/unwrap.js';
import { workspace as soundFiles } from '../../workspace/workspaces.js';
import { compute, leftovers, sha256, textOf } from '../bench.js';
import { gatedPort } from './gated-port.js';
import type { Writer } from './run-in-turns.js';

const REGISTRY = 'assets/.prometeu/index.json';

/** The folders that the two writers register, each its own. */
export const ROOTS = ['new/one', 'new/two'] as const;

const FILES = { ...soundFiles({ hero: 1 }), ...Object.fromEntries(ROOTS.map((root) => [`assets/${root}/a.bin`, `bytes of ${root}`])) };

/** A plan and what became of it. */
export interface Attempt {
  readonly plan: Plan | null;
  readonly failure: Failure | null;
}

/** A workspace that two writers share, each a process of its own. */
export function sharedWorkspace(): { readonly workspace: MemoryWorkspace; readonly hosts: readonly MemoryWorkspace[] } {
  const workspace = createMemoryWorkspace(FILES);
  const hosts = ROOTS.map((_, index) => ({
    ...workspace,
    compute,
    write: workspace.writeAs({ self: { host: 'one machine', bootId: 'b', pid: index + 1, processStart: '1' }, processStart: () => '1' }),
    identity: { newUuid: () => `0000000${index + 7}-0000-4000-8000-000000000000` },
  }));
  return { workspace, hosts };
}

/** A writer that registers its folder: plans it there and then, or applies what was planned before. */
export function registerAs(host: MemoryWorkspace, root: string, planned?: Plan): Writer<Attempt> {
  return async (pass) => {
    const own = { ...host, read: gatedPort(host.read, pass), write: gatedPort(host.write, pass) };
    const made = planned === undefined ? await planRegister(own, { roots: [root] }) : null;
    if (made?.isErr() === true) return { plan: null, failure: made.error };
    const plan = made?.isOk() === true ? made.value.value : (planned ?? null);
    if (plan === null) return { plan, failure: null };
    const applied = await applyPlan(own, plan);
    return { plan, failure: applied.isErr() ? applied.error : null };
  };
}

interface Recorded {
  readonly next_asset_id: number;
  readonly assets: readonly { readonly root: string; readonly asset_id: number }[];
}

/**
 * Checks that nothing is lost, doubled or half done: what was applied stands there whole, what was refused left no trace,
 * and at least one got through.
 *
 * @returns what became of each.
 */
export function checkAttempts(workspace: MemoryWorkspace, attempts: readonly Attempt[]): string {
  const registry = JSON.parse(textOf(workspace, REGISTRY) ?? '') as Recorded;
  const applied = ROOTS.filter((_, index) => attempts[index]?.failure === null);
  expect(applied).not.toEqual([]);
  expect(registry.assets.map(({ root }) => root).sort()).toEqual(['hero', ...applied].sort());
  expect(new Set(registry.assets.map(({ asset_id }) => asset_id)).size).toBe(registry.assets.length);
  expect(registry.next_asset_id).toBe(100 + applied.length);
  for (const [index, root] of ROOTS.entries()) {
    const file = `assets/${root}/asset.json`;
    const edit = attempts[index]?.plan?.edits.find(({ path }) => path === file);
    expect(textOf(workspace, file)).toBe(applied.includes(root) && edit?.kind === 'text' ? edit.after : null);
  }
  expect(leftovers(workspace)).toEqual([]);
  return attempts.map(({ failure }) => failure?.map(({ code }) => code).join() ?? 'applied').join();
}

/** Checks that a workspace is sound, each state of it once. */
export async function checkSound(workspace: MemoryWorkspace, known: Set<string>): Promise<void> {
  const state = [...workspace.files()].map(([file, content]) => `${file} ${sha256(content)}`).join('\n');
  if (known.has(state)) return;
  known.add(state);
  const { assets, diagnostics } = unwrap(await readWorkspace(workspace));
  expect(new Set(assets.map(({ identity }) => identity.class))).toEqual(new Set(['ok']));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
}
