import type { PlanDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

const PREVIEW_AGAIN = 'Run the command again without `--apply`, look at the preview, and apply that one.';
const UNLOCK = 'run `prometeu-packer unlock --owner TOKEN --apply` with the token that is told';

/** Pages of the codes of plans: their form, how they are applied, and what a crash left to be finished. */
export const planPages: AreaPages<PlanDiagnosticData> = {
  PLAN_MALFORMED: {
    why: 'A plan is data, and may have been through a file, an editor or another program since it was made. One that lacks a part, or whose parts do not belong together, cannot be carried out as it was shown. It is refused as a whole before anything is touched.',
    fix: [PREVIEW_AGAIN, 'Where a program of yours hands the plan on, pass it on just as it came, every key of it.'],
  },
  PLAN_DIGEST_MISMATCH: {
    why: 'You agreed to the plan that you saw. Its digest covers every text and every condition in it, and this plan has another content than its digest says. To apply it would do something that nobody has looked at.',
    fix: [PREVIEW_AGAIN, 'Where a program of yours changes plans, let it make a new one with the change that it wants.'],
  },
  PLAN_TARGET_NOT_ALLOWED: {
    why: 'The packer writes declarations, the registry with its `.gitignore`, and build outputs, and nothing else. A plan that names another file was not made by the packer, and could replace a source, a script or a setting of yours. Not even your consent makes it do that.',
    fix: ['Drop this plan, and find out where it came from.', PREVIEW_AGAIN],
  },
  PLAN_CONSENT_MISSING: {
    why: 'The plan gives assets an identity that was worked out and stands in no file yet. From then on everything refers to it and it is never changed again, so a person has to have seen it. A pipeline that agrees to everything would make that decision unseen.',
    fix: [
      'Run `prometeu-packer migrate` and compare the identities that it lists with what you expect.',
      'Run `prometeu-packer migrate --apply --accept-listed-identities`, or name each one with `--accept-identity UUID`.',
    ],
  },
  PLAN_CONSENT_UNKNOWN: {
    why: 'You agreed to an identity, or to a plan, that is not this one. The consent was meant for another state of the project, perhaps another branch, and what you would be agreeing to now you have not seen.',
    fix: [
      'Run `prometeu-packer migrate` and look at the identities that it lists now.',
      'Agree to those, and take the others out of the command or script.',
    ],
  },
  PLAN_NEEDS_ATOMIC_REPLACE: {
    why: 'Several files have to change together or not at all. On this port a file cannot be replaced in one step, so that a crash could leave one that is half written, and nothing could tell it from a finished one afterwards.',
    fix: [
      'Work on a disk of this machine; `openNodeWorkspace` replaces files in one step there.',
      'In a port of your own, do `rename` in one step where the host can, say so in `capabilities`, and run `portContractCases` on it.',
      'Or make plans that change one file each.',
    ],
  },
  PLAN_STALE: {
    why: 'The plan was made from what it read, and some of that is different now: another program saved a file, or a branch was changed. Applied all the same, it would overwrite that work, or do something that no longer fits. The data name each path with what was expected and what is there.',
    fix: [PREVIEW_AGAIN, 'Where files change all the time, as in a watch of an exporter, stop that first.'],
  },
  PLAN_TARGET_NEWER: {
    why: 'Someone with a newer release has built this project. Replacing their output with one of the older form could take from the game what the newer runtime relies on, and nobody would notice until it runs.',
    fix: [
      'Upgrade to the release that wrote it, and run `prometeu-packer build` with that.',
      'Where the output is only left over, delete the folder `build` and run `prometeu-packer build`.',
      'In a program of your own, pass `replaceNewer: true` where you mean it.',
    ],
  },
  PLAN_LOCKED: {
    why: 'Two packers that write at once could each finish half of what the other began. The lock makes the second one stop before it touches anything; reading goes on meanwhile. It is taken over by itself only where its owner is proven dead, never since it is old.',
    fix: [
      'Wait until the process that is named has finished, and run the command again.',
      `Where that process is gone for certain, as after a crash on another machine, ${UNLOCK}.`,
    ],
  },
  PLAN_LOCK_LOST: {
    why: 'The lock was there when the work began, and was gone or another one before it was committed. Someone removed it, by hand or with `unlock`, and another packer may be writing by now. So this plan was given up, with every target as it was.',
    fix: [
      'Find out what removes `assets/.prometeu/lock`: a person, a cleaning script, or a tool that synchronises folders.',
      'Run the command again when no other packer is running.',
    ],
  },
  PLAN_LOCK_NOT_RELEASED: {
    why: 'The work is done and stays done, but the lock file could not be removed. The next run on this machine takes it over, as its owner is dead by then; a run elsewhere cannot know that and is refused.',
    fix: [
      'Look at the reason that the message gives: rights on the folder, or a program that holds the file open.',
      `Where the next run is refused and no packer is running, ${UNLOCK}.`,
    ],
  },
  PLAN_CANCELLED: {
    why: 'Someone asked for it to stop, in time: the plan was not committed, and every file is as it was before. After the commit point a plan is finished whatever happens, since half of it would be worse than all.',
    fix: ['Run the command again when you want it done.'],
  },
  PLAN_TOKEN_REFUSED: {
    why: 'The token becomes part of the names of the files that are written beside the targets. One that is too short could meet the name of another run, and one with other characters could lead out of the folder. The source of tokens belongs to the host that was passed in.',
    fix: [
      'Give 16 random lower-case hexadecimal digits from `newToken`, others at each call.',
      'Or take the host from `openNodeWorkspace`, which does.',
    ],
  },
  PLAN_IO_FAILED: {
    why: 'The host refused an operation that the plan cannot do without. Up to the commit point that leaves everything as it was: what had been staged is removed again. The message tells the file, the operation and the reason in the words of the host.',
    fix: [
      'Mend the reason: make room on the disk, give the user the right to write, or close the program that holds the file.',
      'Run the command again.',
      'Where `PLAN_TRANSACTION_PENDING` stands beside it, the plan is committed: the next run that writes finishes it.',
    ],
  },
  PLAN_READ_BACK_MISMATCH: {
    why: 'What was written is read again before anything is replaced, and it is not the same. The disk, its driver or something between has changed bytes, or another program wrote into the file. Had it not been looked at, a damaged file would now stand in the place of a sound one.',
    fix: [
      'Find out whether another program touches files that end in `.prometeu.tmp`, and keep it from that.',
      'Check the disk and its free space, and on a network share the connection.',
      'Run the command again.',
    ],
  },
  PLAN_STAGED_FILE_LEFT: {
    why: 'The plan was taken back, but this file, which had been made for it alone, could not be removed. It is never read, packed or counted as an input. It is only in the way of whoever looks at the folder.',
    fix: [
      'Delete the file, or leave it: the next plan that writes to the folder removes it.',
      'Look at the reason in the message where it happens again.',
    ],
  },
  PLAN_TRANSACTION_PENDING: {
    why: 'The plan is committed: its new texts are on the disk beside their targets, and the journal says what belongs where. Something stopped it before the last file was in place. Readers of this packer already see the finished state; every other program sees some files old and some new until it is finished.',
    fix: [
      'Mend what the message names, such as a program that holds a file open.',
      'Run any command that writes, such as `prometeu-packer build`: it finishes the plan first.',
      'Do not edit the files named until then, and do not commit them to version control.',
    ],
  },
  PLAN_RECOVERED: {
    why: 'An earlier run had committed a plan and was stopped before it had replaced every file, by a crash or a power cut. This run did what was left. It is told so that a file that changed just now does not come as a surprise.',
    fix: ['Do nothing; look at the files named with version control if you want to see what changed.'],
  },
  PLAN_JOURNAL_DAMAGED: {
    why: 'The journal is replaced in one step, so that a crash cannot leave half of one: something else has written into it, or the disk lost it. What it said about the unfinished plan cannot be trusted, and to guess could mix the texts of two plans. Nothing is written until a person has looked.',
    fix: [
      'List the files under `assets` that end in `.prometeu.tmp`, and compare each with its target: they are the texts that the plan was to write.',
      'Keep for each target the one that you want, and see with version control that they belong together.',
      'Delete `assets/.prometeu/journal.json` and the staged files, and run `prometeu-packer doctor`.',
    ],
  },
  PLAN_RECOVERY_CONFLICT: {
    why: 'A committed plan still has to replace this file, and the file is neither what the plan was made for nor what it makes of it: someone has edited it meanwhile, or what was staged for it is gone. To go on would destroy that edit, and to drop the plan would leave the other files of it half changed.',
    fix: [
      'Compare the file with the staged one that the data name, and put the text that you want aside.',
      'Put the file back as it was before the plan, from version control, or copy the staged text into it.',
      'Run any command that writes, such as `prometeu-packer build`: it finishes the plan. Then make your edit again.',
    ],
  },
};
