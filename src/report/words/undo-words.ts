import type { UndoDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of the one undo that is kept. */
export const undoWords: AreaWords<UndoDiagnosticData> = {
  UNDO_NOTHING: {
    summary: 'There is nothing to undo.',
    help: 'One undo is kept, of the last plan that changed declarations or the registry. Go further back with version control.',
  },
  UNDO_DAMAGED: {
    summary: 'The record of the last plan is damaged.',
    help: 'Go back with version control instead. The next plan that is applied writes the record anew.',
  },
  UNDO_TOO_NEW: {
    summary: 'The record of the last plan was written by a newer release than this one.',
    help: 'Undo it with the release that applied it.',
  },
  UNDO_CONFLICT: {
    summary: 'Files that the last plan changed were changed again since.',
    help: 'Nothing of what was written since is overwritten. Put those files back as the plan left them, or go back with version control.',
  },
  UNDO_NOT_RECORDED: {
    summary: 'A plan to undo is not what the record of the last plan says.',
    help: 'Preview the undo again and apply that. Nothing was written.',
  },
};
