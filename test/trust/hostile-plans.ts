import type { Edit, Plan, PlanContent } from 'prometeu-packer';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { digestText } from '../../src/ports/digest-text.js';
import { planDigest } from '../../src/plans/plan-digest.js';
import { LEADING_OUT } from './hostile-workspaces.js';

const A = 'a'.repeat(64);
const NOTHING = { projectUuid: null, files: [], heads: [], folders: [] } as const;
const REGISTRY = { path: 'assets/.prometeu/index.json', sha256: null } as const;

/** A plan as someone outside makes it: the digest and all that is asked of preconditions is right, whatever its paths are. */
function planOf({ kind, edits, identityChanges, preconditions }: PlanContent): Plan {
  const edited = edits.flatMap((edit) =>
    edit.kind === 'text' ? [{ path: edit.path, sha256: edit.before === null ? null : digestText(edit.before, portableCompute) }] : [],
  );
  const files = [...preconditions.files, REGISTRY, ...edited];
  const content: PlanContent = { kind, edits, identityChanges, preconditions: { ...preconditions, files } };
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

function composing(path: string, root = 'hero'): Plan {
  const input = { role: 'main', path, file: `assets/${root}/${path}`, size: 1, sha256: null };
  const asset = { asset_id: 1, asset_uuid: '00000001-0000-4000-8000-000000000001', root, asset_name: 'hero' };
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
      composing('package.json', path),
      planOf({ kind: 'mutate', edits: [], identityChanges: [], preconditions: { ...NOTHING, files: [{ path, sha256: A }] } }),
      planOf({ kind: 'mutate', edits: [], identityChanges: [], preconditions: { ...NOTHING, folders: [{ path, listing: A }] } }),
      planOf({ kind: 'mutate', edits: [], identityChanges: [], preconditions: { ...NOTHING, heads: [{ path, length: 4, sha256: A }] } }),
    ]),
  ];
}
