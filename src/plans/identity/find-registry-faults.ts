import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { malformedPlan } from '../malformed-plan.js';
import type { IdentityChange, IdentityChangeKind, IdentityValue } from '../plan.js';
import type { RegistryView } from './registry-view.js';

type Identity = Pick<IdentityValue, 'asset_id' | 'asset_uuid'>;

const keyOf = ({ asset_id, asset_uuid }: Identity): string => JSON.stringify([asset_id, asset_uuid]);

/** Kinds of changes that give an identity to a record. */
const GIVING: ReadonlySet<IdentityChangeKind> = new Set(['asset-registered', 'identity-derived', 'identity-recorded']);

const keysOf = (identities: readonly Identity[]): ReadonlySet<string> => new Set(identities.map(keyOf));

function countUses({ records, retired }: RegistryView): ReadonlyMap<string | number | null, number> {
  const uses = new Map<string | number | null, number>();
  for (const { asset_id, asset_uuid } of [...records, ...retired]) {
    for (const key of [asset_id, asset_uuid]) uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return uses;
}

/** The counter afterwards: it never goes back, and no number is passed over; null where no version has had one yet. */
function nextNumber(before: RegistryView | null, { nextAssetId, records, retired }: RegistryView): number | null {
  if (before?.nextAssetId === null && nextAssetId === null) return null;
  const highest = [...records, ...retired].reduce((most, { asset_id }) => Math.max(most, asset_id), 0);
  return Math.max(before?.nextAssetId ?? 1, highest + 1);
}

/**
 * What an edit of the registry must not do, apart from what its identity changes show: move the counter otherwise than by
 * the numbers it gives, take a retired identity back, retire what was no record or what another record still has, give a
 * number or a uuid to a second asset, or change what builds contain. Code: PLAN_MALFORMED.
 *
 * @param before - null where the registry is begun.
 * @param changes - what the edit does to identity.
 * @param mayChangeBuild - whether the plan is one that may put records into builds or take them out.
 */
export function* findRegistryFaults(
  before: RegistryView | null,
  after: RegistryView,
  changes: readonly IdentityChange[],
  pointer: string,
  mayChangeBuild: boolean,
): Generator<Diagnostic> {
  const counter = before?.nextAssetId ?? 0;
  if (after.nextAssetId !== nextNumber(before, after))
    yield malformedPlan(`${pointer}/after`, 'the counter that follows from the numbers given');
  const earlier = keysOf(before?.retired ?? []);
  const later = keysOf(after.retired);
  if ([...earlier].some((key) => !later.has(key))) yield malformedPlan(`${pointer}/after`, 'every identity that was retired before');
  const lost: IdentityValue[] = [];
  for (const { kind, before: was } of changes) if (kind === 'asset-retired' && was !== null) lost.push(was);
  const given = keysOf(lost);
  if ([...later].some((key) => !earlier.has(key) && !given.has(key))) {
    yield malformedPlan(`${pointer}/after`, 'no retired identity but those of records before');
  }
  const uses = countUses(after);
  const isShared = ({ asset_id, asset_uuid }: Identity): boolean => uses.get(asset_id) !== 1 || uses.get(asset_uuid) !== 1;
  if (lost.some(isShared)) yield malformedPlan(`${pointer}/after`, 'retired identities that no record has any more');
  const isReused = changes.some(({ kind, after: gained }) => {
    if (gained === null || !GIVING.has(kind)) return false;
    return isShared(gained) || (kind === 'asset-registered' && gained.asset_id < counter);
  });
  if (isReused) yield malformedPlan(`${pointer}/after`, 'numbers and uuids that were never given');
  if (before === null || mayChangeBuild) return;
  const present = new Set(after.records.map(({ asset_id }) => asset_id));
  const changed = before.records.filter(({ asset_id }) => before.leftOut.has(asset_id) !== after.leftOut.has(asset_id));
  if (changed.some(({ asset_id }) => present.has(asset_id)))
    yield malformedPlan(`${pointer}/after`, 'builds that contain what they contained');
}
