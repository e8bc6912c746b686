import type { IdentityDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of identity. */
export const identityPages: AreaPages<IdentityDiagnosticData> = {
  IDENTITY_MOVED: {
    why: 'The registry finds an asset by its folder, so the record points to a place where nothing stands. To register the new folder as another asset would give it a new number, and every reference to the old one, in code and in saved games, would break. Exactly one folder claims the identity and the old place is empty: it is very likely a rename, but only a person knows that the folder at the new place is meant to be this asset.',
    fix: [
      'Run `prometeu-packer fix FINGERPRINT --choice update-root` with the fingerprint that `prometeu-packer doctor` prints, look at the preview, and add `--apply`.',
      'Or put the folder back to where it was.',
      'Next time run `prometeu-packer set ROOT --move-to ROOT --apply`, which moves the folder and its record together.',
    ],
  },
  IDENTITY_LOST_CLAIM: {
    why: 'An asset is known by the `asset_uuid` in its declaration, not by its folder. Without it the folder could hold anything: the same asset after a bad merge, or another one that was copied over it. If the packer went by the folder alone, the second would silently take over the number of the first.',
    fix: [
      'Where it is still the same asset, run `prometeu-packer fix FINGERPRINT --choice restore-claim --apply`: it writes the uuid that the registry records for this folder.',
      'Where it is another asset, move it to a folder of its own and restore the old declaration from version control.',
    ],
  },
  IDENTITY_SPELLING: {
    why: 'Tools and people compare uuids as text. One that is written with capitals, braces or a prefix looks like another identity to each of them, while it means the recorded one. It is told rather than accepted, so that one identity has one spelling everywhere.',
    fix: [
      'Run `prometeu-packer fix FINGERPRINT --choice canonicalise --apply`: it writes the same uuid in lower case, without braces or prefix.',
    ],
  },
  IDENTITY_COPY: {
    why: 'Two folders say that they are the same asset, and an archive has room for one. Whichever the packer took, by name, by age or by the order of a listing, could be the wrong one, and another on the next machine. The folder that the registry records is named in the data, but that alone does not tell which one you mean to keep.',
    fix: [
      'Where the copy is to be an asset of its own, run `prometeu-packer fix FINGERPRINT --choice new-identity --apply` with the fingerprint of the copy.',
      'Where the copy is the one that goes on, run it with `--choice make-owner`: the other folder gets a new identity.',
      'Where the copy was a mistake, run it with `--choice remove`, which deletes its `asset.json` alone, or delete the folder.',
    ],
  },
  IDENTITY_AMBIGUOUS: {
    why: 'Several folders may be the asset that one record stands for, and the recorded folder settles nothing: it is empty, or it no longer says which asset it holds. A wrong guess would put the number of one asset on the content of another, and a game would load it without an error.',
    fix: [
      'Where `IDENTITY_UNDECIDED` is told besides, settle that first: until then there is no choice.',
      'Decide which folder goes on as this asset; version control tells where each came from.',
      'Run `prometeu-packer fix FINGERPRINT --choice choose-owner` with the fingerprint of that folder, look at the preview, and add `--apply`: every other claimant gets a new identity.',
      'Where the asset that is recorded here lost its `asset_uuid`, restore its declaration instead.',
    ],
  },
  IDENTITY_CONFLICT: {
    why: 'One folder has two identities, one in its declaration and one in the registry. Either the declaration was replaced, or the record is not of this asset. The two mean different numbers in the archive, so that a wrong choice changes what existing references point to.',
    fix: [
      'Find out which of the two files changed last, and whether that was meant.',
      'Where the registry is right, run `prometeu-packer fix FINGERPRINT --choice keep-record --apply`.',
      'Where the declaration is right, run it with `--choice keep-claim`: what was recorded for this folder is retired.',
      'Where the asset that was here before is still needed, restore it from version control and give the other one a folder of its own.',
    ],
  },
  IDENTITY_SWAPPED: {
    why: 'Each of two folders claims what the registry records for the other: either the folders were renamed into each other, or the declarations were exchanged. In the first case the records have to follow, in the second the declarations have to go back. The files look the same in both, and the wrong choice leaves each asset under the number of the other.',
    fix: [
      'Look whether the source files still lie in the folder where they belong.',
      'Where the folders were renamed, run `prometeu-packer fix FINGERPRINT --choice swap-records --apply`.',
      'Where only the declarations were exchanged, run it with `--choice swap-claims`.',
    ],
  },
  IDENTITY_INVALID_CLAIM: {
    why: 'What stands in `asset_uuid` is no uuid, so it names no asset. The packer does not overwrite it unasked, since what was there before may be known to you or to version control. A new uuid would turn the asset into another one.',
    fix: [
      'Restore the line from version control where you can.',
      'Where the registry is missing or cannot be read, mend that first: until then there is no choice.',
      'Where the registry records this folder and it is still the same asset, run `prometeu-packer fix FINGERPRINT --choice restore-claim --apply`.',
      'Where it never had an identity, run it with `--choice new-identity`.',
    ],
  },
  IDENTITY_RETIRED_CLAIM: {
    why: 'The asset with this identity was removed, and its number was promised never to come back: something out there may still ask for it, and must get nothing rather than another content. A folder that comes back from an old branch with its old uuid would break that promise.',
    fix: [
      'Where the folder is wanted, run `prometeu-packer fix FINGERPRINT --choice new-identity --apply`: it becomes a new asset with a number of its own.',
      'Where it came back by mistake, delete it.',
      'Where it was removed by mistake just now, run `prometeu-packer undo --apply` or go back with version control.',
    ],
  },
  IDENTITY_UNREGISTERED: {
    why: 'Only registered assets have a number and are packed, so a build leaves this one out. It is not registered on the way, since a read or a build that gave out numbers would give other ones on every machine. That is a warning and not an error: a declaration may well be written before it is time to register it.',
    fix: [
      'Run `prometeu-packer fix FINGERPRINT --choice register --apply`: it gets an identity and a number.',
      'Commit the declaration and the registry together.',
    ],
  },
  IDENTITY_IMPORTED: {
    why: 'The declaration has an identity that this project never gave out: it was brought from another project, or from a branch whose registry was not merged. In the second case the registry with its record is what is missing, and to register it again would give it another number. Builds leave it out until a person says which it is.',
    fix: [
      'Where it comes from a branch of this project, merge the registry of that branch first.',
      'Where it comes from elsewhere and is to keep its identity, run `prometeu-packer fix FINGERPRINT --choice register-keeping --apply`.',
      'Where it is to be an asset of its own, run it with `--choice register-new`.',
    ],
  },
  IDENTITY_ORPHAN: {
    why: 'The registry promises an asset that is not there. An archive without it would break whatever asks for its number, and only a person can tell a deleted asset from a folder that was forgotten in a commit. A record that is not included in the build does not stop one.',
    fix: [
      'Where the folder is still needed, restore it from version control.',
      'Where the asset is gone for good, run `prometeu-packer fix FINGERPRINT --choice remove-record --apply`: its number is retired.',
      'Next time run `prometeu-packer set ROOT --remove --apply` before you delete a folder.',
    ],
  },
  IDENTITY_ID_CONFLICT: {
    why: 'A number or a uuid stands for two assets, most often since two branches each registered one and both records were kept. The archive holds one asset for each number, so one of the two would be lost or would answer for the other. Which of them had the number first stands in no file.',
    fix: [
      'Look up in version control which record was there first: it keeps its number.',
      'Take the other record out of `assets/.prometeu/index.json` by hand, and its `asset_uuid` out of its declaration.',
      'Run `prometeu-packer doctor`, and register that folder anew with the command that it prints.',
    ],
  },
  IDENTITY_UNDECIDED: {
    why: 'A registry of version 2 records folders and numbers, but no identities; a migration has to find one for each record. Here it would have to guess, and what it guessed would stand in the registry from then on as if it had always been so. The registry is therefore not migrated at all, not even in memory.',
    fix: [
      'Read the reason in the message: a copy, a lost `asset_uuid`, a declaration that cannot be read, or a number that is recorded twice.',
      'Restore the declaration from version control, or take the copy out of `assets`.',
      'Run `prometeu-packer migrate` again.',
    ],
  },
  IDENTITY_DERIVED: {
    why: 'The files are of a version that had no identities, so a migration derives one from the project and the number of the asset. An archive that already carried it would publish an identity that no file holds, and that a later change to the files could still make another one. It has to stand on disk first, and a person has to have seen it.',
    fix: [
      'Run `prometeu-packer migrate` and look at the identities that it lists.',
      'Run `prometeu-packer migrate --apply --accept-listed-identities` and commit what it wrote.',
      'Build again.',
    ],
  },
};
