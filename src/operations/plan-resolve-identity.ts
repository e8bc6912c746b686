import { err } from 'neverthrow';
import type { Outcome } from '../diagnostics/outcome.js';
import type { Plan } from '../plans/plan.js';
import type { RegisterHost } from '../ports/packer-host.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { resolveInSnapshot } from './resolve-in-snapshot.js';
import { takeSnapshot } from './take-snapshot.js';

/** Options of {@link planResolveIdentity}. */
export interface ResolveIdentityOptions extends ReadOptions {
  /** Folder of the asset, relative to `assets/`; for a record without a folder the root that it names. */
  readonly root: string;
  /** What was chosen: one of the `choices` in the data of the identity finding. */
  readonly choice: string;
}

/**
 * Plans what settles the identity of one asset, as a person chose: what the registry records and what declarations claim,
 * no other file. Identities are looked up; a new one, where the choice is for one, comes from the injected source. Nothing
 * is written: give the plan to `applyPlan`.
 *
 * Refused where the workspace as a whole is in doubt, as `planRegister` is.
 *
 * Codes: RESOLVE_ROOT_NOT_FOUND, RESOLVE_CHOICE_NOT_OFFERED, RESOLVE_BY_HAND, RESOLVE_BLOCKED, RESOLVE_MIGRATE_FIRST,
 * REGISTER_IDS_EXHAUSTED, REGISTER_IDENTITY_REFUSED, REGISTRY_DUPLICATE_ROOT, PLAN_STALE.
 *
 * @example
 * ```ts
 * import { applyPlan, planRegister, planResolveIdentity } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const registered = await planRegister(host);
 * if (registered.isOk()) await applyPlan(host, registered.value.value);
 *
 * const declaration = host.files().get('assets/palette/asset.json');
 * if (declaration !== undefined) host.set('assets/palette-copy/asset.json', declaration); // somebody copies the folder
 * host.set('assets/palette-copy/colours.bin', new Uint8Array(64));
 * const planned = await planResolveIdentity(host, { root: 'palette-copy', choice: 'new-identity' });
 * if (planned.isOk()) console.log(planned.value.value.identityChanges.map(({ kind, root }) => [kind, root]));
 * // [ [ 'asset-registered', 'palette-copy' ] ]
 * ```
 */
export function planResolveIdentity(host: RegisterHost, options: ResolveIdentityOptions): Promise<Outcome<Plan>> {
  return guardOperation('planResolveIdentity', async (): Promise<Outcome<Plan>> => {
    const taken = await takeSnapshot(readContext(host, options));
    return taken.isErr() ? err(taken.error) : resolveInSnapshot(taken.value, options, host.identity);
  });
}
