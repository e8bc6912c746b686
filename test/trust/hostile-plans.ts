import type { Edit, Plan, PlanContent } from 'prometeu-packer';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { planDigest } from '../../src/plans/plan-digest.js';
import { LEADING_OUT } from './hostile-workspaces.js';

const A = 'a'.repeat(64);
const NOTHING = { projectUuid: null, files: [], heads: [], folders: [] } as const;

/** A plan as someone outside makes it: with the right digest, whatever it says. */
function planOf(content: PlanContent): Plan {
  return { ...content, digest: planDigest(content, portableCompute) ?? A };
}

const editing = (kind: Plan['kind'], ...edits: readonly Edit[]): Plan =>
  planOf({ kind, edits, identityChanges: [], preconditions: NOTHING });

/** Files that no plan may change, each inside the root. */
const FORBIDDEN = [
  'package.json',
  'assets/hero/idle.png',
  'assets/.prometeu/lock',
  'build/other.bin',
  '.git/config',
  'assets/hero/ASSET.JSON',
];

function composing(path: string): Plan {
  const input = { role: 'main', path: 'x', file: path, size: 1, sha256: null };
  const asset = { asset_id: 1, asset_uuid: '00000001-0000-4000-8000-000000000001', root: 'hero', asset_name: 'hero' };
  const recipe = { assets: [{ ...asset, bank_type: 'DATA', metadata: {}, inputs: [input] }], preload: [] } as const;
  return editing('build', { kind: 'compose', path: 'build/assets.pa', length: 192, recipe });
}

/** Plans from outside that would read or write where no plan may. */
export function hostilePlans(): readonly Plan[] {
  return [
    ...[...LEADING_OUT, ...FORBIDDEN].flatMap((path) => [
      editing('mutate', createTextEdit(path, null, 'overwritten')),
      editing('mutate', createTextEdit(path, 'secret', null)),
    ]),
    ...LEADING_OUT.flatMap((path) => [
      editing('mutate', { kind: 'move-folder', path: 'assets/stolen', from: path }),
      editing('mutate', { kind: 'move-folder', path, from: 'assets/hero' }),
      composing(path),
      planOf({ kind: 'mutate', edits: [], identityChanges: [], preconditions: { ...NOTHING, files: [{ path, sha256: A }] } }),
      planOf({ kind: 'mutate', edits: [], identityChanges: [], preconditions: { ...NOTHING, folders: [{ path, listing: A }] } }),
      planOf({ kind: 'mutate', edits: [], identityChanges: [], preconditions: { ...NOTHING, heads: [{ path, length: 4, sha256: A }] } }),
    ]),
  ];
}
