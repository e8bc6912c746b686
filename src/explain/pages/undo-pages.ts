import type { UndoDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

const VERSION_CONTROL = 'Go back with version control, declarations and registry together.';

/** Pages of the codes of the one undo that is kept. */
export const undoPages: AreaPages<UndoDiagnosticData> = {
  UNDO_NOTHING: {
    why: 'One undo is kept: what the last plan changed in declarations and registry. None was applied in this checkout, or its undo was used already. Builds leave no record, since they can be made again at any time.',
    fix: [VERSION_CONTROL, 'Where only a build is to be taken back, restore the sources and run `prometeu-packer build`.'],
  },
  UNDO_DAMAGED: {
    why: 'The record holds the bytes of before, guarded by a checksum. Something has changed it since, so what it would bring back may not be what stood there. Half of an undo could leave declarations and registry that do not agree on an identity.',
    fix: [
      VERSION_CONTROL,
      'Find out what touches `assets/.prometeu/undo`: a clean-up script, or a tool that synchronises folders. The next plan writes the record anew.',
    ],
  },
  UNDO_TOO_NEW: {
    why: 'A newer release applied the last plan, and its record may say more than this one understands. To read only the part that is known could bring back half of what the plan changed.',
    fix: [
      'Run `prometeu-packer undo --apply` with the release that applied the plan.',
      'Or go back with version control, declarations and registry together.',
    ],
  },
  UNDO_CONFLICT: {
    why: 'An undo puts back the bytes from before the plan. Someone has changed one of these files since, and those edits would be lost without having been seen. Nothing was written.',
    fix: [
      'Where the edits are not needed, put the files named back as the plan left them, and run `prometeu-packer undo` again.',
      'Where they are, take the plan back by hand: `prometeu-packer doctor` then tells whether declarations and registry still agree.',
      'Or go back with version control and make the edits again.',
    ],
  },
  UNDO_NOT_RECORDED: {
    why: 'Only an undo may take an identity back, so it has to be exactly what the record of the last plan says: every file of it, and no other. This plan differs. Either another plan was applied since it was previewed, or it was changed on the way.',
    fix: [
      'Run `prometeu-packer undo` again, look at the preview, and apply that one.',
      'Where a program of yours hands the plan on, pass it on just as it came, every key of it.',
    ],
  },
};
