import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

const roots = (others: readonly string[]): string => others.map(quote).join(', ');

/** What every identity diagnostic tells. */
export interface IdentityEvidence {
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** What the declaration claims; null where it claims nothing or is not there. */
  readonly claimed: string | null;
  /** The uuid that the registry records for this root or this claim; null where there is none. */
  readonly recorded: string | null;
  /** The asset_id of that record; null where there is none. */
  readonly assetId: number | null;
  /** The root that the record names; null where there is none. */
  readonly recordedRoot: string | null;
  /** Other roots involved: the first eight. */
  readonly others: readonly string[];
  /** How many other roots are involved. */
  readonly otherCount: number;
  /** Ways out; none is taken without a person's word. Empty while the registry is missing or cannot be read: nothing could take one. */
  readonly choices: readonly string[];
}

/**
 * Why it cannot be told which identity a record, or a declaration that has none yet, is to get.
 *
 * - `ambiguous`: several folders claim it, or one that is not the recorded one does.
 * - `lost`: the declaration is of a version that has an identity, and claims none that could be read; a derived one would
 *   be another.
 * - `unreadable`: what the declaration claims cannot be told.
 * - `conflict`: the uuid is claimed, recorded or retired elsewhere.
 * - `duplicate-id`: the registry records its asset_id more than once.
 * - `duplicate-root`: the registry records its root more than once.
 */
export type IdentityRefusalReason = 'ambiguous' | 'lost' | 'unreadable' | 'conflict' | 'duplicate-id' | 'duplicate-root';

/** The data of each code of this area. */
export interface IdentityDiagnosticData {
  /** A registered asset was moved to another folder. */
  readonly IDENTITY_MOVED: IdentityEvidence;
  /** A registered asset no longer claims its identity. */
  readonly IDENTITY_LOST_CLAIM: IdentityEvidence;
  /** An identity is not spelled in its canonical form. */
  readonly IDENTITY_SPELLING: IdentityEvidence;
  /** A folder was copied with its identity. */
  readonly IDENTITY_COPY: IdentityEvidence;
  /** It cannot be told which folder owns an identity. */
  readonly IDENTITY_AMBIGUOUS: IdentityEvidence;
  /** A declaration and the registry name different identities for one folder. */
  readonly IDENTITY_CONFLICT: IdentityEvidence;
  /** Two folders claim the identity that the registry records for the other. */
  readonly IDENTITY_SWAPPED: IdentityEvidence;
  /** asset_uuid is not a uuid. */
  readonly IDENTITY_INVALID_CLAIM: IdentityEvidence;
  /** A declaration claims an identity that was given up. */
  readonly IDENTITY_RETIRED_CLAIM: IdentityEvidence;
  /** A declared asset is not registered. */
  readonly IDENTITY_UNREGISTERED: IdentityEvidence;
  /** A declared asset brings an identity from elsewhere. */
  readonly IDENTITY_IMPORTED: IdentityEvidence;
  /** A record has no folder. */
  readonly IDENTITY_ORPHAN: IdentityEvidence;
  /** Two records, or a record and a retired identity, share an asset_id or asset_uuid. */
  readonly IDENTITY_ID_CONFLICT: IdentityEvidence;
  /** It cannot be told which identity a record of an earlier version is to get. */
  readonly IDENTITY_UNDECIDED: {
    /** Root that the record names. */
    readonly root: string;
    /** The record's asset_id. */
    readonly assetId: number;
    /** Why it cannot be told. */
    readonly reason: IdentityRefusalReason;
    /** Other roots involved: the first eight. */
    readonly others: readonly string[];
    /** How many other roots are involved. */
    readonly otherCount: number;
  };
  /** An asset that builds contain has an identity that stands in no file yet. */
  readonly IDENTITY_DERIVED: {
    /** Folder of the asset, relative to `assets/`. */
    readonly root: string;
    /** The record's asset_id. */
    readonly assetId: number;
    /** The uuid that a migration would write: derived from the project's uuid and the asset_id, the same on every machine. */
    readonly uuid: string;
  };
}

