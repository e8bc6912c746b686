import { compareStrings } from '../base/compare-strings.js';
import { DECLARATION_NAME } from '../paths/declaration-name.js';
import { ASSETS_FOLDER, REGISTRY_PATH } from '../paths/owned-paths.js';
import { claimChange } from './identity/claim-change.js';
import { type BareChange, recordChanges } from './identity/record-changes.js';
import { viewRegistry } from './identity/registry-view.js';
import type { Edit, IdentityChange, IdentityValue } from './plan.js';

const NONE: ReadonlyMap<string, string> = new Map();

function declaredRoot(path: string): string | null {
  if (!path.startsWith(`${ASSETS_FOLDER}/`) || !path.endsWith(`/${DECLARATION_NAME}`)) return null;
  const root = path.slice(ASSETS_FOLDER.length + 1, -DECLARATION_NAME.length - 1);
  return root === '' ? null : root;
}

function registryChanges(edits: readonly Edit[]): readonly BareChange[] {
  return edits.flatMap((edit) => {
    if (edit.kind !== 'text' || edit.path !== REGISTRY_PATH) return [];
    return recordChanges(edit.before === null ? null : viewRegistry(edit.before), edit.after === null ? null : viewRegistry(edit.after));
  });
}

const givenKey = (value: IdentityValue | null): string | null => (value === null ? null : JSON.stringify([value.root, value.asset_uuid]));

/**
 * All changes of identity that edits make, worked out of the texts before and afterwards, of whatever version they are.
 * What a plan shows is what this tells: planners fill the plan with it, and a plan that comes back from outside is held
 * against it. A text that cannot be read says nothing of identity.
 *
 * @param evidence - why, by root (empty for the project); no part of what is compared.
 * @returns the changes by root, then kind.
 */
export function identityChangesOf(edits: readonly Edit[], evidence: ReadonlyMap<string, string> = NONE): readonly IdentityChange[] {
  const recorded = registryChanges(edits);
  const given = new Set(recorded.map(({ after }) => givenKey(after)));
  const claimed = edits.flatMap((edit) => {
    const root = edit.kind === 'text' ? declaredRoot(edit.path) : null;
    const change = root === null || edit.kind !== 'text' ? null : claimChange(root, edit.before, edit.after);
    return change === null || (change.after !== null && given.has(givenKey(change.after))) ? [] : [change];
  });
  return [...recorded, ...claimed]
    .sort((a, b) => compareStrings(a.root, b.root) || compareStrings(a.kind, b.kind))
    .map((change) => ({ ...change, evidence: evidence.get(change.root) ?? '' }));
}
