import type { BuildDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of register, build and verify. */
export const buildWords: AreaWords<BuildDiagnosticData> = {
  REGISTER_ROOT_NOT_FOUND: {
    summary: 'A folder to register does not exist or holds no files.',
    help: 'Name folders under "assets" that directly hold source files.',
  },
  REGISTER_ROOT_RECORDED: {
    summary: 'A folder is left out of registration, since the registry already records one there.',
    help: 'Settle what doctor says of the record first: restore its asset.json, or take the record out.',
  },
  REGISTER_ALREADY_DECLARED: {
    summary: 'A folder is left out of registration, since an asset.json declares it.',
    help: 'Register it with one of the choices of "prometeu-packer fix FINGERPRINT", as doctor tells it.',
  },
  REGISTER_MIXED_KINDS: {
    summary: 'A folder holds files of several kinds.',
    help: 'It becomes a data_bank of raw bytes. Sort the files into folders of one kind to get tile or sound banks.',
  },
  REGISTER_IDS_EXHAUSTED: {
    summary: 'There are no asset ids left.',
    help: 'Compare next_asset_id with version control: no project uses up four billion numbers. Ids are never used again.',
  },
  REGISTER_IDENTITY_REFUSED: {
    summary: 'The identity source gave something that cannot be a new identity.',
    help: 'Inject a source that gives a new canonical lower-case uuid at each call.',
  },
  BUILD_NOTHING_INCLUDED: {
    summary: 'No asset is included in the build.',
    help: 'Register assets, or include some. The archive is written, and is empty.',
  },
  BUILD_SLOT_ASSIGNED: {
    summary: 'A preloaded asset without a slot was given one.',
    help: 'Write the slot into the declaration to keep it whatever else is added.',
  },
  BUILD_SLOTS_EXHAUSTED: {
    summary: 'A bank type has no preload slot left.',
    help: 'Preload fewer assets of this bank type.',
  },
  VERIFY_NOT_BUILT: {
    summary: 'A build output does not exist.',
    help: 'Run build; nothing else writes build outputs.',
  },
  VERIFY_COMPANION_STALE: {
    summary: 'A companion does not agree with the archive.',
    help: 'Run build: the archive stands, its companions are written anew.',
  },
  VERIFY_ARCHIVE_STALE: {
    summary: 'The archive is not what the sources build now.',
    help: 'Run build; nothing else writes build outputs.',
  },
};
