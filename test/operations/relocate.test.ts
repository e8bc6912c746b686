import { spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyPlan, planMutation, planUndo, readWorkspace, recover, type Mutation, type Plan, type WriteHost } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace, type MemoryWorkspaceOptions } from 'prometeu-packer/memory';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { afterEach, describe, expect, it } from 'vitest';
import { makePlan } from '../../src/plans/make-plan.js';
import type { FaultPlan } from '../../src/ports/fault-plan.js';
import { afterRestart, codesOf, Crash, crashAt, ignoreOutcome, leftovers, valueOf, visible } from '../plans/bench.js';

const REGISTRY = 'assets/.prometeu/index.json';
const uuidOf = (id: number): string => `a000000${id}-0000-4000-8000-00000000000${id}`;
const declaration = (id: number, name: string): string =>
  `{"schema_version":4,"asset_uuid":"${uuidOf(id)}","name":"${name}","type":"data_bank","inputs":{"main":["${name}.bin"]},"output":{"format":"raw","codec":"none"}}\n`;
const record = (id: number, root: string) => ({ asset_id: id, asset_uuid: uuidOf(id), root, included_in_build: true });

/** Three assets: `level`, `level/boss` inside it, and `other`; a file of nobody's beside them. */
const FILES: Readonly<Record<string, string>> = {
  'assets/level/asset.json': declaration(1, 'level'),
  'assets/level/level.bin': 'level',
  'assets/level/notes/todo.txt': 'of nobody',
  'assets/level/boss/asset.json': declaration(2, 'boss'),
  'assets/level/boss/boss.bin': 'boss',
  'assets/other/asset.json': declaration(3, 'other'),
  'assets/other/other.bin': 'other',
  [REGISTRY]: `${JSON.stringify(
    {
      schema_version: 4,
      project_uuid: '99999999-0000-4000-8000-000000000000',
      next_asset_id: 4,
      assets: [record(1, 'level'), record(2, 'level/boss'), record(3, 'other')],
      retired: [],
    },
    null,
    2,
  )}\n`,
};

const start = (options: MemoryWorkspaceOptions = {}, more: Readonly<Record<string, string>> = {}): MemoryWorkspace =>
  createMemoryWorkspace({ ...FILES, ...more }, options);

const relocate = (root: string, to: string): Mutation => ({ kind: 'relocate', root, to });

const planOf = async (host: WriteHost, ...mutations: readonly Mutation[]): Promise<Plan> =>
  valueOf(await planMutation(host, { mutations })).value;

const rootsIn = (text: string): readonly (readonly [number, string])[] =>
  (JSON.parse(text) as { assets: readonly { asset_id: number; root: string }[] }).assets
    .map(({ asset_id, root }) => [asset_id, root] as const)
    .sort(([a], [b]) => a - b);

const registryOf = (workspace: MemoryWorkspace): string => new TextDecoder().decode(workspace.files().get(REGISTRY));

const MOVED = [
  [1, 'maps/one'],
  [2, 'maps/one/boss'],
  [3, 'other'],
];

