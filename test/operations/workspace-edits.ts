import fc from 'fast-check';
import type { WorkspacePath } from 'prometeu-packer';
import type { MemoryContent, MemoryWorkspace } from 'prometeu-packer/memory';
import { indexedPng, soundPng } from '../sources/png/png-builder.js';
import { declaration, registry } from '../workspace/workspaces.js';
import { assetV2, registryV3 } from './versioned-workspace.js';

const REGISTRY = 'assets/.prometeu/index.json';
const ROOTS = ['a', 'b', 'b/c', 'd'] as const;

/** What makes a declaration one of sprites. */
export const sprites = { type: 'tile_bank', inputs: { main: ['data.bin'] }, output: { format: 'png', codec: 'none' } } as const;

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

/** One change that is made to a workspace. */
export type WorkspaceEdit =
  | { readonly kind: 'set'; readonly path: string; readonly content: MemoryContent }
  | { readonly kind: 'delete' | 'touch' | 'symlink' | 'move'; readonly path: string };

const root = fc.constantFrom(...ROOTS);

/** Any change to the folders `a`, `b`, `b/c` and `d`. */
export const anyWorkspaceEdit: fc.Arbitrary<WorkspaceEdit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(root, fc.constantFrom(...declarations)).map(([at, content]) => set(`assets/${at}/asset.json`, content)),
  },
  { weight: 4, arbitrary: fc.tuple(root, fc.constantFrom(...sources)).map(([at, content]) => set(`assets/${at}/data.bin`, content)) },
  { weight: 2, arbitrary: fc.constantFrom(...registries).map((content) => set(REGISTRY, content)) },
  { weight: 1, arbitrary: root.map((at) => set(`assets/${at}/more.bin`, 'more')) },
  { weight: 1, arbitrary: root.map((at): WorkspaceEdit => ({ kind: 'symlink', path: `assets/${at}/link` })) },
  { weight: 1, arbitrary: root.map((at): WorkspaceEdit => ({ kind: 'delete', path: `assets/${at}` })) },
  { weight: 1, arbitrary: root.map((at): WorkspaceEdit => ({ kind: 'delete', path: `assets/${at}/data.bin` })) },
  { weight: 1, arbitrary: fc.constant<WorkspaceEdit>({ kind: 'delete', path: REGISTRY }) },
  { weight: 2, arbitrary: root.map((at): WorkspaceEdit => ({ kind: 'touch', path: `assets/${at}/asset.json` })) },
  { weight: 2, arbitrary: root.map((at): WorkspaceEdit => ({ kind: 'move', path: `assets/${at}` })) },
);

function set(path: string, content: MemoryContent): WorkspaceEdit {
  return { kind: 'set', path, content };
}

/** Makes an edit and names what a watcher would. */
export async function editWorkspace(host: MemoryWorkspace, change: WorkspaceEdit, unused: () => string): Promise<readonly string[]> {
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
