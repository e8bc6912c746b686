import { registryDescriptor } from '../artifacts/registry/descriptor.js';
import { diagnose } from '../diagnostics/diagnose.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import { refusalFacts } from '../versioning/refusal-facts.js';
import type { AcceptedRegistry, UndecidedRecord } from './accept-workspace.js';
import type { PendingDiagnostic } from './diagnose-identity.js';

/** Says that a record gets no identity, so that the registry could not be migrated: IDENTITY_UNDECIDED. */
export function diagnoseUndecided(
  { index, root, assetId, refusal }: UndecidedRecord,
  { version, locate }: Pick<AcceptedRegistry, 'version' | 'locate'>,
): PendingDiagnostic {
  const { reason, others, otherCount } = refusal;
  const code = 'IDENTITY_UNDECIDED';
  return {
    code,
    file: REGISTRY_PATH,
    make: () =>
      diagnose(code, {
        artifact: 'registry',
        location: locate(`/assets/${index}`, 'value'),
        data: { root, assetId, reason, others, otherCount },
        subject: `${assetId} ${root}`,
        facts: refusalFacts(registryDescriptor, version, 'settle by hand which identity the record is to get'),
      }),
  };
}
