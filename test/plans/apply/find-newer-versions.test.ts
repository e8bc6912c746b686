import { expect, it } from 'vitest';
import type { DiagnosticCode } from '../../../src/diagnostics/catalogue.js';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { findNewerVersions } from '../../../src/plans/apply/find-newer-versions.js';
import { malformedPlan } from '../../../src/plans/malformed-plan.js';

function finding(code: DiagnosticCode, data: unknown): Diagnostic {
  return { ...malformedPlan('', ''), ...({ code, data } as Diagnostic) };
}

const envelope = (major: number, minor: number): unknown => ({ found: { major, minor } });

it.each<[string, DiagnosticCode, unknown, unknown]>([
  ['an envelope', 'ARCHIVE_ENVELOPE_UNSUPPORTED', envelope(2, 9), { field: 'envelope_major', found: 2, current: 1 }],
  ['a minor envelope', 'ARCHIVE_ENVELOPE_MINOR_UNKNOWN', envelope(1, 3), { field: 'envelope_minor', found: 3, current: 0 }],
  ['a header', 'ARCHIVE_HEADER_VERSION', { found: 2 }, { field: 'header_version', found: 2, current: 1 }],
  ['a schema', 'VERSION_TOO_NEW', { version: 2 }, { field: 'schema_version', found: 2, current: 1 }],
])('tells the version of %s that is newer', (_, code, data, expected) => {
  expect(findNewerVersions([finding(code, data)])).toEqual([expected]);
});

it.each<[string, DiagnosticCode, unknown]>([
  ['an older envelope', 'ARCHIVE_ENVELOPE_UNSUPPORTED', envelope(0, 9)],
  ['the envelope of this release', 'ARCHIVE_ENVELOPE_UNSUPPORTED', envelope(1, 9)],
  ['the minor envelope of this release', 'ARCHIVE_ENVELOPE_MINOR_UNKNOWN', envelope(2, 0)],
  ['an older header', 'ARCHIVE_HEADER_VERSION', { found: 0 }],
  ['the header of this release', 'ARCHIVE_HEADER_VERSION', { found: 1 }],
  ['a header version that is no number', 'ARCHIVE_HEADER_VERSION', { found: '9' }],
  ['no header version', 'ARCHIVE_HEADER_VERSION', { found: null }],
  ['the schema of this release', 'VERSION_TOO_NEW', { version: 1 }],
  ['another fault', 'ARCHIVE_TRUNCATED', { found: 9, version: 9, expected: 10 }],
])('does not mind %s', (_, code, data) => {
  expect(findNewerVersions([finding(code, data)])).toEqual([]);
});

it('tells all of them, in the order of the findings', () => {
  const tooNew = finding('VERSION_TOO_NEW', { version: 7 });
  const other = diagnose('PLAN_CANCELLED', { artifact: 'plan', location: { kind: 'workspace' }, data: { phase: 'recheck' } });
  const found = findNewerVersions([tooNew, other, finding('ARCHIVE_HEADER_VERSION', { found: 3 })]);
  expect(found.map(({ field }) => field)).toEqual(['schema_version', 'header_version']);
  expect(findNewerVersions([])).toEqual([]);
});
