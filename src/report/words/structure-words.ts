import type { StructureDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes for the shape of one file, judged after its version. */
export const structureWords: AreaWords<StructureDiagnosticData> = {
  STRUCTURE_MISSING_KEY: {
    summary: 'A required key is missing.',
    help: 'Add the key. A default is never assumed for it.',
  },
  STRUCTURE_WRONG_TYPE: {
    summary: 'A value has the wrong type.',
    help: 'Write a value of the expected type. Nothing is converted: "1" is not 1.',
  },
  STRUCTURE_NOT_AN_INTEGER: {
    summary: 'A number that must be an integer is not written as one.',
    help: 'Write digits only: 1, not 1.0, 1e0 or -0.',
  },
  STRUCTURE_OUT_OF_RANGE: {
    summary: 'A number, list or string is too small or too large.',
    help: 'Bring it inside the range.',
  },
  STRUCTURE_NOT_ALLOWED: {
    summary: 'A value is not one of the allowed ones.',
    help: 'Use one of the allowed values.',
  },
  STRUCTURE_BAD_FORMAT: {
    summary: 'A text does not have the required form.',
    help: 'Write it in the required form.',
  },
  STRUCTURE_UNKNOWN_KEY: {
    summary: 'A key is not known in this version.',
    help: 'Correct its spelling, or move data of your own under "extensions". The key is kept as it is and has no effect.',
  },
  STRUCTURE_KEY_FROM_LATER_VERSION: {
    summary: 'A key belongs to a later version than the file says it is.',
    help: 'Correct schema_version if the file is of the later version, or take the key out. Which of them is meant is never guessed.',
  },
  STRUCTURE_SCRIPT_KEY: {
    summary: 'A declaration asks for something to be run.',
    help: 'Remove the key. The packer runs no scripts, plugins, hooks or commands, whoever wrote them.',
  },
  STRUCTURE_TOO_MANY_FAULTS: {
    summary: 'There are more faults in the shape of the file than can be told one by one.',
    help: 'Restore the file from version control; a file this broken was not made by hand.',
  },
};
