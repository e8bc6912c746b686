import { applyPlan, type Plan, planBuild, planMigration, planMutation, planRegister } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent } from 'prometeu-packer/memory';
import { nodeCompute } from '../../../src/node/node-compute.js';
import { planDigest } from '../../../src/plans/plan-digest.js';
import { verifyPlanShape } from '../../../src/plans/verify-plan-shape.js';
import { unwrap } from '../../e2e/unwrap.js';
import { assetV2, assetV4, registryV2, workspaceOf } from '../../operations/versioned-workspace.js';
import { type Boundary, holds } from '../boundary.js';
import { decode, encode } from '../seeds.js';

type Files = Readonly<Record<string, MemoryContent>>;

const registry = (root: string): string =>
  `{"schema_version":4,"project_uuid":"99999999-0000-4000-8000-000000000000","next_asset_id":2,"assets":[{"asset_id":1,"asset_uuid":"11111111-1111-4111-8111-111111111111","root":"${root}","included_in_build":true}],"retired":[]}`;

const scenes: readonly Files[] = [
  { 'assets/day/colours.bin': new Uint8Array(32), 'outside.txt': 'not the packer’s' },
  { ...workspaceOf(registryV2({ old: 1 }), { old: assetV2('old') }), 'assets/old/other.bin': 'x' },
  { ...workspaceOf(registry('kept'), { kept: assetV4('kept', 1) }), 'build/notes.txt': 'not the packer’s' },
];

/** A plan and the workspace that it was made of, as numbers of a scene. */
async function seeds(): Promise<readonly Uint8Array[]> {
  const [fresh, old, current] = scenes.map((files) => ({ ...createMemoryWorkspace(files), compute: nodeCompute }));
  if (fresh === undefined || old === undefined || current === undefined) return [];
  const plans: readonly (readonly [number, Plan])[] = [
    [0, unwrap(await planRegister(fresh)).value],
    [1, unwrap(await planMigration(old)).value.plan],
    [2, unwrap(await planBuild(current)).value],
    [2, unwrap(await planMutation(current, { mutations: [{ kind: 'rename', root: 'kept', name: 'other' }] })).value],
    [2, unwrap(await planMutation(current, { mutations: [{ kind: 'relocate', root: 'kept', to: 'moved/here' }] })).value],
    [2, unwrap(await planMutation(current, { mutations: [{ kind: 'remove', root: 'kept', deleteDeclaration: true }] })).value],
  ];
  return plans.map(([scene, plan]) => encode(JSON.stringify({ scene, plan })));
}

interface Given {
  readonly scene?: number;
  readonly plan?: Plan;
}

function parse(bytes: Uint8Array): Given | null {
  try {
    return JSON.parse(decode(bytes)) as Given | null;
  } catch {
    return null;
  }
}

/** What is made with an archive. */
const companions = ['build/asset_table.json', 'build/preload.json', 'build/asset_table_metadata.json'];

/** Whether a file is one that a plan may touch, whatever it says: declarations, the packer's own files, what is built. */
const isPlanned = (path: string): boolean =>
  /^assets\/(.*\/)?(asset\.json|\.prometeu\/(index\.json|\.gitignore|undo\/last\.json))$/.test(path) ||
  /^build\/(assets\.pa|asset_table\.json|preload\.json|asset_table_metadata\.json)$/.test(path);

/** The files that are others afterwards, without those of a folder that the plan moves. */
function changedFiles(before: ReadonlyMap<string, Uint8Array>, after: ReadonlyMap<string, Uint8Array>, plan: Plan): readonly string[] {
  const moved = plan.edits.flatMap((edit) => (edit.kind === 'move-folder' ? [`${edit.from}/`, `${edit.path}/`] : []));
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    return was === undefined || is === undefined || Buffer.compare(was, is) !== 0;
  });
  return changed.filter((path) => !moved.some((folder) => path.startsWith(folder) && folder.startsWith('assets/')));
}

/** A plan that comes back from outside, as far as a workspace in memory. */
export const planBoundary: Boundary = {
  name: 'plan',
  extension: 'json',
  maxBytes: 6144,
  words: [
    '"text"',
    '"compose"',
    '"move-folder"',
    '"build/assets.pa"',
    '"assets/../x"',
    '"outside.txt"',
    '"assets/old/other.bin"',
    '"assets/.prometeu/lock"',
    '"register"',
    '"migrate"',
    'null',
  ],
  seeds,
  repair: (bytes) => {
    const given = JSON.parse(decode(bytes)) as { readonly plan: Plan };
    return encode(JSON.stringify({ ...given, plan: { ...given.plan, digest: planDigest(given.plan, nodeCompute) } }));
  },
  run: async (bytes) => {
    const given = parse(bytes);
    const verified = verifyPlanShape(given?.plan, nodeCompute);
    if (verified.isErr()) return { value: null, diagnostics: verified.error };
    const files = scenes[given?.scene ?? 0] ?? {};
    const workspace = createMemoryWorkspace(files);
    const before = workspace.files();
    const plan = verified.value.value as Plan;
    const applied = await applyPlan({ ...workspace, compute: nodeCompute }, given?.plan as Plan, { consent: { planDigest: plan.digest } });
    const changed = changedFiles(before, workspace.files(), plan);
    const value = { changed, applied: applied.isOk(), plan };
    return {
      value,
      diagnostics: applied.isOk() ? applied.value.diagnostics : applied.error.filter(({ severity }) => severity !== 'error'),
    };
  },
  check: ({ value }) => {
    if (value === null) return;
    const { changed, applied, plan } = value as { changed: readonly string[]; applied: boolean; plan: Plan };
    const targets = new Set<string>(plan.edits.flatMap(({ kind, path }) => (kind === 'compose' ? [path, ...companions] : [path])));
    const own = changed.filter((path) => !path.startsWith('assets/.prometeu/undo/'));
    holds(changed.every(isPlanned), 'a plan changes what plans change alone', changed);
    holds(
      own.every((path) => targets.has(path)),
      'a plan changes what it says alone',
      changed,
    );
    if (!applied) holds(changed.length === 0, 'a plan that is refused changes nothing', changed);
  },
};
