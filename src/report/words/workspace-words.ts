import type { WorkspaceDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes for the meaning of declarations and registry, alone and together. */
export const workspaceWords: AreaWords<WorkspaceDiagnosticData> = {
  WORKSPACE_NO_ASSETS_FOLDER: {
    summary: 'The workspace has no folder for assets.',
    help: 'Check that the workspace is the right folder; put assets into folders under "assets".',
  },
  WORKSPACE_OVER_BUDGET: {
    summary: 'A folder holds more entries than the budget allows.',
    help: 'Spread its files over several folders, or keep outside "assets" what is no source.',
  },
  WORKSPACE_LOOSE_FILES: {
    summary: 'Files lie directly in the assets folder.',
    help: 'Move them into a folder of their own: an asset is a folder, so these belong to none and are not packed.',
  },
  REGISTRY_MISSING: {
    summary: 'The workspace has no registry.',
    help: 'Where declarations claim identities, restore it from version control or another clone: until then nothing can be registered, since identities are never rebuilt by guessing. Where none does, registering the first asset begins one.',
  },
  REGISTRY_DUPLICATE_ROOT: {
    summary: 'Two records name one folder.',
    help: 'Keep the right record; compare with version control.',
  },
  REGISTRY_COUNTER_LOW: {
    summary: 'The id counter is not beyond every id given.',
    help: 'Restore next_asset_id from version control: at least the largest asset_id plus one. Ids are never used again.',
  },
  ASSET_NO_INPUTS: {
    summary: 'An asset has no inputs.',
    help: 'Name at least one source file under "inputs".',
  },
  ASSET_FORMAT_UNSUITABLE: {
    summary: 'The output format does not suit the type of the asset.',
    help: 'Use a format that the type takes.',
  },
  ASSET_INPUT_TWICE: {
    summary: 'An asset names one input twice.',
    help: 'Remove one of them. Names that differ only in case or in Unicode form are one file on some disks.',
  },
  ASSET_INPUT_FOREIGN: {
    summary: "An input lies inside another asset's folder.",
    help: 'Copy or move the file: each asset owns the files of its folder.',
  },
  ASSET_INPUT_MISSING: {
    summary: 'An input does not exist.',
    help: 'Restore the file or correct the path.',
  },
  ASSET_NAME_TAKEN: {
    summary: 'Two assets have one name.',
    help: 'Rename one of them: names are unique in a workspace.',
  },
  ASSET_SLOT_TAKEN: {
    summary: 'Two assets of one bank type ask for one preload slot.',
    help: 'Give one of them another slot, or none: the build then finds a free one.',
  },
};
