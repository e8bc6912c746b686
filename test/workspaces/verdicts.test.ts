import { describe, expect, it } from 'vitest';
import {
  applyPlan,
  build,
  doctor,
  planMigration,
  planMutation,
  planRegister,
  type Mutation,
  type Outcome,
  type PackerHost,
  type Plan,
} from 'prometeu-packer';
import { openInMemory, readBrokenWorkspace, workspaceNames, type BrokenWorkspace } from './broken-workspace.js';

type MakePlan = (host: PackerHost) => Promise<Outcome<Plan>>;

/** What nobody could mind: register what is not declared, migrate, give an asset another name, leave it out of the build. */
function harmless(roots: readonly string[], { options }: BrokenWorkspace): readonly MakePlan[] {
  const allowed = { ...options, requireCurrent: false };
  const migrate =
    (files?: readonly string[]): MakePlan =>
    async (host) =>
      (await planMigration(host, { ...allowed, ...(files !== undefined && { roots: files }) })).map(({ value, diagnostics }) => ({
        value: value.plan,
        diagnostics,
      }));
  const mutate =
    (mutation: Mutation): MakePlan =>
    (host) =>
      planMutation(host, { ...allowed, mutations: [mutation] });
  return [
    (host) => planRegister(host, allowed),
    migrate(),
    ...roots.flatMap((root) => [
      migrate([root]),
      mutate({ kind: 'rename', root, name: 'another-name' }),
      mutate({ kind: 'set-inclusion', root, included: false }),
    ]),
  ];
}

/** Whether a plan can be made and applied; null where there is nothing to do. */
async function canDo(host: PackerHost, makePlan: MakePlan): Promise<boolean | null> {
  const planned = await makePlan(host);
  if (planned.isErr()) return false;
  const { value: plan } = planned.value;
  if (plan.edits.length === 0) return null;
  const consent = plan.identityChanges.some(({ kind }) => kind === 'identity-derived') ? { consent: { planDigest: plan.digest } } : {};
  return (await applyPlan(host, plan, consent)).isOk();
}

describe('the verdict agrees with what is answered then', () => {
  it.each(workspaceNames())('%s', async (name) => {
    const broken = readBrokenWorkspace(name);
    const { verdict, snapshot, diagnostics } = (await doctor(openInMemory(broken), broken.options))._unsafeUnwrap();
    const built = await build(openInMemory(broken), broken.options);
    expect(verdict.build.can).toBe(built.isOk());
    const refusals = built.isErr() ? built.error.filter(({ severity }) => severity === 'error').map(({ code }) => code) : [];
    expect(verdict.build.decidedBy).toEqual(expect.arrayContaining([...new Set(refusals)]));
    const roots = snapshot.assets.map(({ root }) => root);
    const tries = await Promise.all(harmless(roots, broken).map((makePlan) => canDo(openInMemory(broken), makePlan)));
    const done = tries.filter((answer) => answer !== null);
    expect(verdict.mutate.can).toBe(done.length === 0 || done.includes(true));
    const told = new Set<string>(diagnostics.map(({ code }) => code));
    for (const ability of [verdict.read, verdict.mutate, verdict.build]) {
      expect(ability.decidedBy.length > 0).toBe(!ability.can);
      expect(ability.decidedBy.filter((code) => !told.has(code))).toEqual([]);
    }
  });
});
