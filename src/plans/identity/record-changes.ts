import { nameUuid } from '../../codec/name-uuid.js';
import { isCanonicalUuid } from '../../codec/uuid.js';
import type { IdentityChange, IdentityChangeKind, IdentityValue } from '../plan.js';
import type { RegistryView } from './registry-view.js';

/** A change without the reason for it. */
export type BareChange = Omit<IdentityChange, 'evidence'>;

/** A record before and afterwards; null where there is none. */
interface Pair {
  readonly root: string;
  readonly before: IdentityValue | null;
  readonly after: IdentityValue | null;
}

const NOTHING: RegistryView = { projectUuid: '', nextAssetId: null, records: [], leftOut: new Set(), retired: [] };

type KeyOf = (record: IdentityValue) => string | null;

const asItIs: KeyOf = ({ asset_id, asset_uuid, root }) => JSON.stringify([asset_id, asset_uuid, root]);
const byIdentity: KeyOf = ({ asset_id, asset_uuid }) => (asset_uuid === null ? null : JSON.stringify([asset_id, asset_uuid]));
const byPlace: KeyOf = ({ asset_id, root }) => JSON.stringify([asset_id, root]);

/** Takes those of two lists that have one key together, each once, in the order of the lists. */
function match(
  before: readonly IdentityValue[],
  after: readonly IdentityValue[],
  keyOf: KeyOf,
  isOne: (before: IdentityValue, after: IdentityValue) => boolean,
): { readonly pairs: readonly Pair[]; readonly before: readonly IdentityValue[]; readonly after: readonly IdentityValue[] } {
  const waiting = new Map<string | null, IdentityValue[]>();
  for (const record of after) {
    const key = keyOf(record);
    const others = waiting.get(key);
    if (others === undefined) waiting.set(key, [record]);
    else others.push(record);
  }
  waiting.delete(null);
  for (const others of waiting.values()) others.reverse();
  const taken = new Set<IdentityValue>();
  const pairs: Pair[] = [];
  const left = before.filter((record) => {
    const others = waiting.get(keyOf(record)) ?? [];
    const found = others.at(-1);
    if (found === undefined || !isOne(record, found)) return true;
    others.pop();
    taken.add(found);
    pairs.push({ root: found.root, before: record, after: found });
    return false;
  });
  return { pairs, before: left, after: after.filter((record) => !taken.has(record)) };
}

/**
 * Who is who: records that stay as they are; then those of one number and uuid, wherever they stand; then those of one
 * number and folder of which only one has a uuid. What is left has come or gone.
 */
function matchRecords(before: readonly IdentityValue[], after: readonly IdentityValue[]): readonly Pair[] {
  const kept = match(before, after, asItIs, () => true);
  const moved = match(kept.before, kept.after, byIdentity, () => true);
  const named = match(moved.before, moved.after, byPlace, (a, b) => (a.asset_uuid === null) !== (b.asset_uuid === null));
  return [
    ...moved.pairs,
    ...named.pairs,
    ...named.before.map((record) => ({ root: record.root, before: record, after: null })),
    ...named.after.map((record) => ({ root: record.root, before: null, after: record })),
  ];
}

const retiredKey = (asset_id: number, asset_uuid: string | null): string => JSON.stringify([asset_id, asset_uuid]);

function kindOf({ before, after }: Pair, projectUuid: string, retired: ReadonlySet<string>): IdentityChangeKind {
  if (before === null) return 'asset-registered';
  if (after === null) return retired.has(retiredKey(before.asset_id, before.asset_uuid)) ? 'asset-retired' : 'asset-unregistered';
  if (before.asset_uuid === after.asset_uuid) return 'asset-moved';
  if (after.asset_uuid === null) return 'identity-removed';
  const isDerived = isCanonicalUuid(projectUuid) && nameUuid(projectUuid, `asset:${after.asset_id}`) === after.asset_uuid;
  return isDerived ? 'identity-derived' : 'identity-recorded';
}

function projectChanges(before: RegistryView | null, after: RegistryView | null): readonly BareChange[] {
  if (before?.projectUuid === after?.projectUuid) return [];
  const valueOf = (view: RegistryView): IdentityValue => ({ asset_uuid: view.projectUuid, asset_id: 0, root: '' });
  return [
    ...(before === null ? [] : [{ kind: 'project-removed', root: '', before: valueOf(before), after: null } as const]),
    ...(after === null ? [] : [{ kind: 'project-created', root: '', before: null, after: valueOf(after) } as const]),
  ];
}

/**
 * The identity changes between two states of the registry; null where there is none, or none that can be read. Takes time
 * in proportion to the records.
 */
export function recordChanges(before: RegistryView | null, after: RegistryView | null): readonly BareChange[] {
  const { projectUuid, records, retired } = after ?? NOTHING;
  const gone = new Set(retired.map(({ asset_id, asset_uuid }) => retiredKey(asset_id, asset_uuid)));
  const pairs = matchRecords((before ?? NOTHING).records, records);
  return [...projectChanges(before, after), ...pairs.map((pair): BareChange => ({ kind: kindOf(pair, projectUuid, gone), ...pair }))];
}
