import { archiveLayout } from '../../artifacts/archive/layout.js';
import type { DiagnosticData } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { hasCode } from './has-code.js';

/** A version number of a build output that is newer than the one this release writes. */
export type NewerVersion = Pick<DiagnosticData<'PLAN_TARGET_NEWER'>, 'field' | 'found' | 'current'>;

function versionsNamed(finding: Diagnostic): readonly NewerVersion[] {
  const { envelope, headerVersion } = archiveLayout;
  const { major, minor } = envelope;
  if (hasCode(finding, 'ARCHIVE_ENVELOPE_UNSUPPORTED'))
    return [{ field: 'envelope_major', found: finding.data.found.major, current: major }];
  if (hasCode(finding, 'ARCHIVE_ENVELOPE_MINOR_UNKNOWN'))
    return [{ field: 'envelope_minor', found: finding.data.found.minor, current: minor }];
  if (hasCode(finding, 'VERSION_TOO_NEW')) return [{ field: 'schema_version', found: finding.data.version, current: 1 }];
  if (!hasCode(finding, 'ARCHIVE_HEADER_VERSION') || typeof finding.data.found !== 'number') return [];
  return [{ field: 'header_version', found: finding.data.found, current: headerVersion }];
}

/**
 * The versions in what readers found out about a build output that are newer than what this release writes. Every other
 * fault of an output does not matter to a build: it is replaced.
 */
export function findNewerVersions(findings: readonly Diagnostic[]): readonly NewerVersion[] {
  return findings.flatMap(versionsNamed).filter(({ found, current }) => found > current);
}
