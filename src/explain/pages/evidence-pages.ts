import type { EvidenceDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of evidence: what other processes say of source files. */
export const evidencePages: AreaPages<EvidenceDiagnosticData> = {
  EVIDENCE_VERSION_UNSUPPORTED: {
    why: 'Evidence says which contents need no check. Read by the rules of another version, a file could pass that nobody has checked. So none of it is used, and nothing is run.',
    fix: [
      'Install the same release of `prometeu-packer` in all jobs: commit the lock file of the package manager.',
      'Run all shards again.',
    ],
  },
  EVIDENCE_RULES_DIFFER: {
    why: 'What one release takes for a sound PNG or WAV file, another may refuse. Evidence of the one would let through what the other would have told.',
    fix: [
      'Install the same release of `prometeu-packer` in all jobs: commit the lock file of the package manager.',
      'Run all shards again; evidence that was kept from an earlier run may be deleted.',
    ],
  },
  EVIDENCE_BUDGET_DIFFERS: {
    why: 'Limits decide what is refused: a PNG of 10,000 rows is sound under one limit and too large under another. Evidence holds for the limits it was made with and for no others.',
    fix: ['Give the same `budgets` to `checkShard` and to `doctor`.', 'Run all shards again.'],
  },
  EVIDENCE_SHARD_COUNT_DIFFERS: {
    why: 'Which asset is of which shard depends on how many there are. Pieces of two splits leave out some assets and have others twice, and nobody could say which.',
    fix: [
      'Give the same number to all jobs: `prometeu-packer doctor --shard 1/8`, `2/8` and so on.',
      'Delete what an earlier run with another number has left in the folder that is merged.',
    ],
  },
  EVIDENCE_SHARD_INVALID: {
    why: 'Shards are counted from 1 to as many as there are. A number outside is a job that would check nothing, or a file that no job has made.',
    fix: [
      'Number the jobs from 1: `prometeu-packer doctor --shard 1/8` is the first of eight.',
      'Where a file of evidence says so, make it anew: it was edited or damaged.',
    ],
  },
  EVIDENCE_SHARD_TWICE: {
    why: 'One shard of one commit has one answer. Two answers come of two commits, of two runs that got mixed up, or of a file that somebody has changed. Which of them is right cannot be told.',
    fix: ['Delete what earlier runs left in the folder that is merged.', 'Run all shards again on one commit, and merge what they made.'],
  },
  EVIDENCE_SHARD_MISSING: {
    why: 'Evidence saves work where it is there, and a report could be made without it. But a shard that is missing is most often a job that was never started or whose artifact was lost: somebody should hear of it before relying on the split.',
    fix: [
      'See whether all jobs ran and kept their file, also those that exited with 1.',
      'Name all files: `prometeu-packer doctor --merge shard-1.json shard-2.json`.',
    ],
  },
};
