import { createCollector } from '../diagnostics/collector.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { countDiagnostics } from '../diagnostics/count-diagnostics.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type CheckedPolicy, checkPolicy, isLowered } from './check-policy.js';
import type { Policy } from './policy.js';
import type { PolicyOutcome, SuppressedDiagnostic } from './policy-outcome.js';

/** What the findings are that a policy is applied to. */
export interface PolicyOptions {
  /** Whether they are all that there is to find, so that a known finding that is not among them is gone; false unless told. */
  readonly complete?: boolean;
  /** Whether they say why an operation was refused, so that errors stay errors; false unless told. */
  readonly refused?: boolean;
}

type Judged = { readonly shown: Diagnostic } | SuppressedDiagnostic;

function isOmission(diagnostic: Diagnostic): diagnostic is Diagnostic<'DIAGNOSTICS_OMITTED'> {
  return diagnostic.code === 'DIAGNOSTICS_OMITTED';
}

/** The code that a policy looks at: findings that are only counted are judged by the code that they count. */
function judgedCode(diagnostic: Diagnostic): string {
  return isOmission(diagnostic) ? diagnostic.data.code : diagnostic.code;
}

function judge(diagnostic: Diagnostic, { rules, baseline }: CheckedPolicy, refused: boolean): Judged {
  const code = judgedCode(diagnostic);
  const rule = rules.get(code);
  const severity = isOmission(diagnostic) ? diagnostic.data.severity : diagnostic.severity;
  if (refused && severity === 'error' && (rule === undefined || isLowered(code, rule))) return { shown: diagnostic };
  if (rule === 'ignore') return { diagnostic, by: 'rule' };
  if (baseline.get(diagnostic.fingerprint) === diagnostic.code) return { diagnostic, by: 'baseline' };
  if (!isOmission(diagnostic)) return { shown: rule === undefined ? diagnostic : { ...diagnostic, severity: rule } };
  const own = rules.get('DIAGNOSTICS_OMITTED');
  const { data } = diagnostic;
  const counted = rule === undefined ? diagnostic : { ...diagnostic, data: { ...data, severity: rule } };
  return { shown: own === undefined || own === 'ignore' ? counted : { ...counted, severity: own } };
}

/** Says which known findings are gone; not of a code of which findings were left out, since they may be among those. */
function findStale({ baseline }: Policy, checked: CheckedPolicy, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const there = new Set(found.map(({ fingerprint, code }) => `${code} ${fingerprint}`));
  const omitted = new Set(found.filter(isOmission).map(judgedCode));
  return baseline
    .filter(
      ({ fingerprint, code }) => checked.baseline.get(fingerprint) === code && !there.has(`${code} ${fingerprint}`) && !omitted.has(code),
    )
    .map(({ fingerprint, code, location = { kind: 'workspace' } }) =>
      diagnose('POLICY_BASELINE_STALE', { artifact: 'policy', location, data: { fingerprint, code }, subject: fingerprint }),
    );
}

/**
 * Judges findings by a policy: raises and lowers severities by code, leaves out what is ignored by code or known by
 * fingerprint, and counts exactly. It changes what is shown and what an exit code says, and never what is allowed: a
 * verdict and a snapshot do not look at severities that a policy gave. What is protected ({@link isProtectedCode}) can
 * only be raised. Findings that a list only counts follow the rule of their code; a baseline never covers them.
 *
 * Codes: POLICY_CODE_UNKNOWN, POLICY_CODE_PROTECTED, POLICY_BASELINE_STALE.
 *
 * @example
 * ```ts
 * import { applyPolicy, doctor, hasErrors } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const report = await doctor(createMemoryWorkspace({}));
 * const found = report.isOk() ? report.value.diagnostics : [];
 * const policy = { rules: [{ code: 'STRUCTURE_UNKNOWN_KEY', severity: 'error' }], baseline: [] } as const;
 * const { diagnostics } = applyPolicy(found, policy, { complete: true });
 * console.log(hasErrors(diagnostics)); // true
 * ```
 */
export function applyPolicy(
  diagnostics: readonly Diagnostic[],
  policy: Policy,
  { complete = false, refused = false }: PolicyOptions = {},
): PolicyOutcome {
  const checked = checkPolicy(policy);
  const judged = diagnostics.map((diagnostic) => judge(diagnostic, checked, refused));
  const about = createCollector();
  about.addAll([...checked.diagnostics, ...(complete ? findStale(policy, checked, diagnostics) : [])]);
  const shown = judged.flatMap((each) => ('shown' in each ? [each.shown] : []));
  const left = [...shown, ...about.list()].sort(compareDiagnostics);
  const suppressed = judged.flatMap((each) => ('shown' in each ? [] : [each]));
  const counted = countDiagnostics(suppressed.map(({ diagnostic }) => diagnostic));
  return {
    diagnostics: left,
    suppressed,
    before: countDiagnostics(diagnostics),
    after: countDiagnostics(left),
    suppressedCount: counted.error + counted.warning + counted.info,
  };
}
