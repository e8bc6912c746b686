import { compareStrings } from '../base/compare-strings.js';
import type { IdentityClaim } from '../artifacts/asset/claim.js';
import { findClashes } from '../artifacts/registry/find-clashes.js';
import type { Registry, RegistryRecord } from '../artifacts/registry/model.js';
import { classifySettled } from './classify-settled.js';
import { claimedUuid } from './claimed-uuid.js';
import { type InvolvedRoots, involvedRoots } from './involved-roots.js';
import { type Claimants, indexClaimants } from './index-claimants.js';

/**
 * How a folder, or a record whose folder is gone, stands to the registry (CONTRACT.md §3). Total and disjoint: every
 * folder that holds an `asset.json`, and every record without one, has exactly one class.
 */
export type IdentityClass =
  | 'ok'
  | 'moved'
  | 'lost-claim'
  | 'spelling'
  | 'copy'
  | 'ambiguous'
  | 'conflict'
  | 'swapped'
  | 'invalid-claim'
  | 'retired-claim'
  | 'unregistered'
  | 'imported'
  | 'orphan'
  | 'id-conflict'
  | 'unreadable';

/** The identity verdict on one root. */
export interface IdentityVerdict extends InvolvedRoots {
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** Its class. */
  readonly class: IdentityClass;
  /**
   * What the folder claims; null where the root holds no `asset.json`. For a declaration of a version without identity it is
   * what a migration would declare, though it stands in no file yet; `none` where that is nothing.
   */
  readonly claim: IdentityClaim | null;
  /** The record of this root, or the one whose uuid is claimed here; null where neither exists. */
  readonly record: RegistryRecord | null;
}

interface Evidence {
  readonly claims: ReadonlyMap<string, IdentityClaim>;
  readonly byRoot: ReadonlyMap<string, RegistryRecord>;
  readonly byUuid: ReadonlyMap<string, RegistryRecord>;
  readonly claimants: Claimants;
  readonly retired: ReadonlySet<string>;
  readonly clashing: ReadonlySet<RegistryRecord>;
}

function gather(registry: Registry | null, claims: ReadonlyMap<string, IdentityClaim>): Evidence {
  const sorted: { readonly root: string; readonly claim: IdentityClaim }[] = [];
  for (const [root, claim] of claims) sorted.push({ root, claim });
  const byRoot = new Map<string, RegistryRecord>();
  const byUuid = new Map<string, RegistryRecord>();
  for (const record of (registry?.assets ?? []).toSorted((a, b) => compareStrings(a.root, b.root))) {
    byRoot.set(record.root, record);
    byUuid.set(record.asset_uuid, record); // of two of one uuid, order must not choose
  }
  return {
    claims,
    byRoot,
    byUuid,
    claimants: indexClaimants(sorted.sort((a, b) => compareStrings(a.root, b.root))),
    retired: new Set(registry?.retired.map(({ asset_uuid }) => asset_uuid)),
    clashing: registry === null ? new Set() : findClashes(registry),
  };
}

type Judged = Pick<IdentityVerdict, 'class' | 'record'> & { readonly involved: readonly string[] };

function judgeClaimed(root: string, uuid: string, spelled: boolean, evidence: Evidence): Judged {
  const { byRoot, byUuid, claims, claimants, clashing, retired } = evidence;
  const here = byRoot.get(root) ?? null;
  const recorded = byUuid.get(uuid) ?? null;
  const involved = claimants.get(uuid) ?? [];
  const contested = involved.length > 1;
  if (recorded !== null && clashing.has(recorded)) return { class: 'id-conflict', record: recorded, involved };
  if (retired.has(uuid)) return { class: 'retired-claim', record: here, involved };
  if (recorded !== null && recorded.root === root) {
    return { class: contested ? 'copy' : spelled ? 'spelling' : 'ok', record: recorded, involved };
  }
  if (here !== null) {
    const swapped = recorded !== null && claimedUuid(claims.get(recorded.root)) === here.asset_uuid;
    return { class: swapped ? 'swapped' : 'conflict', record: here, involved: recorded === null ? involved : [recorded.root] };
  }
  if (recorded === null) return { class: contested ? 'ambiguous' : 'imported', record: null, involved };
  if (claimedUuid(claims.get(recorded.root)) === uuid) return { class: 'copy', record: recorded, involved };
  const moved = !contested && !claims.has(recorded.root);
  return { class: moved ? 'moved' : 'ambiguous', record: recorded, involved: contested ? involved : [recorded.root] };
}

function judgeFolder(root: string, claim: IdentityClaim, evidence: Evidence): Judged {
  const here = evidence.byRoot.get(root) ?? null;
  if (here !== null && evidence.clashing.has(here)) return { class: 'id-conflict', record: here, involved: [] };
  switch (claim.kind) {
    case 'unknown':
      return { class: 'unreadable', record: here, involved: [] };
    case 'invalid':
      return { class: 'invalid-claim', record: here, involved: [] };
    case 'none': {
      if (here === null) return { class: 'unregistered', record: null, involved: [] };
      const rivals = evidence.claimants.get(here.asset_uuid) ?? [];
      return { class: rivals.length > 0 ? 'ambiguous' : 'lost-claim', record: here, involved: rivals };
    }
    case 'valid':
    case 'spelling':
      return judgeClaimed(root, claim.uuid, claim.kind === 'spelling', evidence);
  }
}

function judgeRecord(record: RegistryRecord, evidence: Evidence): Judged {
  if (evidence.clashing.has(record)) return { class: 'id-conflict', record, involved: [] };
  const claimants = evidence.claimants.get(record.asset_uuid) ?? [];
  const unrecorded = claimants.some((root) => !evidence.byRoot.has(root));
  if (!unrecorded) return { class: 'orphan', record, involved: claimants };
  return { class: claimants.length === 1 ? 'moved' : 'ambiguous', record, involved: claimants };
}

/**
 * Judges the identity of every folder that holds an `asset.json` and of every record whose folder holds none. Decided
 * by record, claim and what stands on disk alone: never by order or time.
 *
 * @param claims - root (relative to `assets/`) to what its `asset.json` claims.
 * @returns verdicts by root, in code-unit order.
 */
export function classifyIdentity(registry: Registry | null, claims: ReadonlyMap<string, IdentityClaim>): readonly IdentityVerdict[] {
  const settled = registry === null ? null : classifySettled(registry, claims);
  if (settled !== null) return settled;
  return classifyEach(registry, claims);
}

/** The same, one by one. */
export function classifyEach(registry: Registry | null, claims: ReadonlyMap<string, IdentityClaim>): readonly IdentityVerdict[] {
  const evidence = gather(registry, claims);
  const verdicts: IdentityVerdict[] = [];
  const add = (root: string, claim: IdentityClaim | null, judged: Judged): void => {
    const { involved, record } = judged;
    const isAmong = involved.length > 0 && involved === evidence.claimants.get(claimedUuid(claim) ?? '');
    const { others, otherCount } = involvedRoots(involved, root, isAmong);
    verdicts.push({ root, claim, class: judged.class, record, others, otherCount });
  };
  for (const [root, claim] of claims) add(root, claim, judgeFolder(root, claim, evidence));
  for (const record of registry?.assets ?? []) {
    if (!claims.has(record.root)) add(record.root, null, judgeRecord(record, evidence));
  }
  return verdicts.sort((a, b) => compareStrings(a.root, b.root));
}