describe('relocate, planned', () => {
  it('moves the folder and the records of all that is in it, and tells so', async () => {
    const workspace = start();
    const before = workspace.files();
    const plan = await planOf(workspace, relocate('level', 'maps/one'));
    expect(plan.edits.map(({ kind, path }) => [kind, path])).toEqual([
      ['text', REGISTRY],
      ['move-folder', 'assets/maps/one'],
    ]);
    expect(plan.identityChanges.map(({ kind, root, before: was }) => [kind, root, was?.root])).toEqual([
      ['asset-moved', 'maps/one', 'level'],
      ['asset-moved', 'maps/one/boss', 'level/boss'],
    ]);
    const listings = new Map(plan.preconditions.folders.map(({ path, listing }) => [path, listing === null]));
    expect(Object.fromEntries(listings)).toMatchObject({
      assets: false,
      'assets/level': false,
      'assets/level/boss': false,
      'assets/level/notes': false,
      'assets/maps': true,
      'assets/maps/one': true,
    });
    expect(workspace.files()).toEqual(before);
  });

  it('goes with changes of the registry, and of assets elsewhere', async () => {
    const workspace = start();
    const plan = await planOf(
      workspace,
      { kind: 'rename', root: 'other', name: 'another' },
      { kind: 'set-inclusion', root: 'level', included: false },
      relocate('level', 'maps'),
    );
    expect(valueOf(await applyPlan(workspace, plan)).value.state).toBe('applied');
    const { assets } = valueOf(await readWorkspace(workspace));
    expect(assets.map(({ root, identity }) => [root, identity.class, identity.record?.included_in_build])).toEqual([
      ['maps', 'ok', false],
      ['maps/boss', 'ok', true],
      ['other', 'ok', true],
    ]);
  });

  it.each<[string, readonly Mutation[], string]>([
    ['a place that is taken', [relocate('level', 'other')], 'MUTATION_TARGET_EXISTS'],
    ['a place that some disk takes for one that is taken', [relocate('level', 'OTHER')], 'MUTATION_TARGET_EXISTS'],
    ['a place of a file', [relocate('level', 'other/other.bin')], 'MUTATION_TARGET_EXISTS'],
    ['a place below a file', [relocate('level', 'other/other.bin/x')], 'MUTATION_TARGET_EXISTS'],
    ['a place below another spelling of a folder', [relocate('level', 'Other/level')], 'MUTATION_TARGET_EXISTS'],
    ['its own place', [relocate('level', 'level')], 'MUTATION_TARGET_EXISTS'],
    ['the folder it stands in', [relocate('level/boss', 'level')], 'MUTATION_TARGET_EXISTS'],
    ['itself', [relocate('level', 'level/deeper')], 'MUTATION_TARGET_INSIDE'],
    ['itself by another spelling', [relocate('level', 'LEVEL/deeper')], 'MUTATION_TARGET_INSIDE'],
    ['nowhere', [relocate('level', '')], 'PATH_EMPTY'],
    ['outside', [relocate('level', '../level')], 'PATH_ESCAPES_ROOT'],
    ['a root', [relocate('level', '/level')], 'PATH_NOT_RELATIVE'],
    ['a name that is not portable', [relocate('level', 'con')], 'PATH_NOT_PORTABLE'],
    ["the packer's own folder", [relocate('level', '.prometeu/level')], 'PATH_OWNED'],
    ['what does not exist', [relocate('none', 'maps')], 'MUTATION_ROOT_NOT_FOUND'],
    ['a change of a declaration in it', [relocate('level', 'm'), { kind: 'rename', root: 'level/boss', name: 'x' }], 'MUTATION_IN_THE_WAY'],
    ['a move of what is in it', [relocate('level', 'm'), relocate('level/boss', 'b')], 'MUTATION_IN_THE_WAY'],
    ['two moves to one place', [relocate('level', 'm'), relocate('other', 'M')], 'MUTATION_IN_THE_WAY'],
    ['a move into what is moved', [relocate('level', 'm'), relocate('other', 'm/other')], 'MUTATION_IN_THE_WAY'],
  ])('refuses %s', async (_, mutations, code) => {
    expect(codesOf(await planMutation(start(), { mutations }))).toEqual([code]);
  });

  it('refuses an asset without a record, and a record without an asset', async () => {
    const workspace = start({}, { 'assets/new/asset.json': declaration(7, 'new'), 'assets/new/new.bin': 'new' });
    expect(codesOf(await planMutation(workspace, { mutations: [relocate('new', 'newer')] }))).toEqual(['MUTATION_NOT_REGISTERED']);
    workspace.delete('assets/other/asset.json');
    expect(codesOf(await planMutation(workspace, { mutations: [relocate('other', 'third')] }))).toEqual(['MUTATION_ROOT_NOT_FOUND']);
  });

  it('changes the spelling of a folder only where the host tells the two names apart', async () => {
    const workspace = start({ caseSensitive: true });
    const plan = await planOf(workspace, relocate('level', 'Level'));
    expect(valueOf(await applyPlan(workspace, plan)).value.moved).toEqual([{ from: 'assets/level', path: 'assets/Level' }]);
    expect(workspace.files().has('assets/Level/boss/boss.bin')).toBe(true);
    const folding = start({ caseSensitive: false });
    expect(codesOf(await planMutation(folding, { mutations: [relocate('level', 'Level')] }))).toEqual(['MUTATION_TARGET_EXISTS']);
  });
});

