import { catalogue } from '../diagnostics/catalogue.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Location } from '../diagnostics/location.js';
import type { Severity } from '../diagnostics/severity.js';
import { isProtectedCode } from './is-protected-code.js';
import type { Policy, PolicyRule } from './policy.js';

const RANKS: Readonly<Record<Severity | 'ignore', number>> = { ignore: 0, info: 1, warning: 2, error: 3 };

/** A policy of which only what it may ask for is left, and what there is to say of the rest. */
export interface CheckedPolicy {
  /** What becomes of a code's findings. */
  readonly rules: ReadonlyMap<string, Severity | 'ignore'>;
  /** The codes of the findings that are known, by fingerprint. */
  readonly baseline: ReadonlyMap<string, string>;
  /** What was refused. */
  readonly diagnostics: readonly Diagnostic[];
}

const WORKSPACE: Location = { kind: 'workspace' };

/** Whether a severity is below the one that the catalogue gives a code. */
export function isLowered(code: string, severity: Severity | 'ignore'): boolean {
  return RANKS[severity] < RANKS[catalogue[code as keyof typeof catalogue].severity];
}

function refuse(code: string, wanted: PolicyRule['severity'] | 'baseline', location = WORKSPACE, subject: string): Diagnostic | null {
  if (!Object.hasOwn(catalogue, code)) return diagnose('POLICY_CODE_UNKNOWN', { artifact: 'policy', location, data: { code }, subject });
  if (wanted === 'error' || !isProtectedCode(code)) return null;
  if (wanted !== 'baseline' && !isLowered(code, wanted)) return null;
  return diagnose('POLICY_CODE_PROTECTED', { artifact: 'policy', location, data: { code, wanted }, subject });
}

/**
 * Takes what a policy may not ask for out of it.
 *
 * Codes: POLICY_CODE_UNKNOWN, POLICY_CODE_PROTECTED.
 */
export function checkPolicy({ rules, baseline }: Policy): CheckedPolicy {
  const sound = new Map<string, Severity | 'ignore'>();
  const known = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { code, severity, location } of rules) {
    const refusal = refuse(code, severity, location, code);
    if (refusal === null) sound.set(code, severity);
    else diagnostics.push(refusal);
  }
  for (const { fingerprint, code, location } of baseline) {
    const refusal = refuse(code, 'baseline', location, fingerprint);
    if (refusal === null) known.set(fingerprint, code);
    else diagnostics.push(refusal);
  }
  return { rules: sound, baseline: known, diagnostics };
}
