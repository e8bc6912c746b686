import { describe, expect, it } from 'vitest';
import { applyPlan, build, doctor, planBuild, planRegister, portFailure, recover, verifyWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';

const REGISTRY = 'assets/.prometeu/index.json';

/** A workspace whose registration is committed, with all but the first file still where they are staged. */
async function pending(): Promise<MemoryWorkspace> {
  let renames = 0;
  const faults = (operation: string) => (operation === 'rename' && (renames += 1) === 3 ? ('io' as const) : undefined);
  const host = createMemoryWorkspace({ 'assets/a/x': '1', 'assets/b/x': '2' }, { faults });
  const planned = (await planRegister(host))._unsafeUnwrap();
  expect((await applyPlan(host, planned.value))._unsafeUnwrap().value.state).toBe('pending');
  return host;
}

const stagedOf = (host: MemoryWorkspace, name: string): string => [...host.files().keys()].find((path) => path.includes(`.${name}.`)) ?? '';

describe('a pending journal', () => {
  it('is seen through, and stands in the way of nothing while it can be finished', async () => {
    const host = await pending();
    const { verdict, snapshot, diagnostics } = (await doctor(host))._unsafeUnwrap();
    expect(diagnostics.map(({ code }) => code)).toEqual(['PLAN_TRANSACTION_PENDING']);
    expect([verdict.read.can, verdict.mutate.can, verdict.build.can]).toEqual([true, true, true]);
    expect(snapshot.registry?.assets.map(({ root }) => root)).toEqual(['a', 'b']);
    expect((await build(host)).isOk()).toBe(true);
  });

  it.each<[string, (host: MemoryWorkspace) => string]>([
    [
      'edited by hand',
      (host) => {
        host.set(REGISTRY, '{}');
        return REGISTRY;
      },
    ],
    [
      'taken from where it was staged',
      (host) => {
        host.set(stagedOf(host, 'index.json'), '{}');
        return REGISTRY;
      },
    ],
  ])('with a target %s is foreseen to conflict, told as recovery tells it, and blocks', async (_, change) => {
    const host = await pending();
    const path = change(host);
    const before = host.files();
    const { verdict, diagnostics } = (await doctor(host))._unsafeUnwrap();
    const foreseen = diagnostics.filter(({ code }) => code === 'PLAN_RECOVERY_CONFLICT');
    expect(foreseen.map(({ location }) => location)).toEqual([{ kind: 'file', file: path }]);
    expect([verdict.mutate.can, verdict.build.can]).toEqual([false, false]);
    for (const ability of [verdict.mutate, verdict.build]) expect(ability.decidedBy).toContain('PLAN_RECOVERY_CONFLICT');
    expect((await planBuild(host))._unsafeUnwrapErr().map(({ code }) => code)).toContain('PLAN_RECOVERY_CONFLICT');
    expect((await verifyWorkspace(host))._unsafeUnwrap().diagnostics.map(({ code }) => code)).toContain('PLAN_RECOVERY_CONFLICT');
    expect(host.files()).toEqual(before);
    expect((await recover(host))._unsafeUnwrapErr().filter(({ code }) => code === 'PLAN_RECOVERY_CONFLICT')).toEqual(foreseen);
  });

  it('whose target cannot be looked at is in doubt, and blocks', async () => {
    const host = await pending();
    const read = {
      ...host.read,
      readFiles: ((requests, visit, options) =>
        host.read.readFiles(
          requests,
          (index, answer) => {
            const path = requests[index]?.path ?? '';
            if (path === REGISTRY) visit(index, portFailure('io', 'read', path));
            else visit(index, answer);
          },
          options,
        )) satisfies typeof host.read.readFiles,
    };
    const { verdict } = (await doctor({ ...host, read }))._unsafeUnwrap();
    expect(verdict.mutate).toEqual({ can: false, decidedBy: ['IO_FAILED'] });
  });
});
