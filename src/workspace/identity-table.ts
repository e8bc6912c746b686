import { groupPairs } from '../base/group-pairs.js';
import type { IdentityClaim } from '../artifacts/asset/claim.js';
import { compareStrings } from '../base/compare-strings.js';
import { nameUuid } from '../codec/name-uuid.js';
import type { IdentityRefusalReason } from '../diagnostics/catalogue/identity-codes.js';
import { claimedUuid } from './claimed-uuid.js';
import { type Claimants, indexClaimants } from './index-claimants.js';
import { type InvolvedRoots, involvedRoots } from './involved-roots.js';

/**
 * Where an identity that a migration writes comes from: the registry `recorded` it, the declaration `claimed` it, or it is
 * `derived` from the project's uuid and the asset_id, and so the same wherever the project is migrated.
 */
export type IdentityOrigin = 'recorded' | 'claimed' | 'derived';

/** The identity that a migration declares for one root. */
export interface DeclaredIdentity {
  /** Canonical lower-case uuid. */
  readonly uuid: string;
  /** Where it comes from. */
  readonly origin: IdentityOrigin;
}

/** Why no identity can be declared for one root. */
export interface IdentityRefusal extends InvolvedRoots {
  /** Why. */
  readonly reason: IdentityRefusalReason;
}

/** The identities that migrations of a workspace declare, decided before any step is run; by root, in code-unit order. */
export interface IdentityTable {
  /** Roots whose declaration or record gets an identity that it does not have yet. */
  readonly declared: ReadonlyMap<string, DeclaredIdentity>;
  /** Roots whose declaration or record should get one, and cannot. */
  readonly refused: ReadonlyMap<string, IdentityRefusal>;
}

/** What the table asks of a declaration. */
interface Declaration {
  readonly version: number | null;
  readonly claim: IdentityClaim;
}

/** What the table asks of a record. */
interface ParsedRecord {
  readonly asset_id: number;
  readonly root: string;
  readonly asset_uuid: string | null;
}

/** What the table asks of a registry. */
interface RecordedIdentities {
  readonly sound: boolean;
  readonly projectUuid: string | null;
  readonly records: readonly ParsedRecord[];
  readonly retired: readonly { readonly asset_uuid: string }[];
}

/** The first version of `asset.json` that has an identity of its own. */
const FIRST_WITH_IDENTITY = 3;

const NONE: IdentityTable = { declared: new Map(), refused: new Map() };

interface Evidence {
  readonly projectUuid: string;
  readonly claimants: Claimants;
  readonly rootsById: ReadonlyMap<number, readonly string[]>;
  readonly rootsByUuid: ReadonlyMap<string, readonly string[]>;
  readonly retired: ReadonlySet<string>;
}

type Decision = DeclaredIdentity | IdentityRefusal;

/** Whether a declaration is of a version that has no identity, and has none. */
export function awaitsIdentity({ version, claim }: Declaration): boolean {
  return version !== null && version < FIRST_WITH_IDENTITY && claim.kind === 'none';
}

function refuse(reason: IdentityRefusalReason, root: string, involved: readonly string[], isAmong = true): IdentityRefusal {
  return { reason, ...involvedRoots(involved, root, isAmong) };
}

/** A declaration without an identity, at a root whose record has one: it gets that, unless it is in doubt whose it is. */
function takeRecorded(root: string, uuid: string, { claimants, rootsByUuid, retired }: Evidence): Decision {
  const recorded = rootsByUuid.get(uuid) ?? [];
  if (recorded.length > 1 || retired.has(uuid)) return refuse('conflict', root, recorded);
  const rivals = claimants.get(uuid) ?? [];
  return rivals.length > 0 ? refuse('ambiguous', root, rivals, false) : { uuid, origin: 'recorded' };
}

