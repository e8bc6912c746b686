import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { catalogue, type DiagnosticCode } from '../../src/diagnostics/catalogue.js';
import { countDiagnostics, hasErrors } from '../../src/diagnostics/count-diagnostics.js';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { applyPolicy } from '../../src/policy/apply-policy.js';
import { baselineOf } from '../../src/policy/baseline-of.js';
import { isProtectedCode } from '../../src/policy/is-protected-code.js';
import type { Policy, PolicyRule } from '../../src/policy/policy.js';
import { atBytes, atHostileFile, atText, omitted } from '../report/sample-diagnostics.js';

const rules = (...list: readonly (readonly [string, PolicyRule['severity']])[]): Policy => ({
  rules: list.map(([code, severity]) => ({ code, severity })),
  baseline: [],
});

const damaged = diagnose('JSON_DUPLICATE_KEY', {
  artifact: 'asset',
  location: { kind: 'file', file: 'a' },
  data: { key: 'name', total: 2 },
});

const imported = diagnose('IDENTITY_IMPORTED', {
  artifact: 'asset',
  location: { kind: 'file', file: 'assets/a/asset.json' },
  data: { root: 'a', claimed: null, recorded: null, assetId: null, recordedRoot: null, others: [], otherCount: 0, choices: [] },
});

const codesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