const REFUSALS = {
  ambiguous: 'several folders claim it, or another one than the recorded one does',
  lost: 'its asset.json is of a version that has an asset_uuid, and has none that can be read',
  unreadable: 'its asset.json cannot be read',
  conflict: 'the uuid that it would get is in use elsewhere',
  'duplicate-id': 'its asset_id is recorded more than once',
  'duplicate-root': 'its root is recorded more than once',
} as const satisfies Record<IdentityRefusalReason, string>;

/** Codes for how declarations and registry agree on identity: one a class. */
export const identityCodes: CodeArea<IdentityDiagnosticData> = {
  IDENTITY_MOVED: {
    severity: 'error',
    message: ({ root, recordedRoot }) =>
      `${quote(root)} claims the identity that is recorded for ${quote(recordedRoot ?? '')}, which holds no asset.json`,
  },
  IDENTITY_LOST_CLAIM: {
    severity: 'error',
    message: ({ root, recorded }) => `${quote(root)} has no asset_uuid; the registry records ${recorded ?? 'none'}`,
  },
  IDENTITY_SPELLING: {
    severity: 'error',
    message: ({ claimed, recorded }) => `asset_uuid is ${quote(claimed ?? '')}; expected ${recorded ?? 'the canonical form'}`,
  },
  IDENTITY_COPY: {
    severity: 'error',
    message: ({ root, claimed, others }) => `${quote(root)} and ${roots(others)} claim the same identity ${quote(claimed ?? '')}`,
  },
  IDENTITY_AMBIGUOUS: {
    severity: 'error',
    message: ({ root, others }) => `${quote(root)} and ${roots(others)} dispute an identity that the registry gives to none of them`,
  },
  IDENTITY_CONFLICT: {
    severity: 'error',
    message: ({ root, claimed, recorded }) => `${quote(root)} claims ${quote(claimed ?? '')}; the registry records ${recorded ?? 'none'}`,
  },
  IDENTITY_SWAPPED: {
    severity: 'error',
    message: ({ root, others }) => `${quote(root)} and ${roots(others)} claim each other's identity`,
  },
  IDENTITY_INVALID_CLAIM: {
    severity: 'error',
    message: ({ claimed, recorded }) => `asset_uuid is ${quote(claimed ?? '')}; expected ${recorded ?? 'a canonical lower-case uuid'}`,
  },
  IDENTITY_RETIRED_CLAIM: {
    severity: 'error',
    message: ({ root, claimed }) => `${quote(root)} claims ${quote(claimed ?? '')}, which is retired`,
  },
  IDENTITY_UNREGISTERED: {
    severity: 'warning',
    message: ({ root }) => `${quote(root)} claims no identity and has no record`,
  },
  IDENTITY_IMPORTED: {
    severity: 'warning',
    message: ({ root, claimed }) => `${quote(root)} claims ${quote(claimed ?? '')}, which this project neither records nor retired`,
  },
  IDENTITY_ORPHAN: {
    severity: 'error',
    message: ({ root, recorded }) => `the registry records ${recorded ?? 'an identity'} for ${quote(root)}, which holds no asset.json`,
  },
  IDENTITY_ID_CONFLICT: {
    severity: 'error',
    message: ({ root, recorded, assetId }) =>
      `the record of ${quote(root)} (asset_id ${assetId ?? 'unknown'}, ${recorded ?? 'no uuid'}) shares its asset_id or asset_uuid with another`,
  },
  IDENTITY_UNDECIDED: {
    severity: 'error',
    message: ({ root, assetId, reason, others, otherCount }) =>
      `the record of ${quote(root)} (asset_id ${assetId}) gets no asset_uuid: ${REFUSALS[reason]}` +
      (otherCount > 0 ? `; involved besides: ${roots(others)}${otherCount > others.length ? ' and others' : ''}` : ''),
  },
  IDENTITY_DERIVED: {
    severity: 'error',
    message: ({ root, assetId, uuid }) =>
      `${quote(root)} (asset_id ${assetId}) would get the derived asset_uuid ${uuid}; builds publish none that is not on disk`,
  },
};
