import { isProtectedCode, parsePolicy, severityOf, type Diagnostic } from 'prometeu-packer';
import { ciAnnotations, sarifLog } from 'prometeu-packer/report';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import { guidePage } from './page-examples.js';
import { pageSection } from './page-table.js';

const page = guidePage('docs/policy.md');

/** As many findings as asked for, each in a file of its own. */
const findings = (count: number): readonly Diagnostic[] =>
  Array.from({ length: count }, (_, index) =>
    diagnose('JSON_EMPTY', { artifact: 'asset', location: { kind: 'file', file: `assets/${index}/asset.json` }, data: { bytes: 0 } }),
  );

describe('docs/policy.md', () => {
  it('shows a policy that is one', () => {
    const [example] = page.blocks.filter(({ language }) => language === 'json');
    const parsed = parsePolicy(new TextEncoder().encode(example?.text), 'policy.json');
    expect(parsed.isOk() && parsed.value.diagnostics).toEqual([]);
  });

  it('lists the errors that a policy may lower, and no other', () => {
    const lowerable = Object.keys(catalogue).filter((code) => severityOf(code) === 'error' && !isProtectedCode(code));
    const sentence =
      pageSection(page.text, 'Severities')
        .split('\n')
        .find((line) => line.startsWith('The errors that a policy may lower')) ?? '';
    const list = sentence.split(': ')[1]?.split('. ')[0] ?? '';
    expect(list.replaceAll('`', '').split(', ')).toEqual(lowerable.sort());
  });

  it('names codes that there are', () => {
    const named = [...page.text.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([code]) => code);
    expect(named).toContain('POLICY_BASELINE_STALE');
    expect(named.filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
  });

  it('tells how much GitHub is given', () => {
    const annotations = ciAnnotations(findings(20))
      .split('\n')
      .filter((line) => line.startsWith('::error'));
    expect(page.text).toContain(`at most ${annotations.length} of a severity`);
    const log = sarifLog({ command: 'doctor', diagnostics: findings(25_001), version: '0.0.0', exitCode: 1 });
    expect(page.text).toContain(`at most ${(log.runs[0]?.results.length ?? 0).toLocaleString('en-US')} results`);
  });
});
