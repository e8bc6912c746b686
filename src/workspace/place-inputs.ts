import { compareStrings } from '../base/compare-strings.js';
import type { AssetBody } from '../artifacts/asset/model.js';
import { jsonPointer } from '../codec/json-pointer.js';
import { createCollector } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileDiagnosticLimits } from '../diagnostics/diagnostic-limits.js';
import type { Location } from '../diagnostics/location.js';
import { diagnosePath, pathCodeOf } from '../paths/diagnose-path.js';
import type { PathFault } from '../paths/path-fault.js';
import { appendPath, nameOf, parentOf, type WorkspacePath } from '../paths/workspace-path.js';
import type { AcceptedAsset } from './accept-workspace.js';
import type { PendingDiagnostic } from './diagnose-identity.js';
import { declarationOf, folderOf, type InputTree } from './input-tree.js';

/** An input of a declaration, placed in the workspace but not yet looked at. */
export interface PlacedInput {
  /** The role it plays. */
  readonly role: string;
  /** Path as the declaration has it. */
  readonly path: string;
  /** Path from the workspace root. */
  readonly file: WorkspacePath;
}

/** The inputs that exist, and what is wrong with the others. */
export interface PlacedInputs {
  /** In packing order. */
  readonly inputs: readonly PlacedInput[];
  /** Findings, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

type InputFault =
  | { readonly code: 'ASSET_INPUT_FOREIGN'; readonly owner: string }
  | { readonly code: 'ASSET_INPUT_MISSING'; readonly didYouMean: string | null };

function findFault({ path, file }: PlacedInput, root: string, own: WorkspacePath, tree: InputTree): InputFault | null {
  if (tree.holds(own, path)) return null; // it stands in the very folder of the asset, as most do
  const folder = parentOf(file) ?? own;
  const owner = folder === own ? root : tree.ownerOf(file);
  if (owner !== null && owner !== root) return { code: 'ASSET_INPUT_FOREIGN', owner };
  if (tree.holds(folder, nameOf(file))) return null;
  return { code: 'ASSET_INPUT_MISSING', didYouMean: tree.spellingOf(folder, nameOf(file)) };
}

/** A finding on an input, made only if there is room for it. */
type PendingFault = Pick<PendingDiagnostic, 'code' | 'make'>;

/** Where a declaration names an input: closures are made here, since most inputs need none. */
function placeOf(locate: AcceptedAsset['locate'], role: string, index: number): () => Location {
  return () => locate(jsonPointer(['inputs', role, index]), 'value');
}

function pendingTooLong(fault: PathFault, text: string, at: () => Location): PendingFault {
  return { code: pathCodeOf(fault), make: () => diagnosePath(fault, { artifact: 'asset', location: at(), text }) };
}

function pendingFault({ role, path }: PlacedInput, fault: InputFault, at: () => Location): PendingFault {
  const make = (): Diagnostic =>
    fault.code === 'ASSET_INPUT_FOREIGN'
      ? diagnose(fault.code, { artifact: 'asset', location: at(), data: { role, path, owner: fault.owner } })
      : diagnose(fault.code, { artifact: 'asset', location: at(), data: { role, path, didYouMean: fault.didYouMean } });
  return { code: fault.code, make };
}

function listFaults(faults: readonly PendingFault[], root: string, limits: FileDiagnosticLimits | undefined): readonly Diagnostic[] {
  const collector = createCollector(limits);
  for (const { code, make } of faults) collector.add(code, declarationOf(root), make);
  return collector.list();
}

/**
 * Places the inputs of a declaration in the workspace, in packing order: roles in code-unit order, paths of a role in
 * array order. An input must be a regular file of the asset's own folder tree, spelled exactly as on disk.
 *
 * Codes: ASSET_INPUT_FOREIGN, ASSET_INPUT_MISSING, PATH_TOO_LONG.
 */
export function placeInputs(
  root: string,
  body: AssetBody,
  locate: AcceptedAsset['locate'],
  tree: InputTree,
  limits?: FileDiagnosticLimits,
): PlacedInputs {
  const inputs: PlacedInput[] = [];
  const faults: PendingFault[] = [];
  const folder = folderOf(root);
  for (const role of Object.keys(body.inputs).sort(compareStrings)) {
    let index = -1;
    for (const path of body.inputs[role] ?? []) {
      index += 1;
      const placed = appendPath(folder, path as WorkspacePath); // an accepted body holds no other
      if (placed.isErr()) {
        faults.push(pendingTooLong(placed.error, `${folder}/${path}`, placeOf(locate, role, index)));
        continue;
      }
      const input = { role, path, file: placed.value };
      const fault = findFault(input, root, folder, tree);
      if (fault === null) inputs.push(input);
      else faults.push(pendingFault(input, fault, placeOf(locate, role, index)));
    }
  }
  return { inputs, diagnostics: faults.length === 0 ? [] : listFaults(faults, root, limits) };
}
