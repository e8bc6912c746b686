import type { BuildDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of register, build and verify. */
export const buildPages: AreaPages<BuildDiagnosticData> = {
  REGISTER_ROOT_NOT_FOUND: {
    why: 'You named a folder that is to become an asset, and it is not there or holds no file of its own. Files in folders below it count for those folders. An asset without sources could not be packed.',
    fix: [
      'Write the folder relative to `assets`, just as it is spelled on disk.',
      'Run `prometeu-packer register` without a name: the preview lists every folder that could be registered.',
    ],
  },
  REGISTER_ROOT_RECORDED: {
    why: 'The registry already has an asset at this place, but no `asset.json` is there. To register the folder as a new asset would leave two records of it, and retire or break the number that references already use. What became of the declaration has to be settled first.',
    fix: [
      'Restore the `asset.json` from version control.',
      'Where the old asset is gone for good, run `prometeu-packer doctor` and the fix `--choice remove-record` that it prints; then register the folder.',
    ],
  },
  REGISTER_ALREADY_DECLARED: {
    why: 'Registering writes a new declaration from what the folder holds, and this folder has one that someone wrote. It may claim an identity, too. So it is left as it is, and how it becomes part of the project is for a person to say.',
    fix: [
      'Run `prometeu-packer doctor`, and look for the finding about this folder.',
      'Run the command printed there: `--choice register`, or for an asset from elsewhere `register-keeping` or `register-new`.',
    ],
  },
  REGISTER_MIXED_KINDS: {
    why: 'The type of an asset follows from what its files are, and these are of several kinds. It becomes a data bank of raw bytes, which no runtime shows as tiles or plays as sound. That may be meant, but more often a stray file got into the folder.',
    fix: [
      'Move the files that do not belong into a folder of their own, and run `prometeu-packer register` again.',
      'Where raw bytes are meant, apply the preview as it is.',
    ],
  },
  REGISTER_IDS_EXHAUSTED: {
    why: 'A number is never given twice, not even after its asset was removed, and here the next one lies beyond what the archive can hold. No project uses up four billion numbers: the counter was set by hand or damaged.',
    fix: [
      'Compare `next_asset_id` in `assets/.prometeu/index.json` with version control.',
      'Set it back to one more than the largest `asset_id` that any branch or release ever had.',
    ],
  },
  REGISTER_IDENTITY_REFUSED: {
    why: 'New identities come from the source that the host was given, and this one gave something that is no new identity. One in use would make two assets the same, and a text of another form would be refused by the next reader.',
    fix: [
      'Give a new random uuid of version 4 in lower case from `newUuid`, at each call another: `crypto.randomUUID` does.',
      'Where a seed is used in tests, see that it does not repeat what the workspace already holds.',
    ],
  },
  BUILD_NOTHING_INCLUDED: {
    why: 'The archive is written and is valid, but there is nothing in it. A game that loads it finds none of its assets. An empty project may well be built, so it is not an error.',
    fix: [
      'Run `prometeu-packer register` where folders are not registered yet.',
      'Run `prometeu-packer set ROOT included=yes --apply` for each asset that builds are to contain.',
      'Check that `--workspace` names the folder that you mean.',
    ],
  },
  BUILD_SLOT_ASSIGNED: {
    why: 'The asset is loaded at boot, and a slot had to be found for it: the lowest that is free, by number of the asset. It is the same on every machine, but another preloaded asset can shift it. Code that relies on the slot would then find another asset there.',
    fix: [
      'Where code relies on the slot, write it down: `prometeu-packer set ROOT preload.slot=N --apply`.',
      'Else do nothing: the archive tells the runtime which slot it is.',
    ],
  },
  BUILD_SLOTS_EXHAUSTED: {
    why: 'A bank has 65,536 slots, and every one is taken. What is left over could not be loaded at boot, and a build that dropped it in silence would fail only in the game.',
    fix: [
      'Run `prometeu-packer set ROOT preload=off --apply` for assets that can be loaded later.',
      'Or put many small files into one asset: its inputs are packed one after the other.',
    ],
  },
  VERIFY_NOT_BUILT: {
    why: 'There is nothing at this path that could be verified: it was never built here, or someone deleted it. An archive without one of its companions runs, but tools that read the companion would find the wrong one or none.',
    fix: [
      'Run `prometeu-packer build`, which writes the archive and all of its companions.',
      'In a pipeline, see that `build` is kept between the steps, and that `--workspace` is the same in both.',
    ],
  },
  VERIFY_COMPANION_STALE: {
    why: 'The companion is not the one that belongs to this archive. A tool that looks up an asset in it would be told another place, number or digest than the archive has. The archive itself is right: only what was written beside it is not.',
    fix: [
      'Run `prometeu-packer build`: it writes the companions anew.',
      'Find out who changed the file; nothing but the packer is meant to write in `build`.',
      'Where `build` is in version control, take it out: a merge of two builds is none.',
    ],
  },
  VERIFY_ARCHIVE_STALE: {
    why: 'The archive is sound, but it is not what these sources and declarations give now. Whoever ships it ships an earlier state: the change that you just made, or pulled, is not in it. The message names the asset and the field with both values.',
    fix: [
      'Run `prometeu-packer build`, and `prometeu-packer verify` again.',
      'In a pipeline, build after the last step that writes sources, and verify right before the archive is taken.',
    ],
  },
};
