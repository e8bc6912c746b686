import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Location } from '../diagnostics/location.js';
import { migrationFacts } from './migration-facts.js';
import type { MigrationRun } from './migration-run.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** A file of an earlier version that was migrated in memory. */
export interface PendingFile {
  /** What came of it. */
  readonly run: MigrationRun;
  /** Where values of the file stand. */
  readonly locate: (pointer: string, part: 'key' | 'value') => Location;
  /** Whether only current versions are accepted. */
  readonly requireCurrent: boolean;
}

/** Says that the version of a file is deprecated; nothing where it is not. */
export function diagnoseDeprecated(
  descriptor: VersionDescriptor,
  { run, locate }: Omit<PendingFile, 'requireCurrent'>,
): readonly Diagnostic[] {
  const deprecated = descriptor.deprecated.find(({ version }) => version === run.from);
  if (deprecated === undefined) return [];
  const { artifact, field, supported } = descriptor;
  const location = locate(`/${field}`, 'value');
  const data = { version: run.from, removedIn: deprecated.removedIn, supported };
  const what = `migrate the file before release ${deprecated.removedIn}`;
  const tried = { found: run.from, steps: run.steps, outcome: run.outcome, implicated: run.identity === 'declared' };
  const facts = migrationFacts(descriptor, tried, { what, required: false, blocks: { build: false, studio: false } });
  return [diagnose('VERSION_DEPRECATED', { artifact, location, data, facts })];
}

/**
 * Says that a file is of an earlier version: a warning, or an error where only current versions are accepted; besides,
 * that its version is deprecated.
 *
 * Codes: MIGRATION_PENDING, VERSION_NOT_CURRENT, VERSION_DEPRECATED.
 */
export function diagnosePending(descriptor: VersionDescriptor, file: PendingFile): readonly Diagnostic[] {
  const { run, locate, requireCurrent } = file;
  const { artifact, field, current } = descriptor;
  const code = requireCurrent ? 'VERSION_NOT_CURRENT' : 'MIGRATION_PENDING';
  const tried = { found: run.from, steps: run.steps, outcome: run.outcome, implicated: run.identity === 'declared' };
  const blocks = { build: requireCurrent, studio: false };
  const facts = migrationFacts(descriptor, tried, { what: 'run migrate and apply what it shows', required: requireCurrent, blocks });
  const location = locate(`/${field}`, 'value');
  return [diagnose(code, { artifact, location, data: { version: run.from, current }, facts }), ...diagnoseDeprecated(descriptor, file)];
}
