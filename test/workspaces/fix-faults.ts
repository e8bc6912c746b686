import { applyPlan, doctor, type Diagnostic, type PackerHost, type Plan } from 'prometeu-packer';
import type { BrokenWorkspace } from './broken-workspace.js';

const RANKS = { info: 0, warning: 1, error: 2 } as const;

/** What a finding is, whatever place among the records it is told at. */
export const findingKey = ({ code, data, fingerprint }: Diagnostic): string =>
  code.startsWith('IDENTITY_') && 'root' in data ? `${code} ${data.root}` : `${code} ${fingerprint}`;

/** What the doctor finds. */
export async function findingsOf(host: PackerHost, { options }: BrokenWorkspace): Promise<readonly Diagnostic[]> {
  return (await doctor(host, options))._unsafeUnwrap().diagnostics;
}

/** What is found afterwards of what was to be mended, and what is new and no less severe. */
export function fixFaults(mended: readonly Diagnostic[], before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly string[] {
  const known = new Set(before.map(findingKey));
  const least = Math.min(...mended.map(({ severity }) => RANKS[severity]));
  const left = mended.filter((found) => after.some((one) => findingKey(one) === findingKey(found)));
  const added = after.filter((found) => !known.has(findingKey(found)) && RANKS[found.severity] >= least);
  return [...left.map((found) => `left ${findingKey(found)}`), ...added.map((found) => `added ${findingKey(found)}`)];
}

/** Applies a fix, with consent to what it derives. */
export async function applyFix(host: PackerHost, plan: Plan): Promise<void> {
  const consent = plan.identityChanges.some(({ kind }) => kind === 'identity-derived') ? { consent: { planDigest: plan.digest } } : {};
  (await applyPlan(host, plan, consent))._unsafeUnwrap();
}
