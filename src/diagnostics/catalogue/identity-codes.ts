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
  /** Ways out; none is taken without a person's word. */
  readonly choices: readonly string[];
}

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
}

/** Codes for how declarations and registry agree on identity: one a class. */
export const identityCodes: CodeArea<IdentityDiagnosticData> = {
  IDENTITY_MOVED: {
    severity: 'error',
    summary: 'A registered asset was moved to another folder.',
    help: 'Update the root in the registry; the identity stays what it is.',
    message: ({ root, recordedRoot }) =>
      `${quote(root)} claims the identity that is recorded for ${quote(recordedRoot ?? '')}, which holds no asset.json`,
  },
  IDENTITY_LOST_CLAIM: {
    severity: 'error',
    summary: 'A registered asset no longer claims its identity.',
    help: 'Restore asset_uuid from the registry.',
    message: ({ root, recorded }) => `${quote(root)} has no asset_uuid; the registry records ${recorded ?? 'none'}`,
  },
  IDENTITY_SPELLING: {
    severity: 'error',
    summary: 'An identity is not spelled in its canonical form.',
    help: 'Write the uuid in lower case without braces or prefix.',
    message: ({ claimed, recorded }) => `asset_uuid is ${quote(claimed ?? '')}; expected ${recorded ?? 'the canonical form'}`,
  },
  IDENTITY_COPY: {
    severity: 'error',
    summary: 'A folder was copied with its identity.',
    help: 'Decide for each copy: give it a new identity, make it the owner, or remove it. Nothing is decided by order or time.',
    message: ({ root, claimed, others }) => `${quote(root)} and ${roots(others)} claim the same identity ${quote(claimed ?? '')}`,
  },
  IDENTITY_AMBIGUOUS: {
    severity: 'error',
    summary: 'It cannot be told which folder owns an identity.',
    help: 'Choose the owner; treat the others as copies.',
    message: ({ root, others }) => `${quote(root)} and ${roots(others)} dispute an identity that the registry gives to none of them`,
  },
  IDENTITY_CONFLICT: {
    severity: 'error',
    summary: 'A declaration and the registry name different identities for one folder.',
    help: 'Decide whether the claim or the record is right.',
    message: ({ root, claimed, recorded }) => `${quote(root)} claims ${quote(claimed ?? '')}; the registry records ${recorded ?? 'none'}`,
  },
  IDENTITY_SWAPPED: {
    severity: 'error',
    summary: 'Two folders claim the identity that the registry records for the other.',
    help: 'Decide whether the folders or the declarations were swapped.',
    message: ({ root, others }) => `${quote(root)} and ${roots(others)} claim each other's identity`,
  },
  IDENTITY_INVALID_CLAIM: {
    severity: 'error',
    summary: 'asset_uuid is not a uuid.',
    help: 'Restore it from the registry or from version control; the packer does not invent one.',
    message: ({ claimed, recorded }) => `asset_uuid is ${quote(claimed ?? '')}; expected ${recorded ?? 'a canonical lower-case uuid'}`,
  },
  IDENTITY_RETIRED_CLAIM: {
    severity: 'error',
    summary: 'A declaration claims an identity that was given up.',
    help: 'Give the asset a new identity; a retired one never comes back.',
    message: ({ root, claimed }) => `${quote(root)} claims ${quote(claimed ?? '')}, which is retired`,
  },
  IDENTITY_UNREGISTERED: {
    severity: 'warning',
    summary: 'A declared asset is not registered.',
    help: 'Take its asset.json away and run register, or write an asset_uuid and a record by hand. Until then builds leave it out.',
    message: ({ root }) => `${quote(root)} claims no identity and has no record`,
  },
  IDENTITY_IMPORTED: {
    severity: 'warning',
    summary: 'A declared asset brings an identity from elsewhere.',
    help: 'Add a record for it to the registry, or take its asset.json away and run register. Until then builds leave it out.',
    message: ({ root, claimed }) => `${quote(root)} claims ${quote(claimed ?? '')}, which this project neither records nor retired`,
  },
  IDENTITY_ORPHAN: {
    severity: 'error',
    summary: 'A record has no folder.',
    help: 'Restore the folder, or remove the record; its identity is then retired.',
    message: ({ root, recorded }) => `the registry records ${recorded ?? 'an identity'} for ${quote(root)}, which holds no asset.json`,
  },
  IDENTITY_ID_CONFLICT: {
    severity: 'error',
    summary: 'Two records, or a record and a retired identity, share an asset_id or asset_uuid.',
    help: 'Correct the registry by hand from version control; ids are never used again.',
    message: ({ root, recorded, assetId }) =>
      `the record of ${quote(root)} (asset_id ${assetId ?? 'unknown'}, ${recorded ?? 'no uuid'}) shares its asset_id or asset_uuid with another`,
  },
};
