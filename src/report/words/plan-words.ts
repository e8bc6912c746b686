import type { PlanDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of plans: their form, how they are applied, and what a crash left to be finished. */
export const planWords: AreaWords<PlanDiagnosticData> = {
  PLAN_MALFORMED: {
    summary: 'A plan does not have the form of a plan.',
    help: 'Apply the very plan that was previewed, or preview again.',
  },
  PLAN_DIGEST_MISMATCH: {
    summary: 'A plan was changed after it was made.',
    help: 'Apply the very plan that was previewed, or preview again.',
  },
  PLAN_TARGET_NOT_ALLOWED: {
    summary: 'A plan would change a file that plans never change.',
    help: 'Plans change declarations, the registry, its .gitignore and build outputs only. Preview again.',
  },
  PLAN_CONSENT_MISSING: {
    summary: 'A plan derives identities that nobody has agreed to.',
    help: 'Look at each derived identity in the preview, then agree by uuid or by the digest of the plan. Nothing was written.',
  },
  PLAN_CONSENT_UNKNOWN: {
    summary: 'What is agreed to is nothing that the plan does.',
    help: 'Preview again and agree to what that preview derives. Nothing was written.',
  },
  PLAN_NEEDS_ATOMIC_REPLACE: {
    summary: 'A plan of several files needs a port that replaces files in one step.',
    help: 'Use a write port with atomicReplace: without it, several files cannot change all or not at all.',
  },
  PLAN_STALE: {
    summary: 'The workspace changed after the plan was made.',
    help: 'Preview again: nothing was written.',
  },
  PLAN_TARGET_NEWER: {
    summary: 'A build output was written by a newer release than this one.',
    help: 'Upgrade prometeu-packer, or ask explicitly for newer outputs to be replaced.',
  },
  PLAN_LOCKED: {
    summary: 'Another packer is writing to the workspace.',
    help: 'Wait until it is done. Where its process is gone for certain and the lock stayed, break it with "prometeu-packer unlock --owner TOKEN --apply".',
  },
  PLAN_LOCK_LOST: {
    summary: 'The lock was removed or replaced by someone else while a plan was being applied.',
    help: 'Find out who removed it, then try again: nothing was changed.',
  },
  PLAN_LOCK_NOT_RELEASED: {
    summary: 'The lock could not be given back.',
    help: 'Where the workspace stays locked and no packer is running, break the lock with "prometeu-packer unlock --owner TOKEN --apply".',
  },
  PLAN_CANCELLED: {
    summary: 'The caller cancelled before anything was changed.',
    help: 'Apply again when wanted.',
  },
  PLAN_TOKEN_REFUSED: {
    summary: 'The token that names staged files cannot be used.',
    help: 'Inject a source that gives 8 to 32 random lower-case hexadecimal digits, others at each call.',
  },
  PLAN_IO_FAILED: {
    summary: 'The host could not read or write something while a plan was being applied.',
    help: 'Mend the cause (space, permissions, what stands in the way) and try again.',
  },
  PLAN_READ_BACK_MISMATCH: {
    summary: 'A staged file does not read back as it was written.',
    help: 'Check the disk. Nothing was changed.',
  },
  PLAN_STAGED_FILE_LEFT: {
    summary: 'Something that was made for a plan only could not be removed again.',
    help: 'Remove it by hand, or leave it: it has no effect, and the next plan that touches the folder removes it.',
  },
  PLAN_TRANSACTION_PENDING: {
    summary: 'A plan is committed and not yet finished.',
    help: 'Nothing is lost: readers see the finished state, and the next apply or recover finishes it.',
  },
  PLAN_RECOVERED: {
    summary: 'A plan that was committed earlier and not finished was rolled forward.',
    help: 'Nothing to do.',
  },
  PLAN_JOURNAL_DAMAGED: {
    summary: 'The journal of an unfinished plan is damaged.',
    help: 'Nothing was touched and nothing is guessed. Compare each staged file with its target, then remove the journal by hand.',
  },
  PLAN_RECOVERY_CONFLICT: {
    summary: 'A committed plan cannot be finished: a target or what was staged for it was changed by someone else.',
    help: 'Nothing was overwritten. Put back one of the two versions named, then recover.',
  },
};
