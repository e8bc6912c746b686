import type { ArtifactKind } from '../diagnostics/artifact-kind.js';
import { findStructureFaults } from '../schema/find-structure-faults.js';
import { portableCompute } from '../codec/portable-compute.js';
import { type CertificateFault, verifyCertificate } from '../versioning/verify-certificate.js';
import { assetChain } from './asset/asset-chain.js';
import { assetDescriptor } from './asset/descriptor.js';
import { describeMigrations } from './describe-migrations.js';
import { registryDescriptor } from './registry/descriptor.js';
import { registryChain } from './registry/registry-chain.js';

/** Of a version outside the window nothing is known, so nothing of it is sound. */
function findUnsound(artifact: ArtifactKind, version: number, value: unknown): string | null {
  const chain = [assetChain, registryChain].find(({ descriptor }) => descriptor.artifact === artifact);
  const schema = chain?.schemas.get(version);
  return schema === undefined ? '' : (findStructureFaults(schema(), value).faults[0]?.pointer ?? null);
}

/**
 * Verifies the certificate of a migration against the file as it was and as it is now, without the engine that migrated
 * it: what a reviewer, or a CI job, goes by. Pure.
 *
 * @param certificate - from the report of a migration; it may have been through JSON, and is not trusted.
 * @param before - the file as it was.
 * @param after - the file as it is now.
 * @returns everything that does not hold; empty where the certificate is good.
 *
 * @example
 * ```ts
 * import { verifyMigration } from 'prometeu-packer';
 *
 * const nothing = new Uint8Array();
 * console.log(verifyMigration({}, nothing, nothing)[0]?.reason); // malformed
 * ```
 */
export function verifyMigration(certificate: unknown, before: Uint8Array, after: Uint8Array): readonly CertificateFault[] {
  const identityFields = new Set([...assetDescriptor.identityFields, ...registryDescriptor.identityFields]);
  return verifyCertificate(certificate, {
    before,
    after,
    steps: describeMigrations(),
    identityFields,
    findUnsound,
    compute: portableCompute,
  });
}
