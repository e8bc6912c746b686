import { applyPolicy, type Policy, parsePolicy } from 'prometeu-packer';
import { policyText } from 'prometeu-packer/report';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import { type Boundary, holds } from '../boundary.js';
import { encode, handsOf } from '../seeds.js';

const policy = `{
  "policy_version": 1,
  "severities": { "STRUCTURE_UNKNOWN_KEY": "error", "SOURCE_EMPTY": "warning", "IDENTITY_COPY": "error" },
  "baseline": [{ "fingerprint": "0123456789abcdef", "code": "STRUCTURE_UNKNOWN_KEY", "file": "assets/a/asset.json" }]
}`;

const location = { kind: 'file', file: 'assets/a/asset.json' } as const;
const findings = [
  diagnose('PLAN_LOCKED', { artifact: 'workspace', location, data: { path: 'a', owner: null } }),
  diagnose('VERSION_MISSING', { artifact: 'asset', location, data: { field: 'schema_version', supported: '>=1 <2', lookalikes: [] } }),
];

/** The policy of a project: it can raise findings, and never hide what identity, trust or version say. */
export const policyBoundary: Boundary = {
  name: 'policy',
  extension: 'json',
  words: [
    '"ignore"',
    '"info"',
    '"warning"',
    '"error"',
    '"VERSION_MISSING"',
    '"PATH_ESCAPES_ROOT"',
    '"NO_SUCH_CODE"',
    '"__proto__"',
    '"policy_version":2',
  ],
  seeds: () => [
    ...handsOf(policy),
    encode('{"policy_version": 1}'),
    encode('{"policy_version": 1, "severities": {"VERSION_MISSING": "ignore"}}'),
  ],
  run: (bytes) =>
    parsePolicy(bytes, 'policy.json').match<ReturnType<Boundary['run']>>(
      ({ value, diagnostics }) => ({ value: { policy: value, applied: applyPolicy(findings, value) }, diagnostics }),
      (diagnostics) => ({ value: null, diagnostics }),
    ),
  check: ({ value }) => {
    if (value === null) return;
    const { policy: accepted, applied } = value as { policy: Policy; applied: unknown };
    holds(JSON.stringify(applied).includes('"VERSION_MISSING"'), 'no policy hides a finding about versions');
    const again = parsePolicy(encode(policyText(accepted)), 'policy.json');
    holds(again.isOk() && policyText(again.value.value) === policyText(accepted), 'what was accepted is accepted again as it is written');
  },
};
