import { err, ok } from 'neverthrow';
import { UNDO_RECORD_PATH } from '../artifacts/journal/target-class.js';
import { compareStrings } from '../base/compare-strings.js';
import { isNonEmpty } from '../base/non-empty.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Outcome } from '../diagnostics/outcome.js';
import { hasErrors } from '../diagnostics/count-diagnostics.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import { identityChangesOf } from '../plans/identity-changes.js';
import { viewRegistry } from '../plans/identity/registry-view.js';
import { createTextEdit } from '../plans/create-text-edit.js';
import { makePlan } from '../plans/make-plan.js';
import type { Plan } from '../plans/plan.js';
import { findUndoneFiles } from '../plans/undo/find-undone-files.js';
import { findUndoneFolders } from '../plans/undo/find-undone-folders.js';
import { readUndoRecord } from '../plans/undo/read-undo-record.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { ReadHost } from '../ports/packer-host.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { readText } from './read-text.js';
import { throughJournal } from './through-journal.js';

/**
 * Plans to undo the last plan that changed declarations or the registry: every file that it changed gets back the very
 * bytes it had, one that it made goes, one that it removed comes back, and so does a folder that it moved. Derived files are left alone: build again. One
 * undo is kept; applying it keeps another, which does it again.
 *
 * Refused where any of those files was changed since, or one of those folders moved (UNDO_CONFLICT): nothing of what was written since is overwritten.
 *
 * Codes: UNDO_NOTHING, UNDO_DAMAGED, UNDO_TOO_NEW, UNDO_CONFLICT; those of a journal that cannot be finished, and of a port
 * error.
 *
 * @example
 * ```ts
 * import { applyPlan, planRegister, planUndo } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const planned = await planRegister(host);
 * if (planned.isOk()) await applyPlan(host, planned.value.value);
 * const undo = await planUndo(host);
 * if (undo.isOk()) await applyPlan(host, undo.value.value);
 * console.log(host.files().has('assets/palette/asset.json')); // false
 * ```
 */
export function planUndo(host: ReadHost, options: ReadOptions = {}): Promise<Outcome<Plan>> {
  return guardOperation('planUndo', async (): Promise<Outcome<Plan>> => {
    const view = await throughJournal(readContext(host, options));
    if (view.isErr()) return err(view.error);
    const { context, diagnostics } = view.value;
    if (isNonEmpty(diagnostics) && hasErrors(diagnostics)) return err(diagnostics);
    const undo = await readUndoRecord(context, (error) => [diagnosePortError(error, 'workspace')]);
    if (undo.isErr()) return err(undo.error);
    const { files, moves, sha256 } = undo.value;
    const found = await findUndoneFiles(context, files);
    if (found.isErr()) return err([diagnosePortError(found.error, 'workspace')]);
    const moved = await findUndoneFolders(context.read, moves);
    if (moved.isErr()) return err([diagnosePortError(moved.error, 'workspace')]);
    const differences = [...found.value.differences, ...moved.value.differences].sort((a, b) => compareStrings(a.path, b.path));
    const [first] = differences;
    if (first !== undefined) {
      const location = { kind: 'file', file: first.path } as const;
      return err([diagnose('UNDO_CONFLICT', { artifact: 'workspace', location, data: { differences } })]);
    }
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const edits = files.map(({ path, text }) => {
      const bytes = found.value.bytes.get(path) ?? null;
      return createTextEdit(path, bytes === null ? null : decoder.decode(bytes), text);
    });
    const edited = edits.find(({ path }) => path === REGISTRY_PATH);
    const registry = edited === undefined ? await readText(context, REGISTRY_PATH) : ok({ text: edited.before, sha256: undefined });
    if (registry.isErr()) return err(registry.error);
    const { text, sha256: registrySha256 } = registry.value;
    const plan = makePlan({
      kind: 'undo',
      edits: [...edits, ...moves.map(({ from, to }) => ({ kind: 'move-folder', path: from, from: to }) as const)],
      identityChanges: identityChangesOf(edits),
      preconditions: {
        projectUuid: text === null ? null : (viewRegistry(text)?.projectUuid ?? null),
        files: [
          { path: UNDO_RECORD_PATH, sha256 },
          ...(registrySha256 === undefined ? [] : [{ path: REGISTRY_PATH, sha256: registrySha256 }]), // else it is an edited file
        ],
        heads: [],
        folders: moved.value.folders,
      },
    });
    return ok({ value: plan, diagnostics });
  });
}
