import type { UnlockDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of breaking a lock. */
export const unlockPages: AreaPages<UnlockDiagnosticData> = {
  UNLOCK_NOT_LOCKED: {
    why: 'A lock is only ever broken on a person’s word. Where there is none, the word was meant for another moment: the other process has finished meanwhile, or the command was run twice.',
    fix: ['Run the command that was refused again: nobody holds the lock any more.'],
  },
  UNLOCK_OTHER_OWNER: {
    why: 'The token names the very lock that a person looked at. Another one stands there now, so another process is writing: to take its lock away could let two packers write at once and lose what one of them does.',
    fix: [
      'Run the command that was refused again: it tells who holds the lock now.',
      'Wait for that process, or end it.',
      'Where it is gone for certain, run `prometeu-packer unlock --owner TOKEN --apply` with the token that is told.',
    ],
  },
};
