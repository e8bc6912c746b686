import { compareStrings } from '../base/compare-strings.js';
import type { AssetBody } from '../artifacts/asset/model.js';
import { jsonPointer } from '../codec/json-pointer.js';
import { createCollector } from '../diagnostics/collector.js';
import type { DiagnosticCode } from '../diagnostics/catalogue.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileDiagnosticLimits } from '../diagnostics/diagnostic-limits.js';
import type { Location } from '../diagnostics/location.js';
import { diagnosePath, pathCodeOf } from '../paths/diagnose-path.js';
import { appendPath, nameOf, parentOf, type WorkspacePath } from '../paths/workspace-path.js';
import type { AcceptedAsset } from './accept-workspace.js';
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

function diagnoseInput({ role, path }: PlacedInput, fault: InputFault, location: Location): Diagnostic {
  const finding = { artifact: 'asset', location } as const;
  return fault.code === 'ASSET_INPUT_FOREIGN'
    ? diagnose(fault.code, { ...finding, data: { role, path, owner: fault.owner } })
    : diagnose(fault.code, { ...finding, data: { role, path, didYouMean: fault.didYouMean } });
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
  const collector = createCollector(limits);
  const folder = folderOf(root);
  const tell = (code: DiagnosticCode, make: () => Diagnostic): void => collector.add(code, declarationOf(root), make);
  for (const role of Object.keys(body.inputs).sort(compareStrings)) {
    for (const [index, path] of (body.inputs[role] ?? []).entries()) {
      const at = (): Location => locate(jsonPointer(['inputs', role, index]), 'value');
      const placed = appendPath(folder, path as WorkspacePath); // an accepted body holds no other
      if (placed.isErr()) {
        const tooLong = placed.error;
        tell(pathCodeOf(tooLong), () => diagnosePath(tooLong, { artifact: 'asset', location: at(), text: `${folder}/${path}` }));
        continue;
      }
      const input = { role, path, file: placed.value };
      const fault = findFault(input, root, folder, tree);
      if (fault === null) inputs.push(input);
      else tell(fault.code, () => diagnoseInput(input, fault, at()));
    }
  }
  return { inputs, diagnostics: collector.list() };
}
