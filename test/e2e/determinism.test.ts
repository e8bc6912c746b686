import { beforeAll, describe, expect, it } from 'vitest';
import { applyPlan, build, planRegister } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace, type MemoryWorkspaceOptions } from 'prometeu-packer/memory';
import { readOutputs, type BuiltFiles } from './build-outputs.js';
import { readBuild } from './read-build.js';
import { smallWorkspace } from './small-workspace.js';
import { unwrap } from './unwrap.js';

/** Paths as they come, backwards, or with every second one first: the order in which a disk came to hold them. */
const creationOrders: readonly ((paths: readonly string[]) => readonly string[])[] = [
  (paths) => paths,
  (paths) => paths.toReversed(),
  (paths) => [...paths.filter((_, index) => index % 2 === 1), ...paths.filter((_, index) => index % 2 === 0)],
];

function create(options: MemoryWorkspaceOptions, order = creationOrders[0]!): MemoryWorkspace {
  const files = smallWorkspace();
  return createMemoryWorkspace(
    order(Object.keys(files)).map((path) => [path, files[path]!] as const),
    options,
  );
}

async function buildFrom(workspace: MemoryWorkspace): Promise<BuiltFiles> {
  unwrap(await build(workspace));
  const files = workspace.files();
  return readOutputs((path) => files.get(path));
}

/** The folders of the small workspace that nothing declares, by code units. */
const undeclared = ['undeclared', 'undeclared/10', 'undeclared/9', 'undeclared/Tiny again', 'undeclared/tiny'];

/** Everything a workspace holds after register and build. */
async function registerAndBuild(workspace: MemoryWorkspace): Promise<Map<string, Uint8Array>> {
  const { value: plan } = unwrap(await planRegister(workspace, { roots: undeclared }));
  expect(plan.identityChanges.map(({ root }) => root)).toEqual(undeclared);
  unwrap(await applyPlan(workspace, plan));
  unwrap(await build(workspace));
  return workspace.files();
}

const variants: readonly (readonly [string, MemoryWorkspaceOptions])[] = [
  ['a case-insensitive disk', { caseSensitive: false }],
  ['a disk that is durable', { capabilities: { durable: true } }],
  ['another clock', { clock: () => 1_700_000_000_000 }],
  ...Array.from({ length: 20 }, (_, seed) => [`listings shuffled with seed ${seed}`, { order: 'shuffled', seed }] as const),
  ['shuffled listings of a case-insensitive disk', { order: 'shuffled', seed: 20, caseSensitive: false }],
];

describe('the same workspace gives the same bytes', () => {
  let built: BuiltFiles;
  let registered: Map<string, Uint8Array>;
  beforeAll(async () => {
    built = await buildFrom(create({ order: 'sorted' }));
    registered = await registerAndBuild(create({ order: 'sorted' }));
  });

  it('and they keep every rule of the contract', () => {
    const { companions } = readBuild(built);
    expect(companions.assets.map(({ asset_id, root }) => [asset_id, root])).toEqual([
      [1, 'hero'],
      [2, 'sounds/jump'],
      [4, 'Ünïcode folder/maps'],
      [7, 'colours'],
      [9, 'enemy'],
    ]);
  });

  it.each(variants)('on %s', async (_, options) => {
    for (const order of creationOrders) expect(await buildFrom(create(options, order))).toEqual(built);
  });

  it.each(variants)('on %s, also where folders are registered first', async (_, options) => {
    for (const order of creationOrders) expect(await registerAndBuild(create(options, order))).toEqual(registered);
  });

  it('when built again, over what was built', async () => {
    const workspace = create({ order: 'shuffled', seed: 7 });
    expect(await buildFrom(workspace)).toEqual(built);
    const before = workspace.files();
    expect(await buildFrom(workspace)).toEqual(built);
    expect(workspace.files()).toEqual(before);
  });
});
