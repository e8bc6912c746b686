import { err, ok, type Result } from 'neverthrow';
import { isNonEmpty } from '../base/non-empty.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Failure, Outcome } from '../diagnostics/outcome.js';
import { withoutErrors } from '../diagnostics/without-errors.js';
import { pathCollisionKey } from '../paths/collision-key.js';
import { GITIGNORE_PATH, REGISTRY_PATH } from '../paths/owned-paths.js';
import type { RegisterHost } from '../ports/packer-host.js';
import type { Plan } from '../plans/plan.js';
import { findUndeclared, type UndeclaredFolder } from '../plans/register/find-undeclared.js';
import { planRegistration } from '../plans/register/plan-registration.js';
import { folderOf, rootOf } from '../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { findObstacles } from './find-obstacles.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { readUnchanged } from './read-unchanged.js';
import { sniffFolders } from './sniff-folders.js';
import { takeSnapshot } from './take-snapshot.js';

/** Options of {@link planRegister}. */
export interface RegisterOptions extends ReadOptions {
  /** Folders to register, relative to `assets/` or from the workspace root; every undeclared folder where absent. */
  readonly roots?: readonly string[];
}

const ABSENT = { text: null, sha256: null } as const;

interface Chosen {
  readonly folders: readonly UndeclaredFolder[];
  /** Folders that are left out, and why. */
  readonly warnings: readonly Diagnostic[];
}

function leaveOut(code: 'REGISTER_ROOT_RECORDED' | 'REGISTER_ALREADY_DECLARED', root: string): Diagnostic {
  return diagnose(code, { artifact: 'workspace', location: { kind: 'file', file: folderOf(root) }, data: { root } });
}

function chooseFolders(snapshot: WorkspaceSnapshot, roots: readonly string[] | undefined): Result<Chosen, Failure> {
  const undeclared = findUndeclared(snapshot);
  const recorded = new Set(snapshot.registry?.assets.map(({ root }) => pathCollisionKey(folderOf(root))));
  const isRecorded = ({ root }: UndeclaredFolder): boolean => recorded.has(pathCollisionKey(folderOf(root)));
  const known = new Set([...undeclared, ...snapshot.assets].map(({ root }) => root));
  const wanted = roots && new Set(roots.map((root) => (known.has(root) ? root : (rootOf(root) ?? root))));
  const unknown = [...(wanted ?? [])].filter((root) => !known.has(root));
  const refusals = unknown.map((root) =>
    diagnose('REGISTER_ROOT_NOT_FOUND', { artifact: 'workspace', location: { kind: 'workspace' }, data: { root }, subject: root }),
  );
  if (isNonEmpty(refusals)) return err(refusals);
  const candidates = undeclared.filter(({ root }) => wanted?.has(root) ?? true);
  const declared = snapshot.assets.filter(({ root, identity }) => wanted?.has(root) === true && identity.record === null);
  const warnings = [
    ...candidates.filter(isRecorded).map(({ root }) => leaveOut('REGISTER_ROOT_RECORDED', root)),
    ...declared.map(({ root }) => leaveOut('REGISTER_ALREADY_DECLARED', root)),
  ];
  return ok({ folders: candidates.filter((folder) => !isRecorded(folder)), warnings });
}

/**
 * Plans the registration of source folders that no `asset.json` declares yet: one asset a folder, its kind decided by
 * content, its identity from the injected source. Nothing is written: give the plan to `applyPlan`. Where everything is
 * registered the plan has no edits.
 *
 * Refused where the workspace as a whole is in doubt: a registry that cannot be read or is not of the current version,
 * symlinks, names that are not portable.
 *
 * @example
 * ```ts
 * import { planRegister } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const planned = await planRegister(host);
 * if (planned.isOk()) console.log(planned.value.value.edits.map(({ path }) => path).join(' '));
 * // assets/.prometeu/.gitignore assets/.prometeu/index.json assets/palette/asset.json
 * ```
 */
export function planRegister(host: RegisterHost, options: RegisterOptions = {}): Promise<Outcome<Plan>> {
  return guardOperation('planRegister', async (): Promise<Outcome<Plan>> => {
    const taken = await takeSnapshot(readContext(host, options));
    if (taken.isErr()) return err(taken.error);
    const { snapshot, context } = taken.value;
    const obstacles = findObstacles(snapshot);
    if (obstacles !== null) return err(obstacles);
    const chosen = chooseFolders(snapshot, options.roots);
    if (chosen.isErr()) return err(chosen.error);
    const sniffed = await sniffFolders(context, chosen.value.folders);
    if (sniffed.isErr()) return err(sniffed.error);
    const texts = await readUnchanged(context, snapshot, [REGISTRY_PATH, GITIGNORE_PATH]);
    if (texts.isErr()) return err(texts.error);
    const { folders, heads } = sniffed.value;
    const planned = planRegistration({
      snapshot,
      folders,
      heads,
      registryFile: texts.value.get(REGISTRY_PATH) ?? ABSENT,
      gitignoreFile: texts.value.get(GITIGNORE_PATH) ?? ABSENT,
      identity: host.identity,
    });
    const told = withoutErrors(snapshot.diagnostics);
    return planned.map(({ value, diagnostics }) => ({
      value,
      diagnostics: [...told, ...chosen.value.warnings, ...diagnostics].sort(compareDiagnostics),
    }));
  });
}
