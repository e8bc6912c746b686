import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { parsePolicy } from '../../src/operations/parse-policy.js';
import type { Policy } from '../../src/policy/policy.js';
import { policyText } from '../../src/report/policy-text.js';

const parse = (text: string) => parsePolicy(new TextEncoder().encode(text), 'policy.json');
const codesOf = (text: string) =>
  parse(text)
    ._unsafeUnwrapErr()
    .map(({ code, artifact, location }) => [code, artifact, 'pointer' in location ? location.pointer : null]);

const withoutPlaces = ({ rules, baseline }: Policy) => ({
  rules: rules.map(({ code, severity }) => ({ code, severity })),
  baseline: baseline.map(({ fingerprint, code, file }) => ({ fingerprint, code, file })),
});

describe('parsePolicy', () => {
  it('takes rules and baseline, with the places where they stand', () => {
    const entry = '{ "fingerprint": "0123456789abcdef", "code": "ASSET_NO_INPUTS", "file": "a" }';
    const { value, diagnostics } = parse(
      `{\n "policy_version": 1,\n "severities": { "ASSET_NO_INPUTS": "warning" },\n "baseline": [${entry}] }`,
    )._unsafeUnwrap();
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      rules: [
        { code: 'ASSET_NO_INPUTS', severity: 'warning', location: { file: 'policy.json', range: { start: { line: 3, column: 18 } } } },
      ],
      baseline: [{ fingerprint: '0123456789abcdef', code: 'ASSET_NO_INPUTS', file: 'a', location: { pointer: '/baseline/0' } }],
    });
  });

  it('takes a policy that asks for nothing, and keeps "$schema"', () => {
    expect(parse('{ "$schema": "x", "policy_version": 1 }')._unsafeUnwrap()).toEqual({
      value: { rules: [], baseline: [] },
      diagnostics: [],
    });
  });

  it('warns of a key that it does not know', () => {
    expect(parse('{ "policy_version": 1, "severites": {} }')._unsafeUnwrap().diagnostics).toMatchObject([
      { code: 'STRUCTURE_UNKNOWN_KEY', artifact: 'policy', data: { didYouMean: 'severities' } },
    ]);
  });

  it.each([
    ['', [['JSON_EMPTY', 'policy', '']]],
    ['{ "policy_version": 1, "policy_version": 1 }', [['JSON_DUPLICATE_KEY', 'policy', '/policy_version']]],
    ['{ "policy_version": 1, "severities": { "__proto__": "ignore" } }', [['JSON_RESERVED_KEY', 'policy', '/severities/__proto__']]],
    ['{ "severities": 7 }', [['POLICY_VERSION_UNSUPPORTED', 'policy', '']]],
    ['{ "policy_version": 2, "severities": 7 }', [['POLICY_VERSION_UNSUPPORTED', 'policy', '/policy_version']]],
    ['{ "policy_version": 1.0 }', [['POLICY_VERSION_UNSUPPORTED', 'policy', '/policy_version']]],
    ['{ "policy_version": 1, "severities": { "A": "off" } }', [['STRUCTURE_NOT_ALLOWED', 'policy', '/severities/A']]],
    [
      '{ "policy_version": 1, "baseline": [{ "fingerprint": "0", "code": 1 }] }',
      [
        ['STRUCTURE_BAD_FORMAT', 'policy', '/baseline/0/fingerprint'],
        ['STRUCTURE_MISSING_KEY', 'policy', '/baseline/0'],
        ['STRUCTURE_WRONG_TYPE', 'policy', '/baseline/0/code'],
      ],
    ],
  ])('refuses %j', (text, expected) => {
    expect([...codesOf(text)].sort()).toEqual([...expected].sort());
  });

  it('refuses bytes that are no text', () => {
    expect(parsePolicy(Uint8Array.of(0x7b, 0xff, 0x7d), 'p')._unsafeUnwrapErr()).toMatchObject([{ code: 'JSON_NOT_UTF8' }]);
  });

  it('reads back what is written', () => {
    const code = fc.constantFrom(...Object.keys(catalogue));
    const rule = fc.record({ code, severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const, 'ignore' as const) });
    const fingerprint = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 16, maxLength: 16 }).map((digits) => digits.join(''));
    const entry = fc.record({ fingerprint, code, file: fc.string({ unit: 'grapheme' }) });
    const policy = fc.record({
      rules: fc.uniqueArray(rule, { selector: (each) => each.code }),
      baseline: fc.array(entry),
    });
    fc.assert(
      fc.property(policy, (written) => {
        const read = withoutPlaces(parse(policyText(written))._unsafeUnwrap().value);
        const byCode = [...written.rules].sort((a, b) => (a.code < b.code ? -1 : 1));
        expect(read).toEqual({ ...written, rules: byCode });
      }),
    );
  });
});