const temporary: string[] = [];
afterEach(async () => {
  for (const folder of temporary.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function onDisk(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'relocate-'));
  temporary.push(root);
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

describe('relocate, applied', () => {
  it('leaves every byte where it is moved to, and undoing brings it all back', async () => {
    const workspace = start();
    const before = visible(workspace);
    const applied = valueOf(await applyPlan(workspace, await planOf(workspace, relocate('level', 'maps/one'))));
    expect(applied.value).toMatchObject({
      state: 'applied',
      written: [REGISTRY],
      removed: [],
      moved: [{ from: 'assets/level', path: 'assets/maps/one' }],
    });
    const after = visible(workspace);
    for (const [file, sha256] of Object.entries(before)) {
      if (file !== REGISTRY) expect(after[file.replace('assets/level/', 'assets/maps/one/')]).toBe(sha256);
    }
    expect(Object.keys(after)).toHaveLength(Object.keys(before).length);
    expect(rootsIn(registryOf(workspace))).toEqual(MOVED);
    expect(leftovers(workspace)).toEqual([]);
    const undo = valueOf(await planUndo(workspace)).value;
    expect(valueOf(await applyPlan(workspace, undo)).value.state).toBe('applied');
    expect(visible(workspace)).toEqual(before);
    const redo = valueOf(await planUndo(workspace)).value;
    expect(valueOf(await applyPlan(workspace, redo)).value.state).toBe('applied');
    expect(visible(workspace)).toEqual(after);
  });

  it('does the same on a disk', async () => {
    const root = await onDisk();
    const host = valueOf(openNodeWorkspace(root));
    const plan = await planOf(host, relocate('level', 'maps/one'));
    expect(valueOf(await applyPlan(host, plan)).value.state).toBe('applied');
    expect(await readFile(join(root, 'assets/maps/one/boss/boss.bin'), 'utf8')).toBe('boss');
    expect((await readdir(join(root, 'assets'))).sort()).toEqual(['.prometeu', 'maps', 'other']);
    expect(rootsIn(await readFile(join(root, REGISTRY), 'utf8'))).toEqual(MOVED);
    expect(valueOf(await applyPlan(host, valueOf(await planUndo(host)).value)).value.state).toBe('applied');
    for (const [file, text] of Object.entries(FILES)) expect(await readFile(join(root, file), 'utf8')).toBe(text);
  });

  it.each([
    ['something came to where it goes', 'assets/maps/one/x'],
    ['something came to the folder', 'assets/level/boss/more.bin'],
    ['something came above', 'assets/maps'],
  ])('is stale where %s', async (_, file) => {
    const workspace = start();
    const plan = await planOf(workspace, relocate('level', 'maps/one'));
    workspace.set(file, 'meanwhile');
    const before = workspace.files();
    expect(codesOf(await applyPlan(workspace, plan))).toEqual(['PLAN_STALE']);
    expect(workspace.files()).toEqual(before);
  });

  it.each(['assets/maps/one/x', 'assets/level/more.bin'])('is stale where %s came while it was staged', async (file) => {
    let isStaging = false;
    const workspace: MemoryWorkspace = start({
      faults: (operation, path) => {
        if (isStaging && operation === 'sync-folder' && path === 'assets/.prometeu') workspace.set(file, 'meanwhile');
        return undefined;
      },
    });
    const plan = await planOf(workspace, relocate('level', 'maps/one'));
    isStaging = true;
    expect(codesOf(await applyPlan(workspace, plan))).toEqual(['PLAN_STALE']);
    expect(rootsIn(registryOf(workspace))).toContainEqual([1, 'level']);
    expect(leftovers(workspace)).toEqual([]);
  });

  it('leaves everything as it was where another disk stands in the way, for who may mount one', async () => {
    const root = await onDisk();
    const other = join(root, 'assets/maps');
    await mkdir(other);
    const canMount = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', other]).status === 0;
    try {
      const host = valueOf(openNodeWorkspace(root));
      const answer = await applyPlan(host, await planOf(host, relocate('level', 'maps/far/one')));
      expect(codesOf(answer)).toEqual(canMount ? ['PLAN_IO_FAILED'] : []);
      if (answer.isErr()) expect(answer.error[0].data).toMatchObject({ phase: 'stage', reason: 'cross-device' });
      expect(await readdir(other)).toEqual(canMount ? [] : ['far']);
      const boss = canMount ? 'assets/level/boss/boss.bin' : 'assets/maps/far/one/boss/boss.bin';
      expect(await readFile(join(root, boss), 'utf8')).toBe('boss');
      if (canMount) expect((await readdir(join(root, 'assets/level'))).sort()).toEqual(['asset.json', 'boss', 'level.bin', 'notes']);
    } finally {
      if (canMount) spawnSync('umount', [other]);
    }
  });

  it('finds out before anything changes that a folder cannot leave its disk', async () => {
    let isOtherDisk = false;
    const workspace = start({
      faults: (operation, path) =>
        isOtherDisk && operation === 'rename' && !path.endsWith('journal.json.tmp') && path.startsWith('assets/level')
          ? 'cross-device'
          : undefined,
    });
    const plan = await planOf(workspace, relocate('level', 'maps/one'));
    const before = workspace.files();
    isOtherDisk = true;
    const failed = (await applyPlan(workspace, plan))._unsafeUnwrapErr();
    expect(failed.map(({ code, data }) => [code, data])).toEqual([
      ['PLAN_IO_FAILED', expect.objectContaining({ operation: 'rename', phase: 'stage', reason: 'cross-device' })],
    ]);
    expect(workspace.files()).toEqual(before);
  });

  it('is before or after wherever it dies, for readers at once and for everyone after recovery', async () => {
    const clean = start();
    const plan = await planOf(clean, relocate('level', 'maps/one'));
    const before = visible(clean);
    expect((await applyPlan(clean, plan)).isOk()).toBe(true);
    const after = visible(clean);
    const outcomes: string[] = [];
    for (let at = 0, isOver = false; !isOver; at += 1) {
      let faults: FaultPlan = () => undefined;
      let calls = 0;
      const workspace = start({ faults: (operation, path) => faults(operation, path, calls++) });
      const again = await planOf(workspace, relocate('level', 'maps/one'));
      calls = 0;
      faults = crashAt(at);
      const run = await applyPlan(workspace, again).catch((thrown: unknown) => {
        expect(thrown).toBeInstanceOf(Crash);
        return null;
      });
      if (run !== null) ignoreOutcome(run);
      isOver = calls <= at;
      faults = () => undefined;
      const seen = valueOf(await readWorkspace(workspace)).assets.map(({ root, identity }) => `${root} ${identity.class}`);
      const healed = await recover({ ...workspace, write: workspace.writeAs(afterRestart()) });
      expect(codesOf(healed)).toEqual([]);
      const found = visible(workspace);
      const isAfter = JSON.stringify(Object.entries(found).sort()) === JSON.stringify(Object.entries(after).sort());
      expect(found).toEqual(isAfter ? after : before);
      expect(seen).toEqual(isAfter ? ['maps/one ok', 'maps/one/boss ok', 'other ok'] : ['level ok', 'level/boss ok', 'other ok']);
      outcomes.push(isAfter ? 'after' : 'before');
    }
    expect(outcomes.indexOf('after')).toBeGreaterThan(10);
    expect(outcomes.lastIndexOf('before')).toBeLessThan(outcomes.indexOf('after'));
  });

  it('tells a conflict, and touches nothing, where both places or neither hold a folder after the commit', async () => {
    for (const place of ['both', 'neither'] as const) {
      let isDead = false;
      const workspace = start({ faults: () => (isDead ? 'io' : undefined) });
      const plan = await planOf(workspace, relocate('level', 'maps/one'));
      await applyPlan(
        {
          ...workspace,
          write: {
            ...workspace.write,
            rename: async (from, to) => {
              const renamed = await workspace.write.rename(from, to);
              if (to === 'assets/.prometeu/journal.json') isDead = true;
              return renamed;
            },
          },
        },
        plan,
      ).then(ignoreOutcome);
      isDead = false;
      const inside = [...workspace.files()].filter(([file]) => file.startsWith('assets/level/'));
      if (place === 'both') workspace.set('assets/maps/one/x', 'someone');
      else for (const [file] of inside) workspace.delete(file);
      if (place === 'neither') {
        for (const folder of ['assets/level/boss', 'assets/level/notes', 'assets/level']) {
          expect((await workspace.write.remove(folder as never)).isOk()).toBe(true);
        }
      }
      const stands = workspace.files();
      const answer = await recover({ ...workspace, write: workspace.writeAs(afterRestart()) });
      expect(codesOf(answer)).toEqual(['PLAN_RECOVERY_CONFLICT', 'PLAN_TRANSACTION_PENDING']);
      const left = workspace.files();
      for (const [file, content] of stands) if (!file.endsWith('/lock')) expect(left.get(file)).toEqual(content);
    }
  });
});

describe('relocate, tampered with', () => {
  const tamper = async (change: (plan: Plan) => Partial<Plan>): Promise<readonly string[]> => {
    const workspace = start();
    const plan = await planOf(workspace, relocate('level', 'maps/one'));
    const before = workspace.files();
    const codes = codesOf(await applyPlan(workspace, makePlan({ ...plan, ...change(plan) })));
    expect(workspace.files()).toEqual(before);
    return codes;
  };
  const moveTo =
    (path: string, from = 'assets/level') =>
    ({ edits, preconditions }: Plan): Partial<Plan> => ({
      edits: edits.map((edit) => (edit.kind === 'move-folder' ? { ...edit, path, from } : edit)),
      preconditions: { ...preconditions, folders: [...preconditions.folders, { path, listing: null }] },
    });

  it.each<[string, (plan: Plan) => Partial<Plan>, string]>([
    [
      'without the registry',
      ({ edits }) => ({ edits: edits.filter(({ kind }) => kind === 'move-folder'), identityChanges: [] }),
      'PLAN_MALFORMED',
    ],
    ['without the move', ({ edits }) => ({ edits: edits.filter(({ kind }) => kind === 'text') }), 'PLAN_MALFORMED'],
    ['elsewhere than the records', moveTo('assets/maps/two'), 'PLAN_MALFORMED'],
    ['of the control folder', moveTo('assets/maps/one', 'assets/.prometeu'), 'PLAN_TARGET_NOT_ALLOWED'],
    ['out of assets', moveTo('maps/one'), 'PLAN_TARGET_NOT_ALLOWED'],
    ['of all assets', moveTo('assets/maps/one', 'assets'), 'PLAN_TARGET_NOT_ALLOWED'],
    ['into itself', moveTo('assets/level/maps'), 'PLAN_MALFORMED'],
    ['by another kind of plan', () => ({ kind: 'resolve' }), 'PLAN_MALFORMED'],
    [
      'with no guard on where it goes',
      ({ preconditions }) => ({
        preconditions: { ...preconditions, folders: preconditions.folders.filter(({ listing }) => listing !== null) },
      }),
      'PLAN_MALFORMED',
    ],
    [
      'with no guard on what is moved',
      ({ preconditions }) => ({
        preconditions: { ...preconditions, folders: preconditions.folders.filter(({ path }) => path !== 'assets/level') },
      }),
      'PLAN_MALFORMED',
    ],
  ])('is refused %s', async (_, change, code) => {
    expect(await tamper(change)).toContain(code);
  });
});
