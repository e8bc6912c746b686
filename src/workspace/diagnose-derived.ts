import { assetDescriptor } from '../artifacts/asset/descriptor.js';
import type { RegistryRecord } from '../artifacts/registry/model.js';
import { diagnose } from '../diagnostics/diagnose.js';
import { migrationFacts } from '../versioning/migration-facts.js';
import type { AcceptedAsset } from './accept-workspace.js';
import type { PendingDiagnostic } from './diagnose-identity.js';
import { declarationOf } from './input-tree.js';
import type { PendingMigration } from './pending-migration.js';

const WHAT = 'preview migrate, and apply it with consent to this identity';

/** Says that the identity of an asset stands in no file yet, so that no build may publish it: IDENTITY_DERIVED. */
export function diagnoseDerived(
  { root, asset_id, asset_uuid }: RegistryRecord,
  { from, steps }: PendingMigration,
  { locate }: Pick<AcceptedAsset, 'locate'>,
): PendingDiagnostic {
  const code = 'IDENTITY_DERIVED';
  const outcome = steps.every((step) => step.outcome === 'succeeded') ? 'succeeded' : 'failed';
  const consequences = { what: WHAT, required: true, blocks: { build: true, studio: false } };
  return {
    code,
    file: declarationOf(root),
    make: () =>
      diagnose(code, {
        artifact: 'asset',
        location: locate('', 'value'),
        data: { root, assetId: asset_id, uuid: asset_uuid },
        subject: root,
        facts: migrationFacts(assetDescriptor, { found: from, steps, outcome, implicated: true }, consequences),
      }),
  };
}
