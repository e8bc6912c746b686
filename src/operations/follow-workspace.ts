import { err, ok } from 'neverthrow';
import { createAssetReader } from '../artifacts/asset/create-asset-reader.js';
import { fileDiagnosticLimits } from '../diagnostics/diagnostic-limits.js';
import type { Observed } from '../diagnostics/outcome.js';
import { WORKSPACE_ROOT } from '../paths/workspace-path.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { ReadHost } from '../ports/packer-host.js';
import { emptyLive } from '../workspace/live/empty-live.js';
import { updateLive } from '../workspace/live/update-live.js';
import { type FollowedWorkspace, showFollowed } from './followed-workspace.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { throughJournal } from './through-journal.js';

/**
 * Reads a workspace as `readWorkspace` does, to be looked at again with `refreshWorkspace` for no more than what a change
 * costs: for an editor that stays open. Writes nothing.
 *
 * @returns the workspace. Err only where it could not run: the port failed as a whole, or the signal fired (IO_ABORTED).
 *
 * @example
 * ```ts
 * import { followWorkspace, refreshWorkspace } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/asset.json': '{ "schema_version": 4 }' });
 * const followed = await followWorkspace(host);
 * host.set('assets/palette/asset.json', '{ "schema_version": 4, }');
 * const changed = ['assets/palette/asset.json'];
 * const now = followed.isOk() ? await refreshWorkspace(host, followed.value, { changed }) : followed;
 * if (now.isOk()) console.log(now.value.state); // diverged
 * ```
 */
export function followWorkspace(host: ReadHost, options: ReadOptions = {}): Promise<Observed<FollowedWorkspace>> {
  return guardOperation('followWorkspace', async (): Promise<Observed<FollowedWorkspace>> => {
    const context = readContext(host, options);
    const { compute, json, sources, folders, diagnostics, requireCurrent } = context;
    const reader = createAssetReader(json, fileDiagnosticLimits(diagnostics));
    const how = { compute, json, sources, folders, diagnostics, requireCurrent, reader };
    const view = await throughJournal(context);
    if (view.isErr()) return err(view.error);
    const { context: seen, diagnostics: journal } = view.value;
    const updated = await updateLive(seen.read, emptyLive(), [WORKSPACE_ROOT], journal, { ...how, signal: options.signal });
    if (updated.isErr()) return err([diagnosePortError(updated.error, 'workspace')]);
    const { state } = updated.value;
    const projectUuid = state.registry.parsed?.projectUuid ?? null;
    return ok(showFollowed({ state, how, seesThrough: seen.read !== context.read, projectUuid }));
  });
}
