import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { targetClass } from '../artifacts/journal/target-class.js';
import { collisionKey } from '../paths/collision-key.js';
import { findOwnedSegment } from '../paths/owned-names.js';
import { ARCHIVE_PATH, ASSETS_FOLDER, REGISTRY_PATH } from '../paths/owned-paths.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import type { ArchiveRecipe } from './compose/archive-recipe.js';
import { digestText } from '../ports/digest-text.js';
import { findIdentityFaults } from './find-identity-faults.js';
import { findMoveFaults } from './find-move-faults.js';
import { malformedPlan } from './malformed-plan.js';
import type { Edit, Plan, TextFileEdit } from './plan.js';
import { textDiff } from './text-diff.js';

type Fault = Generator<Diagnostic>;

function isAllowed({ kind, path }: Edit<WorkspacePath>): boolean {
  if (kind === 'move-folder') return true; // findMoveFaults looks at both of its places
  if (kind === 'compose') return path === ARCHIVE_PATH;
  const guard = targetClass(path);
  return guard === 'authored' || guard === 'registry';
}

function* checkRecipe({ assets }: ArchiveRecipe<WorkspacePath>, pointer: string): Fault {
  let previousId = 0;
  for (const [index, { asset_id, root, inputs }] of assets.entries()) {
    const at = `${pointer}/assets/${index}`;
    if (asset_id <= previousId) yield malformedPlan(`${at}/asset_id`, 'assets by asset_id, each once');
    previousId = asset_id;
    for (const [place, { file, path }] of inputs.entries()) {
      const isInput = file === `${ASSETS_FOLDER}/${root}/${path}` && findOwnedSegment(file) === null;
      if (!isInput) yield malformedPlan(`${at}/inputs/${place}/file`, "the file of the input, and none of the packer's own");
    }
  }
}

function* checkText(
  edit: TextFileEdit<WorkspacePath>,
  pointer: string,
  files: ReadonlyMap<string, string | null>,
  compute: ComputePort,
): Fault {
  const { path, before, after, diff } = edit;
  if (before === after) yield malformedPlan(`${pointer}/after`, 'another text than before');
  if (diff !== textDiff(path, before, after)) yield malformedPlan(`${pointer}/diff`, 'the diff from before to after');
  const digest = before === null ? null : digestText(before, compute);
  if (files.get(path) !== digest) yield malformedPlan(`${pointer}/before`, 'the text whose digest is among the preconditions');
}

/**
 * What is wrong with a plan of the right shape: targets that plans never change, one target twice, edits that no
 * precondition guards or that do not suit the plan's kind, a diff or identity changes that are not those of the edits, a
 * recipe out of order or with sources elsewhere than it says. Codes: PLAN_MALFORMED, PLAN_TARGET_NOT_ALLOWED.
 */
export function* findPlanFaults(plan: Plan<WorkspacePath>, compute: ComputePort): Fault {
  const { kind, edits, preconditions } = plan;
  const files = new Map<string, string | null>();
  for (const [index, { path, sha256 }] of preconditions.files.entries()) {
    if (files.has(path)) yield malformedPlan(`/preconditions/files/${index}/path`, 'each file once');
    files.set(path, sha256);
  }
  const registry = files.get(REGISTRY_PATH);
  const isBound = preconditions.projectUuid === null ? registry !== undefined : typeof registry === 'string';
  if (!isBound) yield malformedPlan('/preconditions/files', 'the registry among them');
  const targets = new Set<string>();
  for (const [index, edit] of edits.entries()) {
    const pointer = `/edits/${index}`;
    const { path } = edit;
    const location = { kind: 'file', file: path } as const;
    if (!isAllowed(edit)) yield diagnose('PLAN_TARGET_NOT_ALLOWED', { artifact: 'plan', location, data: { path } });
    if (targets.has(collisionKey(path))) yield malformedPlan(`${pointer}/path`, 'each target once');
    targets.add(collisionKey(path));
    const isFitting = (kind === 'build') === (edit.kind === 'compose');
    if (!isFitting) yield malformedPlan(`${pointer}/kind`, 'an edit that suits the kind of the plan');
    if (edit.kind === 'text') yield* checkText(edit, pointer, files, compute);
    if (edit.kind === 'compose') yield* checkRecipe(edit.recipe, `${pointer}/recipe`);
  }
  yield* findMoveFaults(plan);
  yield* findIdentityFaults(plan);
}
