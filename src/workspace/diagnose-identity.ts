import type { DiagnosticCode } from '../diagnostics/catalogue.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, RelatedLocation } from '../diagnostics/diagnostic.js';
import type { Location } from '../diagnostics/location.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import type { AcceptedAsset, AcceptedRegistry } from './accept-workspace.js';
import { claimText } from './claim-text.js';
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

/** Where the files under judgement can be asked for places. */
export interface IdentityContext {
  /** The declaration of the verdict's root; undefined where it holds none. */
  readonly asset: AcceptedAsset | undefined;
  /** The registry; null where there is none. */
  readonly registry: AcceptedRegistry | null;
  /** Whether claims can be held against it: else nothing can be settled yet, whatever was found. */
  readonly isKnown: boolean;
  /** Index of each root's record in the registry. */
  readonly recordIndex: ReadonlyMap<string, number>;
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

function locateRecord(root: string, { registry, recordIndex }: IdentityContext): Location | null {
  const index = recordIndex.get(root);
  return index === undefined ? null : (registry?.locate(`/assets/${index}/root`, 'value') ?? null);
}

function locationOf({ claim, root }: IdentityVerdict, context: IdentityContext): Location {
  if (context.asset !== undefined) return context.asset.locate(claim?.kind === 'none' ? '' : '/asset_uuid', 'value');
  return locateRecord(root, context) ?? { kind: 'workspace' };
}

/** Where the record stands that a declaration is held against; what is told at the record itself has no other place. */
function relatedTo({ record }: IdentityVerdict, context: IdentityContext): readonly RelatedLocation[] {
  const location = record === null || context.asset === undefined ? null : locateRecord(record.root, context);
  return location === null ? [] : [{ message: 'the record in the registry', location }];
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
    claimed: claimText(verdict.claim),
    recorded: record?.asset_uuid ?? null,
    assetId: record?.asset_id ?? null,
    recordedRoot: record?.root ?? null,
    others,
    otherCount: verdict.otherCount,
    choices: context.isKnown ? choicesOf(verdict, context.claimants) : [],
  };
  const declared = context.asset !== undefined;
  const artifact = declared ? 'asset' : 'registry';
  return {
    code: CODES[name],
    file: declared ? declarationOf(root) : REGISTRY_PATH,
    make: () =>
      diagnose(CODES[name], {
        artifact,
        location: locationOf(verdict, context),
        related: relatedTo(verdict, context),
        subject: root,
        data,
      }),
  };
}
