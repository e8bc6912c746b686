import { createAssetReader } from '../artifacts/asset/create-asset-reader.js';
import { assetDescriptor } from '../artifacts/asset/descriptor.js';
import { registryDescriptor } from '../artifacts/registry/descriptor.js';
import { readRegistry } from '../artifacts/registry/read-registry.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { DECLARATION_NAME } from '../paths/declaration-name.js';
import { GITIGNORE_PATH, REGISTRY_PATH } from '../paths/owned-paths.js';
import { nameOf, type WorkspacePath } from '../paths/workspace-path.js';
import { claimedIn } from './identity/claim-change.js';
import { findRegistryFaults } from './identity/find-registry-faults.js';
import { keepsVersion } from './identity/keeps-version.js';
import { viewRegistry } from './identity/registry-view.js';
import { withoutSlips } from './identity/without-slips.js';
import { declarationOf } from '../workspace/input-tree.js';
import { identityChangesOf } from './identity-changes.js';
import { malformedPlan } from './malformed-plan.js';
import { PLAN_TEXT_BUDGETS } from './plan-text-budgets.js';
import type { IdentityChange, IdentityChangeKind, Plan, PlanKind, TextFileEdit } from './plan.js';

type Fault = Generator<Diagnostic>;

const CLAIMS = ['claim-added', 'claim-changed', 'claim-removed'] as const;

/** What a plan of each kind may do to identity; null for everything. What only an undo may is in no other list. */
const MAY: Readonly<Record<PlanKind, readonly IdentityChangeKind[] | null>> = {
  build: [],
  register: ['project-created', 'asset-registered'],
  migrate: ['identity-derived', 'identity-recorded', 'claim-added'],
  mutate: ['asset-moved', 'asset-retired', ...CLAIMS],
  resolve: ['project-created', 'asset-registered', 'asset-moved', 'asset-retired', ...CLAIMS],
  fix: ['asset-moved', ...CLAIMS],
  undo: null,
};

/** Kinds of plans that leave behind only declarations that readers take. A resolution or a fix may leave faults where they were. */
const LEAVES_SOUND: ReadonlySet<PlanKind> = new Set(['register', 'migrate', 'mutate']);

const MAY_CHANGE_BUILD: ReadonlySet<PlanKind> = new Set(['mutate']);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const changeKey = ({ kind, root, before, after }: IdentityChange): string => {
  const values = [before, after].map((value) => (value === null ? null : [value.asset_uuid, value.asset_id, value.root]));
  return JSON.stringify([kind, root, values]);
};

/** What is shown is what is done, each once, and nothing of it is beyond a plan of this kind. */
function* checkShown({ kind, edits, identityChanges }: Plan<WorkspacePath>): Fault {
  const expected = new Map<string, number>();
  for (const change of identityChangesOf(edits)) expected.set(changeKey(change), (expected.get(changeKey(change)) ?? 0) + 1);
  for (const [index, shown] of identityChanges.entries()) {
    const key = changeKey(shown);
    const left = expected.get(key) ?? 0;
    if (left === 0) yield malformedPlan(`/identityChanges/${index}`, 'an identity change that the edits make, each once');
    expected.delete(key);
    if (left > 1) expected.set(key, left - 1);
    if (MAY[kind]?.includes(shown.kind) === false) yield malformedPlan(`/identityChanges/${index}/kind`, 'what a plan of this kind may do');
  }
  if (expected.size > 0) yield malformedPlan('/identityChanges', 'every identity change that the edits make');
}

/**
 * A record gains what its folder claims: where there is no declaration nothing is claimed, and one of the same plan that
 * claimed nothing before is no evidence, since the plan itself writes what it claims afterwards. Nothing but the derived
 * uuid is left for such a record.
 */
