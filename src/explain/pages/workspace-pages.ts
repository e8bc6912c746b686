import type { WorkspaceDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of what declarations and registry mean, alone and together. */
export const workspacePages: AreaPages<WorkspaceDiagnosticData> = {
  WORKSPACE_NO_ASSETS_FOLDER: {
    why: 'Everything that the packer reads lies under `assets`. Without that folder this is most likely not the folder that you meant, and an empty result would look like success.',
    fix: [
      'Go to the folder that holds `assets`, or name it: `prometeu-packer doctor --workspace DIR`.',
      'In a new project make the folder `assets`, with one folder for each asset in it.',
    ],
  },
  WORKSPACE_OVER_BUDGET: {
    why: 'The number of entries in one folder is limited, so that a listing cannot use up all memory and a refusal does not depend on the machine. A folder of that size was hardly filled by a person: more often a tool writes its output there, or a share was linked to the wrong place.',
    fix: [
      'Move out of `assets` what is no source: exports, caches, recordings.',
      'Spread real sources over several folders, each an asset of its own.',
    ],
  },
  WORKSPACE_LOOSE_FILES: {
    why: 'An asset is a folder, so a file that lies directly in `assets` belongs to none and no build contains it. Nothing breaks, but whoever put it there most likely expects to see it in the game.',
    fix: [
      'Move each file into the folder of the asset that it belongs to, and name it under `inputs` in that `asset.json`.',
      'Or make a new folder for it and run `prometeu-packer register`.',
      'Keep notes and working files outside `assets`.',
    ],
  },
  REGISTRY_MISSING: {
    why: 'The registry alone knows which number each asset has. A new one, made from what the folders claim, would give out other numbers than the game was built with, and each reference to an asset would then reach another. Where declarations claim identities, a registry existed: it was not committed, or was deleted. Until it is back nothing is registered and no claim is judged: the folders cannot tell which of them it recorded.',
    fix: [
      'Restore `assets/.prometeu/index.json` from version control or another clone, and see that it is committed and not ignored.',
      'Where no copy is left, write it by hand from the last build, as `docs/operations.md` has it under "index.json is lost".',
      'Where the project never had one, and its folders were brought from elsewhere with their `asset_uuid`: write one without records, as the same page has it under "There never was an index.json". Each folder is then told as `IDENTITY_IMPORTED` and can be registered.',
      'Where no declaration has an `asset_uuid`, run `prometeu-packer register --apply`, or the command that `prometeu-packer doctor` prints for a declared folder: the first asset that is registered begins a registry.',
    ],
  },
  REGISTRY_DUPLICATE_ROOT: {
    why: 'A folder holds one asset, so one of the two records is wrong: most often a merge kept both sides. Each carries another identity and number, and to take the first or the last of them would be a guess about what existing references mean. A name that differs only in case or in Unicode form counts as the same folder, as it does on many disks.',
    fix: [
      'Look up in version control which record was there before the merge.',
      'Take the other one out of `assets/.prometeu/index.json`, and add its `asset_id` and `asset_uuid` to `retired`, so that they never come back.',
      'Run `prometeu-packer doctor` to see whether declarations and registry agree.',
    ],
  },
  REGISTRY_COUNTER_LOW: {
    why: 'The next asset to be registered gets the number in `next_asset_id`. A counter that is not beyond every number given, also those of retired assets, would give a number a second time, and references to the one asset would reach the other. It is not corrected by itself, since a counter that went back shows that the file is older than its records, or was merged by hand.',
    fix: [
      'Compare `assets/.prometeu/index.json` with version control, and put back records that an earlier state had.',
      'Set `next_asset_id` to the largest value that any branch has, and at least to one more than the largest `asset_id`.',
    ],
  },
  ASSET_NO_INPUTS: {
    why: 'The payload of an asset is what its inputs hold. Without any it would have no bytes, and whoever loads it would get nothing, at a time when nobody remembers the declaration.',
    fix: [
      'Name at least one file under `inputs`, or run `prometeu-packer set ROOT inputs.main=FILE --apply`.',
      'Where the asset is not ready yet, leave it out of builds with `prometeu-packer set ROOT included=no --apply` once it has an input.',
      'Where it is not wanted any more, run `prometeu-packer set ROOT --remove --apply`.',
    ],
  },
  ASSET_FORMAT_UNSUITABLE: {
    why: 'The type of an asset says into which bank the runtime loads it, and the format how its bytes are to be understood. A sound bank of PNG bytes, say, would pass every later check and fail only while the game runs.',
    fix: [
      'Choose one of the formats that the message lists: `prometeu-packer set ROOT format=raw --apply`.',
      'Or choose the type that the files are made for: `prometeu-packer set ROOT type=tile_bank format=png --apply`.',
    ],
  },
  ASSET_INPUT_TWICE: {
    why: 'The bytes of the file would stand in the payload twice, which is nearly always a slip of the hand. Names that differ only in case, or in how a letter with an accent is put together, are one file on some disks and two on others, so that the same project would pack differently on two machines.',
    fix: [
      'Take one of the two lines out of `inputs`.',
      'Where two different files are meant, give them names that no disk takes for the same.',
    ],
  },
  ASSET_INPUT_FOREIGN: {
    why: 'Each asset owns the files of its folder, down to the next folder that is an asset itself. Were an input taken from there, to move, rename or remove the one asset would break the other, and neither declaration would show it.',
    fix: [
      'Copy or move the file into the folder of the asset that names it, and correct the path.',
      'Where the inner folder is not meant to be an asset, run `prometeu-packer set INNER-ROOT --remove --delete-declaration --apply`.',
    ],
  },
  ASSET_INPUT_MISSING: {
    why: 'A declared file that is not there cannot be packed, and an asset without it would not be the one that was declared. A name has to match to the letter, also on a disk that does not mind capitals: else the project would build for you and fail for whoever checks it out elsewhere.',
    fix: [
      'Restore the file, and see that it is committed and not ignored.',
      'Or correct the path in `asset.json`: it starts at the folder of the asset, and the message tells of a name that is nearly the same.',
    ],
  },
  ASSET_NAME_TAKEN: {
    why: 'The name is how people and tools ask for an asset, and the archive carries it. With two of one name the answer would depend on which comes first. The packer renames neither, since code may refer to both.',
    fix: [
      'Decide which asset keeps the name, and run `prometeu-packer set ROOT name=OTHER --apply` for the other one.',
      'Where one of them is a leftover copy, run `prometeu-packer set ROOT --remove --delete-declaration --apply`, or delete its folder if it was never registered.',
    ],
  },
  ASSET_SLOT_TAKEN: {
    why: 'Before the first frame the runtime loads each preloaded asset into its slot, and a slot of a bank holds one. The second would replace the first, and what is drawn or heard would be the wrong thing. A slot that was written down is a promise to code that uses the number, so none is moved by itself.',
    fix: [
      'Give one of the assets another slot: `prometeu-packer set ROOT preload.slot=5 --apply`.',
      'Or take the slot out of its declaration: the build then finds a free one and tells which.',
      'Or run `prometeu-packer set ROOT preload=off --apply` for the one that need not be there from the start.',
    ],
  },
};
