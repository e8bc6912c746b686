import type { StudioDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of a session that stays open, as in an editor. */
export const studioPages: AreaPages<StudioDiagnosticData> = {
  STUDIO_SESSION_CLOSED: {
    why: 'A closed session watches nothing any more, so that anything it answered would be out of date. Plans that it held are gone with it.',
    fix: ['Open another session with `openSession` or `connectSession`.', 'In a panel, stop asking when the event `closed` is told.'],
  },
  STUDIO_CONNECTION_LOST: {
    why: 'The worker that did the work has ended, so that nobody knows whether the last call was carried out. Files are safe all the same: a plan is either not committed, or finished by the next one.',
    fix: [
      'Look at the reason in the message: out of memory, an error at its start, or ended by the host.',
      'Start the worker again and open another session; then ask for `doctor` before anything is applied.',
    ],
  },
  STUDIO_MESSAGE_MALFORMED: {
    why: 'A session takes only what its methods are declared to take, since what comes over a channel may be from anything. A message of another shape could mean something else to the other side, so it is left aside.',
    fix: [
      'Run the same release of `prometeu-packer` on both sides of the channel.',
      'Give the channel to the session alone; send messages of your own over another one.',
      'Let TypeScript check the call: the message names the argument that is wrong.',
    ],
  },
  STUDIO_LISTENER_FAILED: {
    why: 'A listener that throws is a fault in the program that shows the session, and may leave what it shows out of date. The session goes on and tells the other listeners. It is said once for each listener, not at every event.',
    fix: [
      'Mend the listener: the message tells what it threw, and at which event.',
      'Where a panel was taken away, call the function that `subscribe` gave back.',
    ],
  },
  STUDIO_PREVIEW_UNKNOWN: {
    why: 'Only a plan that was previewed in this session can be applied in it, so that nothing happens that nobody saw. Under this digest none is held: it was applied already, 32 later ones took its place, or the session is another one.',
    fix: ['Ask for the preview again, show it, and apply the digest that it gives.'],
  },
  STUDIO_UNSAVED_CHANGES: {
    why: 'The plan is to be written to files that the editor holds with changes of their own. Written now, either the editor would overwrite the plan when it saves, or the changes would be lost.',
    fix: ['Save the documents that the message names, or take their changes back.', 'Then ask for the preview again.'],
  },
  STUDIO_DOCUMENT_CHANGED: {
    why: 'The edits of the plan were worked out for the text as it was, and someone has typed since. At the same places they could now change something else.',
    fix: [
      'Call `rebase` with the digest of the preview: the plan is made anew from the text as it is now.',
      'Show the new preview, and apply that.',
    ],
  },
  STUDIO_DOCUMENT_OUTDATED: {
    why: 'The version tells which text of a document is the latest. One that is not larger than the last came out of order or twice, and to take it would judge a text that is no longer on the screen.',
    fix: [
      'Give each change of a document a larger version, as the counts of editors do.',
      'Send the changes of a document in their order, and wait for nothing in between.',
      'Call `removeOverlay` before a document is opened anew with a smaller version.',
    ],
  },
};
