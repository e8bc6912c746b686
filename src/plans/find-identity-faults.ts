import { createAssetReader } from '../artifacts/asset/create-asset-reader.js';
import type { Registry, RegistryRecord } from '../artifacts/registry/model.js';
import { readRegistry } from '../artifacts/registry/read-registry.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import { nameOf, parentOf, type WorkspacePath } from '../paths/workspace-path.js';
import { rootOf } from '../workspace/input-tree.js';
import { malformedPlan } from './malformed-plan.js';
import type { IdentityChange, Plan, TextFileEdit } from './plan.js';
import { DECLARATION_NAME } from '../paths/declaration-name.js';

type Fault = Generator<Diagnostic>;

/** What an edit of the registry says of identity. */
interface RegistryChange {
  readonly before: Registry | null;
  readonly after: Registry;
  readonly added: readonly RegistryRecord[];
}

/** The texts of the plan are in memory already: no budget of bytes has anything left to save. */
const BUDGETS = { maxBytes: Number.MAX_SAFE_INTEGER };

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const recordKey = ({ asset_id, asset_uuid, root, included_in_build }: RegistryRecord): string =>
  JSON.stringify([asset_id, asset_uuid, root, included_in_build]);

const changeKey = ({ kind, root, before, after }: Omit<IdentityChange, 'evidence'>): string =>
  JSON.stringify([kind, root, before, after.asset_uuid, after.asset_id]);

const claimKey = (root: string | null, uuid: string): string => JSON.stringify([root, uuid]);

const parse = (text: string | null): Registry | null =>
  text === null ? null : readRegistry(encode(text), REGISTRY_PATH, BUDGETS).registry;

function* readChange(edit: TextFileEdit, pointer: string): Generator<Diagnostic, RegistryChange | null> {
  const before = parse(edit.before);
  const after = parse(edit.after);
  if (edit.before !== null && before === null) yield malformedPlan(`${pointer}/before`, 'a registry without faults');
  if (after === null) yield malformedPlan(`${pointer}/after`, 'a registry without faults');
  if (after === null || (edit.before !== null && before === null)) return null;
  const known = new Set(before?.assets.map(recordKey));
  const kept = new Set(after.assets.map(recordKey));
  const isKept =
    before === null ||
    (before.project_uuid === after.project_uuid &&
      JSON.stringify(before.retired) === JSON.stringify(after.retired) &&
      before.assets.every((record) => kept.has(recordKey(record))));
  if (!isKept) yield malformedPlan(`${pointer}/after`, 'the project and every record of before, unchanged');
  return { before, after, added: after.assets.filter((record) => !known.has(recordKey(record))) };
}

function changesOf({ before, after, added }: RegistryChange): readonly Omit<IdentityChange, 'evidence'>[] {
  const project = { kind: 'project-created', root: '', before: null, after: { asset_uuid: after.project_uuid, asset_id: 0 } } as const;
  const assets = added.map(({ root, asset_uuid, asset_id }) => {
    return { kind: 'asset-registered', root, before: null, after: { asset_uuid, asset_id } } as const;
  });
  return before === null ? [project, ...assets] : assets;
}

/**
 * Holds the identity changes that a plan to register shows against what its edits do: they are exactly the records that
 * the registry gains and the project that it begins, nothing recorded is lost or altered, and each declaration claims the
 * record that its folder gains. Code: PLAN_MALFORMED.
 */
export function* findIdentityFaults({ edits, identityChanges }: Plan<WorkspacePath>): Fault {
  const registryAt = edits.findIndex(({ path }) => path === REGISTRY_PATH);
  const registryEdit = edits[registryAt];
  const change = registryEdit?.kind === 'text' ? yield* readChange(registryEdit, `/edits/${registryAt}`) : null;

  const expected = new Set(change === null ? [] : changesOf(change).map(changeKey));
  for (const [index, shown] of identityChanges.entries()) {
    const isExpected = expected.delete(changeKey(shown));
    if (!isExpected) yield malformedPlan(`/identityChanges/${index}`, 'what the registry gains, each once');
  }
  if (expected.size > 0) yield malformedPlan('/identityChanges', 'everything that the registry gains');

  const added = new Set(change?.added.map(({ root, asset_uuid }) => claimKey(root, asset_uuid)));
  const readAsset = createAssetReader(BUDGETS);
  for (const [index, edit] of edits.entries()) {
    if (edit.kind !== 'text' || nameOf(edit.path) !== DECLARATION_NAME) continue;
    const reading = edit.after === null ? null : readAsset(encode(edit.after), edit.path);
    const claim = reading?.body ? reading.claim : null;
    const isAdded = claim?.kind === 'valid' && added.has(claimKey(rootOf(parentOf(edit.path) ?? ''), claim.uuid));
    if (!isAdded) yield malformedPlan(`/edits/${index}/after`, 'a declaration without faults that claims what its folder gains');
  }
}
