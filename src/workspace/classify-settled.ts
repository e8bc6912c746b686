import type { IdentityClaim } from '../artifacts/asset/claim.js';
import { findClashes } from '../artifacts/registry/find-clashes.js';
import type { Registry, RegistryRecord } from '../artifacts/registry/model.js';
import { compareStrings } from '../base/compare-strings.js';
import type { InvolvedRoots } from './involved-roots.js';

/** The identity verdict on a root that is what is recorded of it. */
export interface SettledVerdict extends InvolvedRoots {
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** Its class. */
  readonly class: 'ok';
  /** What the folder claims. */
  readonly claim: IdentityClaim;
  /** The record of this root. */
  readonly record: RegistryRecord;
}

/** The records by root; null where two have one uuid or asset_id, or one that is retired. */
function indexRecords(registry: Registry): ReadonlyMap<string, RegistryRecord> | null {
  if (findClashes(registry).size > 0) return null;
  const byRoot = new Map<string, RegistryRecord>();
  for (const record of registry.assets) byRoot.set(record.root, record);
  return byRoot;
}

/**
 * The verdicts where all is settled: there are as many folders as records, and each folder claims, in canonical spelling, what is
 * recorded at its root. So no record is left over, or stands at the root of another. Since no two of them have one uuid or
 * asset_id, and none is retired, none is claimed twice: each is `ok`, and no other is involved.
 *
 * @returns what `classifyIdentity` answers; null where one of them may be anything else.
 */
export function classifySettled(registry: Registry, claims: ReadonlyMap<string, IdentityClaim>): SettledVerdict[] | null {
  if (registry.assets.length !== claims.size) return null;
  const records = indexRecords(registry);
  if (records === null) return null;
  const verdicts: SettledVerdict[] = [];
  const others: readonly string[] = [];
  for (const [root, claim] of claims) {
    const record = records.get(root);
    if (record === undefined || claim.kind !== 'valid' || claim.uuid !== record.asset_uuid) return null;
    verdicts.push({ root, claim, class: 'ok', record, others, otherCount: 0 });
  }
  return verdicts.sort((a, b) => compareStrings(a.root, b.root));
}
