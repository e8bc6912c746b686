import type { EvidenceDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of evidence: what other processes say of source files. */
export const evidenceWords: AreaWords<EvidenceDiagnosticData> = {
  EVIDENCE_VERSION_UNSUPPORTED: {
    summary: 'The evidence is written for another version of the packer.',
    help: 'Run the same release in all jobs.',
  },
  EVIDENCE_RULES_DIFFER: {
    summary: 'The evidence was made by other rules than those of this release.',
    help: 'Run the same release in all jobs, and make the evidence anew.',
  },
  EVIDENCE_BUDGET_DIFFERS: {
    summary: 'The evidence was made with other limits of source files.',
    help: 'Give all runs the same budgets, and make the evidence anew.',
  },
  EVIDENCE_SHARD_COUNT_DIFFERS: {
    summary: 'The pieces of evidence are of different splits.',
    help: 'Merge what one run of all jobs made, with the same number of shards.',
  },
  EVIDENCE_SHARD_INVALID: {
    summary: 'There is no shard of this number.',
    help: 'Number the shards from 1 to as many as there are.',
  },
  EVIDENCE_SHARD_TWICE: {
    summary: 'Evidence of one shard is given twice, and says two things.',
    help: 'Merge what one run of all jobs made: one piece of evidence a shard.',
  },
  EVIDENCE_SHARD_MISSING: {
    summary: 'Evidence of some shards is not given.',
    help: 'See whether all jobs ran and kept what they made, and name all of it.',
  },
};
