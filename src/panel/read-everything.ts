import type { Diagnostic } from 'prometeu-packer';
import type { SessionCodeAction } from 'prometeu-packer/studio';
import type { PanelState } from './panel-state.js';
import type { PanelWorkspace } from './panel-workspace.js';

/** Most findings that the panel lists. */
const MOST_FILES = 400;

/** Asks a workspace for all that the panel shows of it. */
export async function readEverything(workspace: PanelWorkspace, get: () => PanelState): Promise<Partial<PanelState>> {
  const { session } = workspace;
  const summary = await session.summary();
  const page = await session.findings({ limit: MOST_FILES });
  const files = await workspace.list();
  const findings = new Map<string, readonly Diagnostic[]>();
  const actions = new Map<string, readonly SessionCodeAction[]>();
  for (const { file, diagnostics } of page.isOk() ? page.value.items : []) {
    findings.set(file, diagnostics);
    const offered = await session.codeActions({ file });
    for (const action of offered.unwrapOr([])) actions.set(action.fingerprint, [...(actions.get(action.fingerprint) ?? []), action]);
  }
  const archive = await session.describeArchive();
  return { summary: summary.unwrapOr(get().summary), findings, actions, files, archive: archive.unwrapOr(null) };
}