/** A record without an identity, at a root whose declaration is of a version that has one: it gets what is claimed there. */
function takeClaimed({ root, asset_id }: ParsedRecord, claim: IdentityClaim, evidence: Evidence): Decision {
  const { claimants, rootsById, rootsByUuid, retired } = evidence;
  const holders = rootsById.get(asset_id) ?? [];
  if (holders.length > 1) return refuse('duplicate-id', root, holders);
  if (claim.kind === 'unknown') return refuse('unreadable', root, [], false);
  const uuid = claimedUuid(claim);
  if (uuid === null) return refuse('lost', root, [], false);
  const involved = claimants.get(uuid) ?? [];
  if (involved.length > 1) return refuse('ambiguous', root, involved);
  const recorded = rootsByUuid.get(uuid) ?? [];
  return recorded.length > 0 || retired.has(uuid) ? refuse('conflict', root, recorded, false) : { uuid, origin: 'claimed' };
}

/** A record without an identity, whose declaration has none either, or is not there. */
function derive({ root, asset_id }: ParsedRecord, { projectUuid, claimants, rootsById, rootsByUuid, retired }: Evidence): Decision {
  const holders = rootsById.get(asset_id) ?? [];
  if (holders.length > 1) return refuse('duplicate-id', root, holders);
  const uuid = nameUuid(projectUuid, `asset:${asset_id}`);
  const involved = [...new Set([...(claimants.get(uuid) ?? []), ...(rootsByUuid.get(uuid) ?? [])])].sort(compareStrings);
  return involved.length > 0 || retired.has(uuid) ? refuse('conflict', root, involved, false) : { uuid, origin: 'derived' };
}

/** Whether there is a record without an identity, or a declaration that awaits one: only these are decided. */
function isAsked({ records }: RecordedIdentities, assets: ReadonlyMap<string, Declaration>): boolean {
  if (records.some(({ asset_uuid }) => asset_uuid === null)) return true;
  for (const declaration of assets.values()) if (awaitsIdentity(declaration)) return true;
  return false;
}

function decide(record: ParsedRecord, declaration: Declaration | undefined, evidence: Evidence): Decision | null {
  const { root, asset_uuid } = record;
  const awaits = declaration !== undefined && awaitsIdentity(declaration);
  if (asset_uuid !== null) return awaits ? takeRecorded(root, asset_uuid, evidence) : null;
  return declaration === undefined || awaits ? derive(record, evidence) : takeClaimed(record, declaration.claim, evidence);
}

/**
 * Decides which identities migrations declare, for all files at once and before any step is run. Pure: by record, claim and
 * what stands on disk alone, never by order or time (CONTRACT.md §3).
 *
 * A declaration of a version without identity gets what the registry records for its root. A record of a version without
 * identity gets what the declaration at its root claims; where that is of a version without identity too, or is not there,
 * one is derived. What is in doubt is refused. A declaration without a record gets nothing, and nothing is declared while
 * the registry is not there or cannot be read.
 *
 * @param registry - null where there is none.
 * @param assets - what was parsed, by root.
 */
export function buildIdentityTable(registry: RecordedIdentities | null, assets: ReadonlyMap<string, Declaration>): IdentityTable {
  if (registry?.sound !== true || registry.projectUuid === null) return NONE;
  if (!isAsked(registry, assets)) return NONE;
  const records = [...registry.records].sort((a, b) => compareStrings(a.root, b.root));
  const claims = [...assets].sort(([a], [b]) => compareStrings(a, b)).map(([root, { claim }]) => ({ root, claim }));
  const evidence: Evidence = {
    projectUuid: registry.projectUuid,
    claimants: indexClaimants(claims),
    rootsById: groupPairs(records.map(({ asset_id, root }) => [asset_id, root])),
    rootsByUuid: groupPairs(records.flatMap(({ asset_uuid, root }) => (asset_uuid === null ? [] : [[asset_uuid, root] as const]))),
    retired: new Set(registry.retired.map(({ asset_uuid }) => asset_uuid)),
  };
  const rootCounts = groupPairs(records.map(({ root }) => [root, root]));
  const declared = new Map<string, DeclaredIdentity>();
  const refused = new Map<string, IdentityRefusal>();
  for (const record of records) {
    const { root } = record;
    const decision = decide(record, assets.get(root), evidence);
    if (decision === null) continue;
    if ((rootCounts.get(root)?.length ?? 0) > 1) refused.set(root, refuse('duplicate-root', root, [], false));
    else if ('uuid' in decision) declared.set(root, decision);
    else refused.set(root, decision);
  }
  return { declared, refused };
}