function* checkRecorded({ edits, identityChanges, preconditions }: Plan<WorkspacePath>): Fault {
  const before = new Map(edits.flatMap((edit) => (edit.kind === 'text' ? [[edit.path as string, edit.before] as const] : [])));
  const seen = new Set<string>(preconditions.files.filter(({ sha256 }) => sha256 !== null).map(({ path }) => path));
  for (const [index, { kind, root, after }] of identityChanges.entries()) {
    if (kind !== 'identity-recorded') continue;
    const path = declarationOf(root);
    const text = before.get(path);
    const isClaimed = seen.has(path) && (typeof text !== 'string' || claimedIn(text) === after?.asset_uuid);
    if (!isClaimed) yield malformedPlan(`/identityChanges/${index}/after`, 'what the declaration of the folder claims');
  }
}

/** Taking a slip away changes no registry, not even one that cannot be read otherwise. */
function isSameButForSlips({ before, after }: TextFileEdit): boolean {
  return before !== null && after !== null && after.length < before.length && withoutSlips(before) === withoutSlips(after);
}

/** A fix makes no file and takes none away, and what has a version keeps it: bringing it to another is a migration. */
function isFix({ before, after }: TextFileEdit): boolean {
  return before !== null && after !== null && keepsVersion(before, after);
}

function* checkRegistry(edit: TextFileEdit, pointer: string, kind: PlanKind, changes: readonly IdentityChange[]): Fault {
  const before = edit.before === null ? null : viewRegistry(edit.before);
  const after = edit.after === null ? null : viewRegistry(edit.after);
  if (edit.before !== null && before === null) yield malformedPlan(`${pointer}/before`, 'a registry that can be read');
  if (after === null) yield malformedPlan(`${pointer}/after`, 'a registry that can be read');
  else yield* findRegistryFaults(before, after, changes, pointer, MAY_CHANGE_BUILD.has(kind));
  if (edit.after === null || after === null || kind === 'fix') return;
  const { registry, version } = readRegistry(encode(edit.after), REGISTRY_PATH, PLAN_TEXT_BUDGETS);
  const isSound = registry !== null && version === registryDescriptor.current;
  if (!isSound) yield malformedPlan(`${pointer}/after`, 'a registry of the current version without faults');
}

/**
 * Holds the identity changes that a plan shows against what its edits do: they are exactly those that are worked out of the
 * texts, none is of a kind that such a plan may not make, the registry loses and reuses nothing, and what is left behind is
 * of the current version. A plan of kind `undo` may go back on everything; only what
 * it shows is held against what it does. Code: PLAN_MALFORMED.
 */
export function* findIdentityFaults(plan: Plan<WorkspacePath>): Fault {
  const { kind, edits, identityChanges } = plan;
  yield* checkShown(plan);
  if (kind === 'undo') return;
  yield* checkRecorded(plan);
  const reader = createAssetReader(PLAN_TEXT_BUDGETS);
  for (const [index, edit] of edits.entries()) {
    if (edit.kind !== 'text') continue;
    const pointer = `/edits/${index}`;
    if (edit.path === REGISTRY_PATH && !(kind === 'fix' && isSameButForSlips(edit))) {
      yield* checkRegistry(edit, pointer, kind, identityChanges);
    }
    if (kind === 'fix' && edit.path !== GITIGNORE_PATH && !isFix(edit)) yield malformedPlan(`${pointer}/after`, 'the version that it had');
    if (nameOf(edit.path) !== DECLARATION_NAME) continue;
    if (kind === 'migrate' && (edit.before === null || edit.after === null)) {
      yield malformedPlan(`${pointer}/after`, 'a declaration where one was');
    }
    if (kind === 'register' && edit.before !== null) yield malformedPlan(`${pointer}/after`, 'a declaration where none was');
    if (edit.after === null || kind === 'fix') continue;
    const { body, claim, version } = reader.accept(reader.parse(encode(edit.after), edit.path), null);
    const isSound = (body !== null || !LEAVES_SOUND.has(kind)) && (kind !== 'register' || claim.kind === 'valid');
    if (!isSound || version !== assetDescriptor.current) {
      yield malformedPlan(`${pointer}/after`, 'a declaration of the current version without faults');
    }
  }
}
