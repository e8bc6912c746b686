import { hasErrors } from '../../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { assetStateOf } from '../asset-state-of.js';
import type { CheckedSource } from '../checked-source.js';
import type { PlacedInputs } from '../place-inputs.js';
import { tellLater, tellNow } from './file-findings.js';
import type { JudgedIdentity, JudgedRoot } from './judged-root.js';
import { toldByFile } from './told-by-file.js';

/** What is judged of a root beside its identity. */
export interface RootParts {
  /** Its inputs; null where its declaration cannot be read. */
  readonly placed: PlacedInputs | null;
  /** The sources that were looked into. */
  readonly sources: ReadonlyMap<WorkspacePath, CheckedSource>;
  /** Names and slots that are taken by others too. */
  readonly across: readonly Diagnostic[];
}

/** Puts together what was judged of one root: what is told, and of which file, and its state. */
export function assembleRoot(judged: JudgedIdentity, { placed, sources, across }: RootParts): JudgedRoot {
  const { asset, verdict, reachable, identityTold, derived } = judged;
  const { root } = verdict;
  const looked = (placed?.inputs ?? []).flatMap(({ file }) => sources.get(file)?.diagnostics ?? []);
  const own = [asset?.diagnostics ?? [], placed?.diagnostics ?? [], looked, across];
  const told = [
    ...(asset?.diagnostics ?? []).map((diagnostic) => tellNow(diagnostic, 'declarations', root)),
    ...[...(placed?.diagnostics ?? []), ...looked].map((diagnostic) => tellNow(diagnostic, 'sources', root)),
    ...across.map((diagnostic) => tellNow(diagnostic, 'across', root)),
    ...identityTold.map((pending) => tellLater(pending, 'identity', root)),
  ];
  const faulty = derived || own.some(hasErrors);
  const state = assetStateOf(verdict, { asset, placed, sources, reachable, faulty });
  return { ...judged, placed, sources, across, state, told: toldByFile(told) };
}
