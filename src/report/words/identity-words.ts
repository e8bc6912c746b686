import type { IdentityDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes for how declarations and registry agree on identity: one a class. */
export const identityWords: AreaWords<IdentityDiagnosticData> = {
  IDENTITY_MOVED: {
    summary: 'A registered asset was moved to another folder.',
    help: 'Let the record follow its asset with "prometeu-packer fix FINGERPRINT --choice update-root"; the identity stays what it is.',
  },
  IDENTITY_LOST_CLAIM: {
    summary: 'A registered asset no longer claims its identity.',
    help: 'Restore asset_uuid from the registry with "prometeu-packer fix FINGERPRINT --choice restore-claim".',
  },
  IDENTITY_SPELLING: {
    summary: 'An identity is not spelled in its canonical form.',
    help: 'Write the uuid in lower case without braces or prefix.',
  },
  IDENTITY_COPY: {
    summary: 'A folder was copied with its identity.',
    help: 'Decide for each copy: give it a new identity, make it the owner, or remove it. Nothing is decided by order or time.',
  },
  IDENTITY_AMBIGUOUS: {
    summary: 'It cannot be told which folder owns an identity.',
    help: 'Choose the owner; treat the others as copies.',
  },
  IDENTITY_CONFLICT: {
    summary: 'A declaration and the registry name different identities for one folder.',
    help: 'Decide whether the claim or the record is right.',
  },
  IDENTITY_SWAPPED: {
    summary: 'Two folders claim the identity that the registry records for the other.',
    help: 'Decide whether the folders or the declarations were swapped.',
  },
  IDENTITY_INVALID_CLAIM: {
    summary: 'asset_uuid is not a uuid.',
    help: 'Restore it from version control or, once the registry can be read, with one of the choices of "prometeu-packer fix FINGERPRINT"; the packer does not invent one unasked.',
  },
  IDENTITY_RETIRED_CLAIM: {
    summary: 'A declaration claims an identity that was given up.',
    help: 'Give the asset a new identity; a retired one never comes back.',
  },
  IDENTITY_UNREGISTERED: {
    summary: 'A declared asset is not registered.',
    help: 'Register it with "prometeu-packer fix FINGERPRINT --choice register". Until then builds leave it out.',
  },
  IDENTITY_IMPORTED: {
    summary: 'A declared asset brings an identity from elsewhere.',
    help: 'Run "prometeu-packer fix FINGERPRINT" with "--choice register-keeping" to keep its identity, or "--choice register-new" for a new one. Until then builds leave it out.',
  },
  IDENTITY_ORPHAN: {
    summary: 'A record has no folder.',
    help: 'Restore the folder, or remove the record; its identity is then retired.',
  },
  IDENTITY_ID_CONFLICT: {
    summary: 'Two records, or a record and a retired identity, share an asset_id or asset_uuid.',
    help: 'Correct the registry by hand from version control; ids are never used again.',
  },
  IDENTITY_UNDECIDED: {
    summary: 'It cannot be told which identity a record of an earlier version is to get.',
    help: 'Settle it by hand: restore the asset.json or its asset_uuid from version control, or take away the copy. Nothing is decided by order or time.',
  },
  IDENTITY_DERIVED: {
    summary: 'An asset that builds contain has an identity that stands in no file yet.',
    help: 'Preview the migration with "prometeu-packer migrate" and apply it with consent to the identities that it lists.',
  },
};
