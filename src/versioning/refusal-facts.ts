import type { VersionFacts } from '../diagnostics/version-facts.js';
import { supportWindow } from './support-window.js';
import type { VersionDescriptor } from './version-descriptor.js';

/**
 * The six facts for a file whose version could not be accepted, so that nothing was migrated.
 *
 * @param found - the version's integer or token; null where none was found.
 * @param what - what a person has to do.
 */
export function refusalFacts(descriptor: VersionDescriptor, found: number | string | null, what: string): VersionFacts {
  const refused = descriptor.whenUnsupported === 'refuse';
  return {
    found,
    supported: { range: descriptor.supported, oldest: supportWindow(descriptor).oldest, current: descriptor.current },
    migration: { attempted: false, steps: [], outcome: 'not-attempted' },
    identity: {
      implicated: descriptor.identityFields.length > 0,
      fields: descriptor.identityFields,
      registry: descriptor.artifact === 'registry' || descriptor.artifact === 'asset',
    },
    manualAction: { required: refused, what },
    blocks: { build: refused, studio: refused },
  };
}
