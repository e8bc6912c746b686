import { err, ok, type Result } from 'neverthrow';
import { isNonEmpty } from '../base/non-empty.js';
import { hasErrors } from '../diagnostics/count-diagnostics.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Failure, Outcome } from '../diagnostics/outcome.js';
import { GITIGNORE_PATH, REGISTRY_PATH } from '../paths/owned-paths.js';
import type { RegisterHost } from '../ports/packer-host.js';
import type { Plan } from '../plans/plan.js';
import { findUndeclared, type UndeclaredFolder } from '../plans/register/find-undeclared.js';
import { planRegistration } from '../plans/register/plan-registration.js';
import { rootOf } from '../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { readText } from './read-text.js';
import { sniffFolders } from './sniff-folders.js';
import { takeSnapshot } from './take-snapshot.js';

/** Options of {@link planRegister}. */
export interface RegisterOptions extends ReadOptions {
  /** Folders to register, relative to `assets/` or from the workspace root; every undeclared folder where absent. */
  readonly roots?: readonly string[];
}

function chooseFolders(snapshot: WorkspaceSnapshot, roots: readonly string[] | undefined): Result<readonly UndeclaredFolder[], Failure> {
  const undeclared = findUndeclared(snapshot);
  if (roots === undefined) return ok(undeclared);
  const known = new Set([...undeclared, ...snapshot.assets].map(({ root }) => root));
  const wanted = new Set(roots.map((root) => (known.has(root) ? root : (rootOf(root) ?? root))));
  const unknown = [...wanted]
    .filter((root) => !known.has(root))
    .map((root) =>
      diagnose('REGISTER_ROOT_NOT_FOUND', { artifact: 'workspace', location: { kind: 'workspace' }, data: { root }, subject: root }),
    );
  return isNonEmpty(unknown) ? err(unknown) : ok(undeclared.filter(({ root }) => wanted.has(root)));
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
 * if (planned.isOk()) console.log(planned.value.value.edits.map(({ path }) => path));
 * // assets/.prometeu/.gitignore, assets/.prometeu/index.json, assets/palette/asset.json
 * ```
 */
export function planRegister(host: RegisterHost, options: RegisterOptions = {}): Promise<Outcome<Plan>> {
  return guardOperation('planRegister', async (): Promise<Outcome<Plan>> => {
    const context = readContext(host, options);
    const snapshot = await takeSnapshot(context);
    if (snapshot.isErr()) return err(snapshot.error);
    const { blocked, diagnostics, registryFound, registry } = snapshot.value;
    if ((blocked || (registryFound && registry === null)) && isNonEmpty(diagnostics) && hasErrors(diagnostics)) return err(diagnostics);
    const chosen = chooseFolders(snapshot.value, options.roots);
    if (chosen.isErr()) return err(chosen.error);
    const sniffed = await sniffFolders(context, chosen.value);
    if (sniffed.isErr()) return err(sniffed.error);
    const registryFile = await readText(context, REGISTRY_PATH);
    if (registryFile.isErr()) return err(registryFile.error);
    const gitignoreFile = await readText(context, GITIGNORE_PATH);
    if (gitignoreFile.isErr()) return err(gitignoreFile.error);
    const { folders, heads } = sniffed.value;
    return planRegistration({
      snapshot: snapshot.value,
      folders,
      heads,
      registryFile: registryFile.value,
      gitignoreFile: gitignoreFile.value,
      identity: host.identity,
    });
  });
}
