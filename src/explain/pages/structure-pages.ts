import type { StructureDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of the shape of one file. */
export const structurePages: AreaPages<StructureDiagnosticData> = {
  STRUCTURE_MISSING_KEY: {
    why: 'Every required key decides something that cannot be guessed: which bank an asset goes to, what is packed, how. A default would build, and pack something that nobody asked for.',
    fix: [
      'Add the key with one of the values that the finding names.',
      'Where it was lost in an edit, look at the file in version control for what stood there.',
    ],
  },
  STRUCTURE_WRONG_TYPE: {
    why: 'Values are never converted: a text "1" and the number 1, or a path and a list of one path, mean different things to the next tool that reads the file. A packer that takes both would leave it to chance which of the two is stored.',
    fix: [
      'Write a value of the type that the finding asks for.',
      'Where the file was written by hand after an old example, compare it with the shape of its version in `docs/formats`.',
    ],
  },
  STRUCTURE_NOT_AN_INTEGER: {
    why: 'All numbers of these files are ids, slots and versions. `1.0`, `1e0` and `-0` may be read as integers by one tool and refused by another, and they are written back in another way than they stood. So a file has one spelling for one number.',
    fix: ['Write the number in digits only, for example `1` in place of `1.0`.', 'Where a script writes the file, make it write integers.'],
  },
  STRUCTURE_OUT_OF_RANGE: {
    why: 'Ids and slots have a fixed width where the archive and the runtime keep them. A value beyond it could not be stored, or would come out as another one, and so point to another asset.',
    fix: [
      'Bring the value inside the range that the finding names.',
      'For a preload slot that may be any, leave `slot` out: the build gives it a free one.',
    ],
  },
  STRUCTURE_NOT_ALLOWED: {
    why: 'The value is none of those that this version knows. It may be misspelt, or come from a later release; to pick the nearest one would pack the asset as something that it is not.',
    fix: [
      'Write one of the values that the finding lists.',
      'Where a newer release knows the value, upgrade prometeu-packer on this machine too.',
    ],
  },
  STRUCTURE_BAD_FORMAT: {
    why: 'Names, roles and uuids have one strict form, since they become keys that the runtime looks up and that people type. Two spellings that look alike would be two keys, and the lookup would fail in the game instead of here.',
    fix: [
      'Write it in the form that the finding names: a name is of lower-case letters, digits, `-` and `_`, at most 64 of them, and begins with a letter or digit.',
      'Keep a title for people under `extensions`.',
    ],
  },
  STRUCTURE_UNKNOWN_KEY: {
    why: 'A key that nothing reads is most often a misspelt one: the setting it was meant for keeps its default, and nobody notices until the game runs. It is kept as it is, so nothing is lost, but it has no effect on the build.',
    fix: [
      'Where the finding names a key much like it, correct the spelling, or run `prometeu-packer fix FINGERPRINT --choice 1 --apply`.',
      'Move data of your own under `extensions`, which is kept without a word.',
      'Remove it where nothing needs it any more.',
    ],
  },
  STRUCTURE_KEY_FROM_LATER_VERSION: {
    why: 'The file says it is of one version and uses a key of a later one. Either its version was set back or the key was copied from a newer file. Which of the two is meant decides how every other key is read, so it is not guessed.',
    fix: [
      'Where the file is really of the later version, correct `schema_version`.',
      'Else take the key out, run `prometeu-packer migrate ROOT --apply`, and put it back into the migrated file.',
    ],
  },
  STRUCTURE_SCRIPT_KEY: {
    why: 'A declaration comes with assets, from people whom nobody asked whether they may run programs on this machine. The packer runs no commands, plugins or hooks. The key is an error and not merely unknown, so that nobody believes that it did something.',
    fix: [
      'Remove the key.',
      'Run the command in your own build, before `prometeu-packer build`, and commit or generate what it makes as an input.',
      'Where you do not know who wrote it, read the command before you run anything of the project.',
    ],
  },
  STRUCTURE_TOO_MANY_FAULTS: {
    why: 'A file with a hundred thousand faults was not edited: it is another file, or a tool wrote it wrongly from end to end. A list of all of them helps nobody, and to hold it could bring the program down.',
    fix: [
      'Bring the file back from version control.',
      'Find the tool that wrote it before it runs again.',
      'Run `prometeu-packer doctor` again for what is left.',
    ],
  },
};
