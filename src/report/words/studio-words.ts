import type { StudioDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of a session: what concerns documents of an editor, previews that are held, and the two sides of a channel. */
export const studioWords: AreaWords<StudioDiagnosticData> = {
  STUDIO_SESSION_CLOSED: {
    summary: 'A session was asked for something after it had been closed.',
    help: 'Open another session.',
  },
  STUDIO_CONNECTION_LOST: {
    summary: 'The other side of a session is gone.',
    help: 'Start the worker again and open another session. What was committed is finished by the next plan that is applied.',
  },
  STUDIO_MESSAGE_MALFORMED: {
    summary: 'A message is none that the two sides of a session exchange.',
    help: 'Run the same release on both sides of the channel, and give the channel to nothing else.',
  },
  STUDIO_LISTENER_FAILED: {
    summary: 'A listener of a session failed.',
    help: 'Mend the listener. It is still told what happens; a further failure of the same listener is not reported again.',
  },
  STUDIO_PREVIEW_UNKNOWN: {
    summary: 'No plan is held under a digest.',
    help: 'Preview the plan again. A session holds the last 32 that were not applied.',
  },
  STUDIO_UNSAVED_CHANGES: {
    summary: 'A plan to be written would change files that have unsaved changes.',
    help: 'Save the documents, or preview the plan again: it is then made from the unsaved texts, as edits for the editor.',
  },
  STUDIO_DOCUMENT_CHANGED: {
    summary: 'A document is no longer the one that a plan was made from.',
    help: 'Rebase the plan: it is made anew from the document as it is now.',
  },
  STUDIO_DOCUMENT_OUTDATED: {
    summary: 'A version of a document is not newer than the one that is known.',
    help: 'Give each change of a document a larger version, a whole number from 0, and give the changes in their order.',
  },
};
