import type { DiagnosticCode } from '../diagnostics/catalogue.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Location } from '../diagnostics/location.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import type { AcceptedAsset, AcceptedRegistry } from './accept-workspace.js';
import type { IdentityClass, IdentityVerdict } from './classify-identity.js';
import { choicesOf } from './identity-choices.js';
import type { Claimants } from './index-claimants.js';
import { declarationOf } from './input-tree.js';

const CODES = {
  moved: 'IDENTITY_MOVED',
  'lost-claim': 'IDENTITY_LOST_CLAIM',
  spelling: 'IDENTITY_SPELLING',
  copy: 'IDENTITY_COPY',
  ambiguous: 'IDENTITY_AMBIGUOUS',
  conflict: 'IDENTITY_CONFLICT',
  swapped: 'IDENTITY_SWAPPED',
  'invalid-claim': 'IDENTITY_INVALID_CLAIM',
  'retired-claim': 'IDENTITY_RETIRED_CLAIM',
  unregistered: 'IDENTITY_UNREGISTERED',
  imported: 'IDENTITY_IMPORTED',
  orphan: 'IDENTITY_ORPHAN',
  'id-conflict': 'IDENTITY_ID_CONFLICT',
} as const satisfies Record<Exclude<IdentityClass, 'ok' | 'unreadable'>, string>;

function claimedText({ claim }: IdentityVerdict): string | null {
  switch (claim?.kind) {
    case 'valid':
      return claim.uuid;
    case 'spelling':
    case 'invalid':
      return claim.found;
    default:
      return null;
  }
}

/** Where the files under judgement can be asked for places. */
export interface IdentityContext {
  /** The declaration of the verdict's root; undefined where it holds none. */
  readonly asset: AcceptedAsset | undefined;
  /** The registry; null where there is none. */
  readonly registry: AcceptedRegistry | null;
  /** Index of the record of the verdict's root; undefined where there is none. */
  readonly recordIndex: number | undefined;
  /** Who claims what, among all verdicts. */
  readonly claimants: Claimants;
}

/** A finding that is made only if there is room for it: a broken registry can hold a hundred thousand of them. */
export interface PendingDiagnostic {
  /** Its code. */
  readonly code: DiagnosticCode;
  /** The file it points to. */
  readonly file: string;
  /** Makes it. */
  readonly make: () => Diagnostic;
}

function locationOf({ claim }: IdentityVerdict, { asset, registry, recordIndex }: IdentityContext): Location {
  if (asset !== undefined) return asset.locate(claim?.kind === 'none' ? '' : '/asset_uuid', 'value');
  return registry?.locate(`/assets/${recordIndex ?? 0}/root`, 'value') ?? { kind: 'workspace' };
}

/**
 * Tells an identity verdict. One that is ok, or whose file could not be read, has nothing to tell; a record whose asset
 * moved away, or is disputed, is told at the folders that claim it.
 */
export function diagnoseIdentity(verdict: IdentityVerdict, context: IdentityContext): PendingDiagnostic | null {
  const { class: name, root, record, others, claim } = verdict;
  if (name === 'ok' || name === 'unreadable') return null;
  if (claim === null && (name === 'moved' || name === 'ambiguous')) return null;
  const data = {
    root,
    claimed: claimedText(verdict),
    recorded: record?.asset_uuid ?? null,
    assetId: record?.asset_id ?? null,
    recordedRoot: record?.root ?? null,
    others,
    otherCount: verdict.otherCount,
    choices: choicesOf(verdict, context.claimants),
  };
  const declared = context.asset !== undefined;
  const artifact = declared ? 'asset' : 'registry';
  return {
    code: CODES[name],
    file: declared ? declarationOf(root) : REGISTRY_PATH,
    make: () => diagnose(CODES[name], { artifact, location: locationOf(verdict, context), subject: root, data }),
  };
}
