import { compareStrings, type Policy } from 'prometeu-packer';
import { escapeJson } from './escape-json.js';

/**
 * Writes a policy file: two spaces, codes by code units, a final line end. `parsePolicy` reads it.
 *
 * @example
 * ```ts
 * import { baselineOf } from 'prometeu-packer';
 * import { policyText } from 'prometeu-packer/report';
 *
 * console.log(JSON.parse(policyText({ rules: [], baseline: baselineOf([]) }))); // { policy_version: 1, severities: {}, baseline: [] }
 * ```
 */
export function policyText({ rules, baseline }: Policy): string {
  const severities = new Map(rules.map(({ code, severity }) => [code, severity]));
  const file = {
    policy_version: 1,
    severities: Object.fromEntries([...severities].sort(([a], [b]) => compareStrings(a, b))),
    baseline: baseline.map(({ fingerprint, code, file: found }) => ({ fingerprint, code, file: found })),
  };
  return `${escapeJson(JSON.stringify(file, null, 2))}\n`;
}
