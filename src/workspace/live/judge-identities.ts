import type { AssetReader } from '../../artifacts/asset/create-asset-reader.js';
import type { ParsedAsset } from '../../artifacts/asset/parsed-asset.js';
import { compareStrings } from '../../base/compare-strings.js';
import type { ParsedRegistry } from '../../artifacts/registry/parsed-registry.js';
import type { Registry } from '../../artifacts/registry/model.js';
import type { SortedMap } from '../../base/sorted-map.js';
import type { FileDiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { acceptAsset, acceptRecords, type AcceptedAsset, type AcceptedRegistry, type AcceptOptions } from '../accept-workspace.js';
import { claimedUuid } from '../claimed-uuid.js';
import { classifyIdentity } from '../classify-identity.js';
import { declaredClaims } from '../declared-claims.js';
import { diagnoseDerived } from '../diagnose-derived.js';
import { diagnoseIdentity } from '../diagnose-identity.js';
import { findReachable } from '../find-reachable.js';
import { findUnseen } from '../find-unseen.js';
import { buildIdentityTable, type IdentityTable } from '../identity-table.js';
import { indexClaimants } from '../index-claimants.js';
import { isRegistryKnown } from '../is-registry-known.js';
import { recallReader, type RememberedReading } from '../recall-reader.js';
import type { JudgedIdentity } from './judged-root.js';
import type { FollowedDeclaration } from './live-state.js';
import { identityKeys, indexRegistry, type RegistryIndex } from './registry-index.js';

/** A registry after its gates, with its records. */
export interface SettledRegistry {
  /** The registry; null where there is none. */
  readonly accepted: AcceptedRegistry | null;
  /** Its records. */
  readonly index: RegistryIndex;
}

/** What identities are judged from. */
export interface IdentityParts {
  /** Declarations by root. */
  readonly declarations: SortedMap<FollowedDeclaration>;
  /** The registry as parsed; null where there is none. */
  readonly parsed: ParsedRegistry | null;
  /** The same after its gates; null where it is to be taken through them, which needs all roots. */
  readonly settled: SettledRegistry | null;
  /** How many declarations of the workspace claim anything. */
  readonly claiming: number;
  /** Paths that were not looked at or into. */
  readonly unseen: ReadonlySet<WorkspacePath>;
  /** What was judged of a root before. */
  readonly before: (root: string) => JudgedIdentity | undefined;
}

/** How declarations are taken. */
export interface IdentityOptions {
  /** Takes them through their gates. */
  readonly reader: Pick<AssetReader, 'accept'>;
  /** Whether a file of an earlier version is an error. */
  readonly requireCurrent: boolean;
  /** Most findings on the registry that are kept. */
  readonly limits: FileDiagnosticLimits;
}

/** Identities that were judged together. */
export interface JudgedIdentities extends SettledRegistry {
  /** By root, without those that hold no declaration and have no record. */
  readonly byRoot: ReadonlyMap<string, JudgedIdentity>;
}

/** The part of a registry that concerns some roots. */
function partOf(
  roots: readonly string[],
  parsed: ParsedRegistry,
  index: RegistryIndex,
  claims: Iterable<string>,
): Pick<ParsedRegistry, 'records' | 'retired'> {
  const indexed = roots.flatMap((root) => index.byRoot.get(root) ?? []).sort((a, b) => a.index - b.index);
  const records = indexed.map((record) => record.parsed);
  const keys = new Set([...claims, ...records.flatMap(identityKeys)]);
  const retired = new Set([...keys].flatMap((key) => index.retiredByKey.get(key) ?? []));
  return { records, retired: parsed.retired.length === 0 ? [] : [...retired] };
}

function acceptedPart(
  roots: readonly string[],
  registry: Registry,
  places: RegistryIndex['places'],
  retired: Registry['retired'],
): Registry {
  const found = roots.flatMap((root) => places.get(root) ?? []).sort((a, b) => a - b);
  return { ...registry, assets: found.flatMap((place) => registry.assets[place] ?? []), retired };
}

function settle(parsed: ParsedRegistry | null, identities: IdentityTable, options: AcceptOptions): SettledRegistry {
  const accepted = parsed === null ? null : acceptRecords(parsed, identities, options);
  return { accepted, index: indexRegistry(parsed, accepted) };
}

/**
 * Judges the identities of roots that depend on no others, by the very functions that judge those of a whole workspace: these
 * are given the records and claims of the roots and nothing else.
 *
 * @param roots - closed under `findIdentityNeighbours`, or all there are.
 */
export function judgeIdentities(
  roots: Iterable<string>,
  parts: IdentityParts,
  { reader, requireCurrent, limits }: IdentityOptions,
): JudgedIdentities {
  const { declarations, parsed, settled, claiming, unseen, before } = parts;
  const sorted = [...roots].sort(compareStrings);
  const declared = new Map(
    sorted.flatMap((root) =>
      declarations.get(root) === undefined ? [] : [[root, declarations.get(root) as FollowedDeclaration] as const],
    ),
  );
  const claims = [...declared.values()].flatMap(({ claim }) => claimedUuid(claim) ?? []);
  const known = new Map<ParsedAsset, RememberedReading>();
  for (const root of sorted) {
    const judged = before(root);
    const parsedBefore = judged?.parsed ?? null;
    if (parsedBefore !== null && judged?.remembered !== undefined) known.set(parsedBefore, judged.remembered);
  }
  const evidence = new Map(
    [...declared].map(
      ([
        root,
        {
          parsed: { version },
          claim,
        },
      ]) => [root, { version, claim }],
    ),
  );
  const part = parsed === null || settled === null ? parsed : { ...parsed, ...partOf(sorted, parsed, settled.index, claims) };
  const identities = buildIdentityTable(part, evidence);
  const accepting = { reader: recallReader(reader, known), requireCurrent, limits };
  const { accepted, index } = settled ?? settle(parsed, identities, accepting);
  const assets = new Map<string, AcceptedAsset>(
    [...declared].map(([root, declaration]) => [root, acceptAsset(root, declaration.parsed, identities, accepting)]),
  );

  const whole = accepted?.registry ?? null;
  const registry = whole === null || settled === null ? whole : acceptedPart(sorted, whole, index.places, part?.retired ?? []);
  const hidden = findUnseen(registry?.assets ?? [], unseen).map((root) => [root, { kind: 'unknown' }] as const);
  const isKnown = isRegistryKnown(accepted, claiming);
  const verdicts = classifyIdentity(registry, new Map([...hidden, ...declaredClaims(assets, identities, isKnown)]));
  const reachable = findReachable(verdicts);
  const claimants = indexClaimants(verdicts);
  const byRoot = new Map<string, JudgedIdentity>();
  for (const verdict of verdicts) {
    const { root, record } = verdict;
    const asset = assets.get(root);
    const told = diagnoseIdentity(verdict, { asset, registry: accepted, isKnown, recordIndex: index.places, claimants });
    const migration = identities.declared.get(root)?.origin === 'derived' && record !== null ? (asset?.migration ?? null) : null;
    const derived = migration !== null && record !== null && asset !== undefined ? diagnoseDerived(record, migration, asset) : null;
    const declaration = declared.get(root);
    byRoot.set(root, {
      parsed: declaration?.parsed ?? null,
      remembered: declaration === undefined ? undefined : accepting.reader.readings.get(declaration.parsed),
      asset: asset ?? null,
      verdict,
      reachable: reachable.has(root),
      identityTold: [...(told === null ? [] : [told]), ...(derived === null ? [] : [derived])],
      derived: derived !== null,
    });
  }
  return { byRoot, accepted, index };
}
