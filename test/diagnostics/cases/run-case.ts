import { actions, faultsOf, type ActionAnswer } from './actions.js';
import { createCaseHost, type CaseHost } from './case-host.js';
import type { CaseAction, CaseFault, CodeCase } from './code-case.js';
import { internalActions } from './internal-actions.js';
import { layOutCase } from './lay-out.js';
import { oddHost } from './odd-host.js';
import { studioActions } from './studio-actions.js';
import { withoutKeys } from './without-keys.js';

const known = new Map(Object.entries({ ...actions, ...internalActions, ...studioActions }));

/** Does one thing in a workspace. */
export function runAction(caseHost: CaseHost, action: CaseAction, faults: readonly CaseFault[] = []): Promise<ActionAnswer> {
  const act = known.get(action.do);
  if (act === undefined) throw new Error(`there is no action ${action.do}`);
  const args = { ...withoutKeys(action, ['faults', 'fails', 'host']), do: action.do };
  const run = (inner: CaseAction) => runAction(caseHost, inner);
  const host = oddHost(caseHost.withFaults([...faults, ...faultsOf(action)]), action['host'] ?? {});
  return act({ host, workspace: caseHost.workspace, run }, args);
}

/** Lays out the workspace of a case and does what was done before. */
export async function prepareCase(codeCase: CodeCase): Promise<CaseHost> {
  const { caseSensitive = true, given = [] } = codeCase;
  const caseHost = createCaseHost({ caseSensitive });
  layOutCase(caseHost.workspace, codeCase);
  for (const action of given) {
    const { ok, diagnostics } = await runAction(caseHost, action);
    const fails = action['fails'] === true;
    if (ok === fails) throw new Error(`${action.do} ${ok ? 'did not fail' : `failed: ${diagnostics.map(({ code }) => code).join(', ')}`}`);
  }
  return caseHost;
}
