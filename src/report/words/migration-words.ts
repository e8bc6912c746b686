import type { MigrationDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes for files of earlier versions, and for what can go wrong while one is migrated. */
export const migrationWords: AreaWords<MigrationDiagnosticData> = {
  MIGRATION_PENDING: {
    summary: 'A file is of an earlier version and is read as if it had been migrated.',
    help: 'Run migrate and apply what it shows. Until then nothing is written, and builds use the migrated values.',
  },
  VERSION_DEPRECATED: {
    summary: 'The version of a file is still read, but a named release will stop reading it.',
    help: 'Run migrate before you upgrade to that release.',
  },
  VERSION_NOT_CURRENT: {
    summary: 'A file is of an earlier version, where only current ones are accepted.',
    help: 'Run migrate, apply what it shows and commit the result; or do not ask for current versions only.',
  },
  MIGRATION_STEP_FAILED: {
    summary: 'A step could not bring the file to the next version.',
    help: 'The file is left as it is. Correct what the step names, or report it if the file is sound.',
  },
  MIGRATION_STEP_INVALID: {
    summary: 'What a step gave is not valid in the version it leads to.',
    help: 'The file is left as it is. This is a defect of the step: report it with the file.',
  },
  MIGRATION_STEP_OVERREACHED: {
    summary: 'A step changed what it does not say it changes.',
    help: 'The file is left as it is. This is a defect of the step: report it with the file.',
  },
  MIGRATION_IDENTITY_CHANGED: {
    summary: 'A step changed an identity without declaring that it does.',
    help: 'The file is left as it is. This is a defect of the step: report it with the file.',
  },
  MIGRATION_UNKNOWN_KEY_LOST: {
    summary: 'A step lost a key that no version knows, or its value.',
    help: 'The file is left as it is. Move the key under "extensions" once the file is migrated, or report it.',
  },
  MIGRATION_ROOT_NOT_FOUND: {
    summary: 'There is nothing to be migrated by the name that was given.',
    help: 'Name the folder of a declared asset under "assets", or the registry by its path "assets/.prometeu/index.json".',
  },
  MIGRATION_NEEDS_REGISTRY: {
    summary: 'A declaration would get an identity that the same plan does not record.',
    help: 'Migrate the registry in the same plan: name "assets/.prometeu/index.json" too, or migrate everything.',
  },
};
