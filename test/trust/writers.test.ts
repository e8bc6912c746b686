import {
  applyPlan,
  build,
  planBuild,
  planMutation,
  planRegister,
  recover,
  unlock,
  type Failure,
  type PackerHost,
  type Plan,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';
import { FIXTURES, layOutFiles } from './fixture-workspaces.js';
import { hostilePlans } from './hostile-plans.js';
import { HOSTILE, layOutHostile, refusedIn } from './hostile-workspaces.js';
import { WRITERS } from './operations.js';
import { recordHost, writesAmong, type PathCall, type RecordedHost } from './record-host.js';
import { findStrayCalls } from './trusted-paths.js';

const LOCK = 'assets/.prometeu/lock';
const CONTROL = ['assets', 'assets/.prometeu', LOCK];

const small = (): MemoryWorkspace => createMemoryWorkspace(smallWorkspace());

/** The first call that changes more than the lock and the folder that it stands in. */
function firstChange({ calls }: RecordedHost): number {
  const index = calls.findIndex((call) => writesAmong([call]).length > 0 && !CONTROL.includes(call.path));
  return index === -1 ? calls.length : index;
}

/** Changes that are more than the lock's. */
const changesOf = ({ calls }: RecordedHost): readonly PathCall[] => writesAmong(calls).filter(({ path }) => !CONTROL.includes(path));

/** Whatever of the preconditions of a plan was not looked at under the lock, before anything was changed. */
function unchecked(recorded: RecordedHost, { preconditions }: Plan): readonly string[] {
  const locked = recorded.calls.findIndex(({ operation }) => operation === 'lock');
  const looked = new Set(recorded.calls.slice(locked, firstChange(recorded)).map(({ path }) => path));
  const { files, heads, folders } = preconditions;
  return [...files, ...heads, ...folders].map(({ path }) => path).filter((path) => !looked.has(path));
}

async function registered(): Promise<MemoryWorkspace> {
  const workspace = small();
  unwrap(await applyPlan(workspace, unwrap(await planRegister(workspace)).value));
  return workspace;
}

describe('before anything is written the gates have been passed', () => {
  it('a build first does all that planning one does, and writes nothing in it', async () => {
    const planning = recordHost(small());
    unwrap(await planBuild(planning.host));
    const building = recordHost(small());
    unwrap(await build(building.host));
    expect(writesAmong(planning.calls)).toEqual([]);
    expect(building.calls.slice(0, planning.calls.length)).toEqual(planning.calls);
    expect(changesOf(building).length).toBeGreaterThan(0);
  });

  const plans: Readonly<Record<string, (host: PackerHost) => Promise<Plan>>> = {
    register: async (host) => unwrap(await planRegister(host)).value,
    build: async (host) => unwrap(await planBuild(host)).value,
    mutate: async (host) => unwrap(await planMutation(host, { mutations: [{ kind: 'rename', root: 'hero', name: 'heroine' }] })).value,
    relocate: async (host) =>
      unwrap(await planMutation(host, { mutations: [{ kind: 'relocate', root: 'hero', to: 'people/hero' }] })).value,
  };

  it.each(Object.entries(plans))('a plan to %s: everything that it rests on is looked at again, under the lock', async (kind, make) => {
    const workspace = kind === 'register' ? small() : await registered();
    const plan = await make(workspace);
    const recorded = recordHost(workspace);
    unwrap(await applyPlan(recorded.host, plan));
    expect(unchecked(recorded, plan)).toEqual([]);
    expect(findStrayCalls(recorded, [])).toEqual([]);
    expect(changesOf(recorded).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(plans))('a plan to %s of a workspace that has changed since: nothing is changed', async (kind, make) => {
    const workspace = kind === 'register' ? small() : await registered();
    const plan = await make(workspace);
    workspace.set('assets/hero/asset.json', '{}');
    const before = workspace.files();
    const recorded = recordHost(workspace);
    const applied = await applyPlan(recorded.host, plan);
    expect(applied._unsafeUnwrapErr()[0].code).toBe('PLAN_STALE');
    expect(changesOf(recorded)).toEqual([]);
    expect(workspace.files()).toEqual(before);
  });
});

describe('where a gate refuses, nothing is written', () => {
  it.each(Object.entries(HOSTILE))('a build of %s', async (_, spoil) => {
    const workspace = createMemoryWorkspace();
    layOutHostile(workspace, spoil);
    const before = workspace.files();
    const recorded = recordHost(workspace);
    const built = await build(recorded.host);
    expect(findStrayCalls(recorded, [])).toEqual([]);
    if (built.isOk()) return;
    const planned = await planBuild(workspace);
    if (planned.isErr()) expect(writesAmong(recorded.calls)).toEqual([]);
    expect(workspace.files()).toEqual(before);
  });

  it('a build of every hostile workspace, but of those whose harm no build looks at, is refused', async () => {
    const built: string[] = [];
    for (const [name, spoil] of Object.entries(HOSTILE)) {
      const workspace = createMemoryWorkspace();
      layOutHostile(workspace, spoil);
      if ((await build(workspace)).isOk()) built.push(name);
    }
    expect(built.filter((name) => !name.startsWith('an undo record') && !/^(?:C3|S9) /.test(name))).toEqual([
      'P18 an undo folder that is a symlink',
    ]);
  });

  it('a plan from outside that leads where no plan may', async () => {
    const workspace = small();
    const before = workspace.files();
    const plans = hostilePlans();
    const codes = new Set<string>();
    for (const plan of plans) {
      const recorded = recordHost(workspace);
      const applied = await applyPlan(recorded.host, plan);
      const told: Failure | [] = applied.isErr() ? applied.error : [];
      for (const { code } of told) codes.add(code);
      expect([plan, told.length > 0, recorded.calls]).toEqual([plan, true, []]);
    }
    expect(workspace.files()).toEqual(before);
    expect(plans.length).toBeGreaterThan(150);
    expect([...codes].sort()).toEqual(['PLAN_MALFORMED', 'PLAN_TARGET_NOT_ALLOWED']);
  });

  it('a plan that was changed after it was previewed', async () => {
    const workspace = await registered();
    const plan = unwrap(await planMutation(workspace, { mutations: [{ kind: 'rename', root: 'hero', name: 'heroine' }] })).value;
    const changed = JSON.parse(JSON.stringify(plan).replaceAll('heroine', 'villain')) as Plan;
    const recorded = recordHost(workspace);
    expect((await applyPlan(recorded.host, changed))._unsafeUnwrapErr()[0].code).toBe('PLAN_DIGEST_MISMATCH');
    expect(recorded.calls).toEqual([]);
  });

  it.each(Object.entries(HOSTILE).filter(([name]) => name.startsWith('a journal')))('recovering from %s', async (_, spoil) => {
    const workspace = createMemoryWorkspace();
    layOutHostile(workspace, spoil);
    const before = workspace.files();
    const recorded = recordHost(workspace);
    const recovered = await recover(recorded.host);
    expect(recovered.isErr()).toBe(true);
    expect(changesOf(recorded)).toEqual([]);
    expect(findStrayCalls(recorded, [])).toEqual([]);
    expect(workspace.files()).toEqual(before);
  });

  it('taking away a lock that nobody named', async () => {
    const workspace = small();
    workspace.set(LOCK, 'not a lock');
    const recorded = recordHost(workspace);
    for (const owner of ['../../x', '', '0123456789abcdef']) {
      expect((await unlock(recorded.host, { owner })).isErr()).toBe(true);
    }
    expect(changesOf(recorded)).toEqual([]);
    expect(workspace.files().has(LOCK)).toBe(true);
  });
});

describe('operations that write stay inside', () => {
  it.each([...FIXTURES.keys()])('%s', async (name) => {
    for (const [operation, run] of Object.entries(WRITERS)) {
      const workspace = createMemoryWorkspace();
      layOutFiles(workspace, FIXTURES.get(name) ?? []);
      const recorded = recordHost(workspace);
      const answers = await run(recorded.host);
      expect(JSON.stringify(answers), operation).not.toContain('INTERNAL_DEFECT');
      expect([operation, findStrayCalls(recorded, [])]).toEqual([operation, []]);
    }
  });

  it.each(Object.entries(HOSTILE))('%s', async (name, spoil) => {
    for (const [operation, run] of Object.entries(WRITERS)) {
      const workspace = createMemoryWorkspace();
      layOutHostile(workspace, spoil);
      const recorded = recordHost(workspace);
      const answers = await run(recorded.host);
      expect(JSON.stringify(answers), operation).not.toContain('INTERNAL_DEFECT');
      expect([operation, findStrayCalls(recorded, refusedIn(name))]).toEqual([operation, []]);
    }
  });
});
