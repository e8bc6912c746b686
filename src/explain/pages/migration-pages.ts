import type { MigrationDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

const REPORT_STEP = 'Report it with the file: its content is what shows the defect.';
const RESTORE = 'Until it is mended, work with the release that wrote the file.';

/** Pages of the codes of files of earlier versions, and of their migration. */
export const migrationPages: AreaPages<MigrationDiagnosticData> = {
  MIGRATION_PENDING: {
    why: 'The file is read as if it had been migrated, so that builds and checks already use the current meaning. Nothing was written, since a change to files that people edit has to be seen before it happens. As long as it is pending, every run does the same work again, and a release that drops the version will refuse the file.',
    fix: [
      'Run `prometeu-packer migrate` and look at the differences that it shows.',
      'Run `prometeu-packer migrate --apply` and commit the result.',
    ],
  },
  VERSION_DEPRECATED: {
    why: 'The named release will have no schema and no migration for this version. Whoever upgrades to it with such a file in the project, or with an old branch that holds one, would have to go back to an older release first. Now it still takes one command.',
    fix: [
      'Run `prometeu-packer migrate`, look at the differences, and run `prometeu-packer migrate --apply`.',
      'Commit the result, and do the same on branches that live longer than the upgrade.',
    ],
  },
  VERSION_NOT_CURRENT: {
    why: 'You asked for current versions only, as a pipeline does that must not depend on migrations in memory. A file of an earlier version then stops the build: what would be packed was worked out on this machine and stands in no file that was reviewed.',
    fix: [
      'Run `prometeu-packer migrate --apply` on a checkout, and commit the result.',
      'Or leave out `--require-current`: the build then takes the migrated values and warns.',
    ],
  },
  MIGRATION_STEP_FAILED: {
    why: 'A migration is done step by step, and this step said that it cannot carry the file on, or it broke down. To skip it, or to go on with half of its work, would leave a file that claims a version it does not have. Nothing was written; the report says how far it got.',
    fix: [
      'Where the message names something in the file, correct that by hand and run `prometeu-packer migrate` again.',
      'Else report it with the file: the step is part of the packer.',
      RESTORE,
    ],
  },
  MIGRATION_STEP_INVALID: {
    why: 'What a step gives is checked by the schema of the version it leads to, just as a file from disk is. Here it did not fit, so that the next read would have refused what the migration wrote. It was found before anything was written.',
    fix: [REPORT_STEP, RESTORE],
  },
  MIGRATION_STEP_OVERREACHED: {
    why: 'Each step says which places it may change, and a reviewer relies on that. This one changed another place: even where the result is valid, something that you wrote would have become something else without anyone having meant it. The step is refused as a whole.',
    fix: [REPORT_STEP, RESTORE],
  },
  MIGRATION_IDENTITY_CHANGED: {
    why: 'An asset is found by its identity, in the registry, in archives and by everything that refers to it. A migration that changed one would turn the asset into another without a word. Only a step that brings identities to a version that had none may add them, and no step may replace one.',
    fix: [REPORT_STEP, RESTORE],
  },
  MIGRATION_UNKNOWN_KEY_LOST: {
    why: 'Keys that no version knows belong to you or to another tool, and the packer promises to carry them along to the letter. A step that drops one would take away what may stand nowhere else. So the file is left as it is, with the key in it.',
    fix: [
      'Report it with the file: no step may lose a key.',
      'To go on, take the key out, run `prometeu-packer migrate --apply`, and put the key back under `extensions`, where nothing ever touches it.',
    ],
  },
  MIGRATION_ROOT_NOT_FOUND: {
    why: 'You named what is to be migrated, and there is no such thing. To leave it out in silence would end in a success that did not do what was asked, and a pipeline would go on with files of an earlier version.',
    fix: [
      'Name the folder of the asset relative to `assets`, just as it is spelled there: `prometeu-packer migrate sprites/hero`.',
      'Name the registry by its path, `assets/.prometeu/index.json`.',
      'Or run `prometeu-packer migrate` without a name, which takes everything.',
    ],
  },
  MIGRATION_NEEDS_REGISTRY: {
    why: 'The declaration gets its identity from its record, and both have to say the same from then on. Were the declaration migrated alone, it would claim an identity that the registry does not hold, and the two could drift apart before the registry follows.',
    fix: [
      'Run `prometeu-packer migrate` without a name, which takes everything.',
      'Or name both: `prometeu-packer migrate ROOT assets/.prometeu/index.json`.',
    ],
  },
};