describe('applyPolicy', () => {
  it('raises and lowers by code, and leaves the rest as it is', () => {
    const policy = rules(['WORKSPACE_LOOSE_FILES', 'error'], ['ASSET_FORMAT_UNSUITABLE', 'info']);
    const { diagnostics, before, after } = applyPolicy([atHostileFile, atText, atBytes], policy);
    expect(new Map(diagnostics.map(({ code, severity }) => [code, severity]))).toEqual(
      new Map([
        ['WORKSPACE_LOOSE_FILES', 'error'],
        ['ASSET_FORMAT_UNSUITABLE', 'info'],
        ['ASSET_NO_INPUTS', 'error'],
      ]),
    );
    expect([before, after]).toEqual([
      { error: 2, warning: 1, info: 0 },
      { error: 2, warning: 0, info: 1 },
    ]);
  });

  it('leaves out what is ignored by code, and what is known by fingerprint and code', () => {
    const policy: Policy = { ...rules(['WORKSPACE_LOOSE_FILES', 'ignore']), baseline: baselineOf([atText]) };
    const { diagnostics, suppressed, suppressedCount } = applyPolicy([atHostileFile, atText, atBytes], policy);
    expect(diagnostics).toEqual([atBytes]);
    expect(suppressed).toEqual([
      { diagnostic: atHostileFile, by: 'rule' },
      { diagnostic: atText, by: 'baseline' },
    ]);
    expect(suppressedCount).toBe(2);
  });

  it('refuses to lower, ignore or baseline what is protected, and raises it', () => {
    for (const wanted of ['warning', 'info', 'ignore'] as const) {
      const { diagnostics, suppressed } = applyPolicy([damaged], rules(['JSON_DUPLICATE_KEY', wanted]));
      expect(diagnostics).toContainEqual(damaged);
      expect(diagnostics).toContainEqual(
        expect.objectContaining({ code: 'POLICY_CODE_PROTECTED', severity: 'error', data: { code: 'JSON_DUPLICATE_KEY', wanted } }),
      );
      expect(suppressed).toEqual([]);
    }
    const { fingerprint } = damaged;
    const baseline = [{ fingerprint, code: 'JSON_DUPLICATE_KEY', file: 'a' }];
    expect(applyPolicy([damaged], { rules: [], baseline }).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'POLICY_CODE_PROTECTED', data: { code: 'JSON_DUPLICATE_KEY', wanted: 'baseline' } }),
    );
    expect(applyPolicy([imported], rules(['IDENTITY_IMPORTED', 'error'])).diagnostics).toEqual([{ ...imported, severity: 'error' }]);
    expect(codesOf(applyPolicy([imported], rules(['IDENTITY_IMPORTED', 'info'])).diagnostics)).toEqual([
      'POLICY_CODE_PROTECTED',
      'IDENTITY_IMPORTED',
    ]);
  });

  it('is not fooled by a baseline that gives a protected finding another code', () => {
    const baseline = [{ fingerprint: damaged.fingerprint, code: 'ASSET_NO_INPUTS', file: 'a' }];
    expect(applyPolicy([damaged], { rules: [], baseline })).toMatchObject({ diagnostics: [damaged], suppressed: [] });
  });

  it('refuses a code that is not there, at the place where it is named', () => {
    const location = { kind: 'file', file: 'policy.json' } as const;
    const policy: Policy = {
      rules: [{ code: 'toString', severity: 'ignore', location }],
      baseline: [{ ...baselineOf([atText])[0]!, code: 'NO' }],
    };
    const { diagnostics } = applyPolicy([], policy);
    expect(diagnostics).toMatchObject([
      { code: 'POLICY_CODE_UNKNOWN', location: { kind: 'workspace' }, data: { code: 'NO' } },
      { code: 'POLICY_CODE_UNKNOWN', location, data: { code: 'toString' } },
    ]);
  });

  it('counts what a list leaves out by the rule of its code', () => {
    expect(applyPolicy([omitted], rules(['ASSET_NO_INPUTS', 'warning'])).after).toEqual({ error: 0, warning: 30, info: 1 });
    const ignored = applyPolicy([atBytes, omitted], rules(['ASSET_NO_INPUTS', 'ignore']));
    expect(ignored).toMatchObject({ diagnostics: [], suppressedCount: 32, after: { error: 0, warning: 0, info: 0 } });
    const known = applyPolicy([atBytes, omitted], { rules: [], baseline: baselineOf([atBytes, omitted]) });
    expect(known).toMatchObject({ diagnostics: [omitted], suppressedCount: 1, after: { error: 30, warning: 0, info: 1 } });
    expect(applyPolicy([omitted], rules(['DIAGNOSTICS_OMITTED', 'error'])).after).toEqual({ error: 31, warning: 0, info: 0 });
    expect(codesOf(applyPolicy([omitted], rules(['DIAGNOSTICS_OMITTED', 'ignore'])).diagnostics)).toEqual([
      'POLICY_CODE_PROTECTED',
      'DIAGNOSTICS_OMITTED',
    ]);
  });

  it('keeps the errors that a list only counts, also where those it shows are all known', () => {
    const policy: Policy = { rules: [], baseline: baselineOf([atBytes]) };
    const { diagnostics, after } = applyPolicy([atBytes, omitted], policy);
    expect([hasErrors(diagnostics), after.error]).toEqual([true, 30]);
    const known = applyPolicy([atBytes, omitted], rules(['ASSET_NO_INPUTS', 'warning']));
    expect([hasErrors(known.diagnostics), known.after]).toEqual([false, { error: 0, warning: 31, info: 1 }]);
  });

  it('counts the errors of a refusal in full, whatever becomes of their code', () => {
    const { diagnostics, after } = applyPolicy([atBytes, omitted], rules(['ASSET_NO_INPUTS', 'ignore']), { refused: true });
    expect([diagnostics, after]).toEqual([[omitted, atBytes], { error: 31, warning: 0, info: 1 }]);
  });

  it('tells what is known and gone, where the findings are all there are', () => {
    const policy: Policy = { rules: [], baseline: baselineOf([atText, atBytes]) };
    expect(applyPolicy([atText], policy).diagnostics).toEqual([]);
    expect(applyPolicy([atText], policy, { complete: true }).diagnostics).toMatchObject([
      { code: 'POLICY_BASELINE_STALE', severity: 'info', data: { code: 'ASSET_NO_INPUTS', fingerprint: atBytes.fingerprint } },
    ]);
    expect(codesOf(applyPolicy([atText, omitted], policy, { complete: true }).diagnostics)).toEqual(['DIAGNOSTICS_OMITTED']);
  });

  it('leaves every error as it is where the errors say why something was refused', () => {
    const policy: Policy = { ...rules(['ASSET_NO_INPUTS', 'ignore'], ['WORKSPACE_LOOSE_FILES', 'ignore']), baseline: baselineOf([atText]) };
    expect(applyPolicy([atHostileFile, atText, atBytes], policy, { refused: true })).toMatchObject({
      suppressed: [{ diagnostic: atHostileFile }],
      after: { error: 2 },
    });
    const raised = applyPolicy([atHostileFile], rules(['WORKSPACE_LOOSE_FILES', 'error']), { refused: true });
    expect(raised.after.error).toBe(1);
  });

  it('loses no finding, hides no protected one and lowers none, whatever the policy', () => {
    const codes = Object.keys(catalogue) as DiagnosticCode[];
    const finding = fc.tuple(fc.constantFrom(...codes), fc.nat(20)).map(([code, at]): Diagnostic => {
      const location = { kind: 'file', file: `f${at}` } as const;
      const { severity } = catalogue[code];
      return {
        ...atBytes,
        code,
        severity,
        location,
        fingerprint: `${code}${at}`,
        ...(code === 'DIAGNOSTICS_OMITTED' && { data: omitted.data }),
      };
    });
    const rule = fc.record({
      code: fc.constantFrom<string>(...codes, 'NONE'),
      severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const, 'ignore' as const),
    });
    const findings = fc.uniqueArray(finding, { selector: ({ fingerprint }) => fingerprint, maxLength: 30 });
    const total = ({ error, warning, info }: ReturnType<typeof countDiagnostics>): number => error + warning + info;
    fc.assert(
      fc.property(findings, fc.array(rule, { maxLength: 30 }), fc.boolean(), fc.boolean(), (found, list, complete, refused) => {
        const baseline = found.map(({ fingerprint, code }) => ({ fingerprint, code, file: '' }));
        const { diagnostics, suppressed, before, after, suppressedCount } = applyPolicy(
          found,
          { rules: list, baseline: complete ? baseline : [] },
          { complete, refused },
        );
        const about = diagnostics.filter(({ artifact }) => artifact === 'policy');
        expect(total(after) - total(countDiagnostics(about)) + suppressedCount).toBe(total(before));
        expect(before).toEqual(countDiagnostics(found));
        const hidden = suppressed.map(({ diagnostic }) => diagnostic.code).filter((code) => code !== 'DIAGNOSTICS_OMITTED');
        expect(hidden.filter(isProtectedCode)).toEqual([]);
        const left = new Map(diagnostics.map(({ fingerprint, severity }) => [fingerprint, severity]));
        for (const { code, fingerprint, severity } of found.filter(({ code: of }) => isProtectedCode(of))) {
          if (code === 'DIAGNOSTICS_OMITTED') continue; // follows the code that it counts
          expect([severity, 'error', severity === 'info' ? 'warning' : 'error']).toContain(left.get(fingerprint));
        }
        if (refused) expect(after.error).toBeGreaterThanOrEqual(before.error);
      }),
    );
  });
});
