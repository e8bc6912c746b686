import type { UnlockDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of breaking a lock that its owner left behind. */
export const unlockWords: AreaWords<UnlockDiagnosticData> = {
  UNLOCK_NOT_LOCKED: {
    summary: 'A lock is to be broken, and there is none.',
    help: 'Nothing to do: the workspace can be written.',
  },
  UNLOCK_OTHER_OWNER: {
    summary: 'The lock is not the one that is to be broken.',
    help: 'Look who holds it now, and break that lock only if its process is gone for certain. A lock that nobody can be read from has to be removed by hand.',
  },
};
