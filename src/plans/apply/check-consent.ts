import { err, ok, type Result } from 'neverthrow';
import { compareStrings } from '../../base/compare-strings.js';
import { isNonEmpty } from '../../base/non-empty.js';
import { isJsonObject } from '../../codec/json-object.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { malformedPlan } from '../malformed-plan.js';
import type { IdentityChange, Plan } from '../plan.js';

/**
 * What a person agrees to before a plan is applied. Only identities that a plan derives need it: change class
 * `identity-derived`. It never covers another class.
 */
export interface PlanConsent {
  /** The derived uuids that are agreed to, each named. */
  readonly uuids?: readonly string[];
  /** The digest of the very plan that was looked at: agrees to every uuid that this plan derives. */
  readonly planDigest?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether something is a change as far as it is looked at here: a uuid, where it gives one, is a text. */
function isChange(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const after: unknown = value['after'];
  const uuid: unknown = isJsonObject(after) ? after['asset_uuid'] : null;
  return uuid === null || uuid === undefined || isText(uuid);
}

function isDerived({ kind }: IdentityChange): boolean {
  return kind === 'identity-derived';
}

/** The uuids that a plan derives, by code units. */
function uuidsNeedingConsent({ identityChanges }: Pick<Plan, 'identityChanges'>): readonly string[] {
  const uuids = identityChanges.filter(isDerived).flatMap(({ after }) => (after?.asset_uuid ? [after.asset_uuid] : []));
  return [...new Set(uuids)].sort(compareStrings);
}

/**
 * Checks that every uuid which a plan derives is agreed to, and that what is agreed to is this plan's: a uuid that the plan
 * does not derive, or the digest of another plan, tells that someone had something else in mind.
 *
 * What is no consent, as programs without types may have it, agrees to nothing.
 *
 * Codes: PLAN_CONSENT_MISSING, PLAN_CONSENT_UNKNOWN; PLAN_MALFORMED of what is no plan.
 *
 * @example
 * ```ts
 * import { checkConsent, planRegister } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const planned = await planRegister(createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) }));
 * if (planned.isOk()) {
 *   console.log(checkConsent(planned.value.value).isOk()); // true
 *   const meant = checkConsent(planned.value.value, { uuids: ['0b7c1f3e-5a7d-4c62-9f0e-2d8a4b6c1e90'] });
 *   console.log(meant.isErr() && meant.error[0].code); // PLAN_CONSENT_UNKNOWN
 * }
 * ```
 */
export function checkConsent(plan: Pick<Plan, 'identityChanges' | 'digest'>, consent?: PlanConsent): Result<void, Failure> {
  const changes: unknown = isJsonObject(plan) ? plan.identityChanges : null;
  if (!Array.isArray(changes) || !changes.every(isChange)) return err([malformedPlan('/identityChanges', 'a list of changes')]);
  const needed = uuidsNeedingConsent(plan);
  const derived = new Set(needed);
  const named: unknown = consent?.uuids;
  const given = new Set<string>(Array.isArray(named) ? named.filter(isText) : []);
  const planDigest = isText(consent?.planDigest) ? consent.planDigest : undefined;
  const isWhole = planDigest !== undefined && planDigest === plan.digest;
  const missing = isWhole ? [] : needed.filter((uuid) => !given.has(uuid));
  const unknown = [...given].filter((uuid) => !derived.has(uuid)).sort(compareStrings);
  const foreign = planDigest === undefined || isWhole ? null : planDigest;
  const location = { kind: 'workspace' } as const;
  const refusals: Diagnostic[] = [];
  if (missing.length > 0) refusals.push(diagnose('PLAN_CONSENT_MISSING', { artifact: 'plan', location, data: { uuids: missing } }));
  if (unknown.length > 0 || foreign !== null) {
    refusals.push(diagnose('PLAN_CONSENT_UNKNOWN', { artifact: 'plan', location, data: { uuids: unknown, planDigest: foreign } }));
  }
  return isNonEmpty(refusals) ? err(refusals) : ok();
}
