import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Observation, observe, readWorkspace, reconcile, type ReconcileOptions, type WorkspacePath } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent, type MemoryWorkspace } from 'prometeu-packer/memory';
import { indexedPng, soundPng } from '../sources/png/png-builder.js';
import { declaration, registry, workspace } from '../workspace/workspaces.js';
import { assetV2, registryV3 } from './versioned-workspace.js';

const REGISTRY = 'assets/.prometeu/index.json';
const ROOTS = ['a', 'b', 'b/c', 'd'] as const;

const sprites = { type: 'tile_bank', inputs: { main: ['data.bin'] }, output: { format: 'png', codec: 'none' } } as const;

const declarations: readonly string[] = [
  declaration(1),
  declaration(1).replace('asset-1', 'asset-x'), // of the same length
  declaration(2),
  declaration(1, sprites),
  declaration(2, { inputs: { main: ['data.bin', 'more.bin'] } }),
  assetV2('old'),
  '{',
  '{}',
];

const registries: readonly string[] = [
  registry({ a: 1, b: 2 }),
  registry({ a: 1, b: 3 }),
  registry({ a: 1, 'b/c': 2 }),
  registry({}),
  registryV3({ a: 1, b: 2 }),
  registry({ a: 1 }).slice(1),
];

const sources: readonly MemoryContent[] = [soundPng, indexedPng([0, 1]), indexedPng([0, 0]), 'raw', 'war', ''];

type Edit =
  | { readonly kind: 'set'; readonly path: string; readonly content: MemoryContent }
  | { readonly kind: 'delete' | 'touch' | 'symlink' | 'move'; readonly path: string };

const root = fc.constantFrom(...ROOTS);

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(root, fc.constantFrom(...declarations)).map(([at, content]) => set(`assets/${at}/asset.json`, content)),
  },
  { weight: 4, arbitrary: fc.tuple(root, fc.constantFrom(...sources)).map(([at, content]) => set(`assets/${at}/data.bin`, content)) },
  { weight: 2, arbitrary: fc.constantFrom(...registries).map((content) => set(REGISTRY, content)) },
  { weight: 1, arbitrary: root.map((at) => set(`assets/${at}/more.bin`, 'more')) },
  { weight: 1, arbitrary: root.map((at): Edit => ({ kind: 'symlink', path: `assets/${at}/link` })) },
  { weight: 1, arbitrary: root.map((at): Edit => ({ kind: 'delete', path: `assets/${at}` })) },
  { weight: 1, arbitrary: root.map((at): Edit => ({ kind: 'delete', path: `assets/${at}/data.bin` })) },
  { weight: 1, arbitrary: fc.constant<Edit>({ kind: 'delete', path: REGISTRY }) },
  { weight: 2, arbitrary: root.map((at): Edit => ({ kind: 'touch', path: `assets/${at}/asset.json` })) },
  { weight: 2, arbitrary: root.map((at): Edit => ({ kind: 'move', path: `assets/${at}` })) },
);

function set(path: string, content: MemoryContent): Edit {
  return { kind: 'set', path, content };
}

/** Makes an edit and names what a watcher would. */
async function edit(host: MemoryWorkspace, change: Edit, unused: () => string): Promise<readonly string[]> {
  const { path } = change;
  if (change.kind === 'set') host.set(path, change.content);
  if (change.kind === 'delete') host.delete(path);
  if (change.kind === 'symlink') host.symlink(path);
  const bytes = host.files().get(path);
  if (change.kind === 'touch' && bytes !== undefined) host.set(path, bytes);
  if (change.kind !== 'move') return [path];
  const to = unused();
  const moved = await host.write.rename(path as WorkspacePath, to as WorkspacePath); // keeps the times of what it moves
  return moved.isOk() ? [path, to] : []; // there may be nothing to move
}

/** How far the clock goes before each edit, and what the edit is; a round ends with a look at all of it. */
const rounds = (step: fc.Arbitrary<number>) =>
  fc.array(fc.array(fc.record({ step, change: anyEdit }), { maxLength: 4 }), { minLength: 1, maxLength: 4 });

interface Campaign {
  readonly step: fc.Arbitrary<number>;
  readonly optionsOf: (named: readonly string[]) => ReconcileOptions;
}

const start = (clock: () => number) =>
  createMemoryWorkspace(
    { ...workspace({ a: 1, b: 2 }), 'assets/b/asset.json': declaration(2, sprites), 'assets/b/data.bin': soundPng, 'assets/d/x': '' },
    { clock, order: 'shuffled' },
  );

const agrees = ({ step, optionsOf }: Campaign) =>
  fc.asyncProperty(rounds(step), async (plan) => {
    const time = { now: 1000 };
    let names = 0;
    const host = start(() => time.now);
    let seen: Observation = (await observe(host))._unsafeUnwrap();
    for (const edits of plan) {
      const named: string[] = [];
      for (const { step: by, change } of edits) {
        time.now += by;
        named.push(...(await edit(host, change, () => `assets/moved-${(names += 1)}`)));
      }
      const before = seen.snapshot;
      const now = (await reconcile(host, seen, optionsOf(named)))._unsafeUnwrap();
      const anew = (await readWorkspace(host))._unsafeUnwrap();
      expect(now.snapshot).toEqual(anew);
      if (now.state === 'fresh') expect(anew).toEqual(before);
      else expect(anew).not.toEqual(before);
      seen = now;
    }
  });

describe('reconcile gives what readWorkspace gives, whatever was done between', () => {
  const runs = { numRuns: 150 };

  it('C4 C5: with digests alone, whatever the clock does', () =>
    fc.assert(agrees({ step: fc.constantFrom(0, 0, 1, -1, -5000, 1e9), optionsOf: () => ({}) }), runs));

  it('with times trusted, while the clock never runs back and may stand still', () =>
    fc.assert(agrees({ step: fc.constantFrom(0, 0, 1), optionsOf: () => ({ trustTimes: true }) }), runs));

  it('with the paths named that changed, whatever the clock does', () =>
    fc.assert(agrees({ step: fc.constantFrom(0, 0, 1, -1), optionsOf: (changed) => ({ changed }) }), runs));

  it('with both', () => fc.assert(agrees({ step: fc.constantFrom(0, 1), optionsOf: (changed) => ({ changed, trustTimes: true }) }), runs));
});
