import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { refusalFacts } from '../versioning/refusal-facts.js';
import type { VersionDescriptor } from '../versioning/version-descriptor.js';

/** Says that a file has to be migrated before a plan may change it. */
export function migrateFirst(file: string, descriptor: VersionDescriptor, version: number): Diagnostic<'RESOLVE_MIGRATE_FIRST'> {
  const { artifact, current } = descriptor;
  const facts = refusalFacts(descriptor, version, 'preview and apply the migration of the workspace first');
  const location = { kind: 'file', file } as const;
  const data = { version, current };
  return diagnose('RESOLVE_MIGRATE_FIRST', {
    artifact,
    location,
    data,
    facts: { ...facts, blocks: { build: false, studio: true } }, // builds take what was migrated in memory
  });
}
