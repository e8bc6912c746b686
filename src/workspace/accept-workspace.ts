import { passed, type Passed } from '../base/passed.js';
import { readClaim, type IdentityClaim } from '../artifacts/asset/claim.js';
import type { AssetReader } from '../artifacts/asset/create-asset-reader.js';
import { assetDescriptor } from '../artifacts/asset/descriptor.js';
import type { AssetBody } from '../artifacts/asset/model.js';
import type { ParsedAsset } from '../artifacts/asset/parsed-asset.js';
import { acceptRegistry } from '../artifacts/registry/accept-registry.js';
import { registryDescriptor } from '../artifacts/registry/descriptor.js';
import type { Registry } from '../artifacts/registry/model.js';
import type { ParsedRegistry } from '../artifacts/registry/parsed-registry.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileDiagnosticLimits } from '../diagnostics/diagnostic-limits.js';
import type { Location } from '../diagnostics/location.js';
import { diagnoseDeprecated, diagnosePending } from '../versioning/diagnose-pending.js';
import type { JsonObject } from '../versioning/migration-step.js';
import { awaitsIdentity, buildIdentityTable, type IdentityRefusal, type IdentityTable } from './identity-table.js';
import { type PendingMigration, pendingMigration } from './pending-migration.js';

/** What every file that was read has in common. */
interface AcceptedFile {
  /** The version found, also one outside the window; null where there is none. */
  readonly version: number | null;
  /** What a migration would do to it; null where it is of the current version, could not be read, or is not to be migrated. */
  readonly migration: PendingMigration | null;
  /** Where a value or key of the file stands; the file as a whole where it could not be read. */
  readonly locate: (pointer: string, part: 'key' | 'value') => Location;
  /** Every finding on the file alone. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A declaration after the gates of a single file. */
export interface AcceptedAsset extends AcceptedFile {
  /** The declaration in the current version; null where an error stands in the way. */
  readonly body: AssetBody | null;
  /** What the file itself claims. */
  readonly claim: IdentityClaim;
}

/** A record that gets no identity. */
export interface UndecidedRecord {
  /** Its place in the file. */
  readonly index: number;
  /** The root that it names. */
  readonly root: string;
  /** Its asset_id. */
  readonly assetId: number;
  /** Why. */
  readonly refusal: IdentityRefusal;
}

/** A registry after the gates of a single file. */
export interface AcceptedRegistry extends AcceptedFile {
  /** The registry in the current version; null where an error stands in the way. */
  readonly registry: Registry | null;
  /** Records that get no identity; where there is one, the registry is not migrated. */
  readonly undecided: readonly UndecidedRecord[];
}

/** The files of a workspace after the first gates. */
export interface ParsedFiles {
  /** The registry; null where there is no such file. */
  readonly registry: ParsedRegistry | null;
  /** Declarations by root. */
  readonly assets: ReadonlyMap<string, ParsedAsset>;
}

/** The files of a workspace, each in the current version: only {@link acceptWorkspace} makes them. */
export interface AcceptedFiles extends Passed<'meaning'> {
  /** The registry; null where there is no such file. */
  readonly registry: AcceptedRegistry | null;
  /** Declarations by root. */
  readonly assets: ReadonlyMap<string, AcceptedAsset>;
  /** The identities that were decided before any migration step was run. */
  readonly identities: IdentityTable;
}

/** How files of earlier versions are taken. */
export interface AcceptOptions {
  /** Takes declarations through the gates after the first. */
  readonly reader: Pick<AssetReader, 'accept'>;
  /** Whether a file of an earlier version is an error rather than a warning. */
  readonly requireCurrent: boolean;
  /** Most findings on the registry that are kept. */
  readonly limits?: FileDiagnosticLimits | undefined;
}

function foundVersion({ version, diagnostics }: ParsedAsset | ParsedRegistry): number | null {
  if (version !== null) return version;
  const refused = diagnostics.find(({ found }) => typeof found === 'number');
  return typeof refused?.found === 'number' ? refused.found : null;
}

/** A claim is evidence in whatever version it stands: also where it is one key that the version does not know. */
export function claimOf({ claim, document }: ParsedAsset): IdentityClaim {
  return document === null || claim.kind !== 'none' ? claim : readClaim((document.value as JsonObject)['asset_uuid']);
}

/** What identities are decided by: of nearly all declarations the very claim that was parsed. */
function evidenceOf(assets: ReadonlyMap<string, ParsedAsset>): ReadonlyMap<string, Pick<ParsedAsset, 'version' | 'claim'>> {
  let evidence: Map<string, Pick<ParsedAsset, 'version' | 'claim'>> | null = null;
  for (const [root, parsed] of assets) {
    const claim = claimOf(parsed);
    if (claim !== parsed.claim) (evidence ??= new Map(assets)).set(root, { version: parsed.version, claim });
  }
  return evidence ?? assets;
}

/** Takes a declaration through the rest of its gates, for the identity that was decided for it. */
export function acceptAsset(
  root: string,
  parsed: ParsedAsset,
  identities: IdentityTable,
  { reader, requireCurrent }: AcceptOptions,
): AcceptedAsset {
  const claim = claimOf(parsed);
  const identity = identities.declared.get(root) ?? null;
  const awaits = awaitsIdentity({ version: parsed.version, claim });
  const { body, migration: run, locate, diagnostics } = reader.accept(parsed, awaits ? (identity?.uuid ?? null) : null);
  if (run === null) return { version: foundVersion(parsed), claim, body, locate, migration: null, diagnostics };
  const accepted = { version: foundVersion(parsed), claim, body, locate };
  if (awaits && identity === null) {
    return { ...accepted, migration: null, diagnostics: [...diagnostics, ...diagnoseDeprecated(assetDescriptor, { run, locate })] };
  }
  const told = run.outcome === 'succeeded' ? diagnosePending : diagnoseDeprecated;
  const pending = told(assetDescriptor, { run, locate, requireCurrent });
  return { ...accepted, migration: pendingMigration(run, awaits ? identity : null), diagnostics: [...diagnostics, ...pending] };
}

/** Takes a registry through the rest of its gates, once it is decided which identities its records get. */
export function acceptRecords(
  parsed: ParsedRegistry,
  { declared, refused }: IdentityTable,
  { requireCurrent, limits }: AcceptOptions,
): AcceptedRegistry {
  const { records, locate } = parsed;
  const undecided: UndecidedRecord[] = [];
  for (const [index, { root, asset_id, asset_uuid }] of records.entries()) {
    const refusal = asset_uuid === null ? refused.get(root) : undefined;
    if (refusal !== undefined) undecided.push({ index, root, assetId: asset_id, refusal });
  }
  const accepted = { version: foundVersion(parsed), locate, undecided };
  if (undecided.length > 0) return { ...accepted, registry: null, migration: null, diagnostics: parsed.diagnostics };
  const uuids = new Map([...declared].map(([root, { uuid }]) => [root, uuid]));
  const { registry, migration: run, diagnostics } = acceptRegistry(parsed, uuids, limits);
  if (run === null) return { ...accepted, registry, migration: null, diagnostics };
  const told = run.outcome === 'succeeded' ? diagnosePending : diagnoseDeprecated;
  const pending = told(registryDescriptor, { run, locate, requireCurrent });
  return { ...accepted, registry, migration: pendingMigration(run, null), diagnostics: [...diagnostics, ...pending] };
}

/**
 * Takes the files of a workspace through the rest of the gates of a single file, each migrated in memory: identities are
 * decided for all of them before any step is run. Pure; nothing is written.
 *
 * A declaration of a version without identity that gets none is read all the same, but is not to be migrated.
 */
export function acceptWorkspace({ registry, assets }: ParsedFiles, options: AcceptOptions): AcceptedFiles {
  const identities = buildIdentityTable(registry, evidenceOf(assets));
  const accepted = new Map<string, AcceptedAsset>();
  for (const [root, parsed] of assets) accepted.set(root, acceptAsset(root, parsed, identities, options));
  return passed<AcceptedFiles>({
    identities,
    registry: registry === null ? null : acceptRecords(registry, identities, options),
    assets: accepted,
  });
}
