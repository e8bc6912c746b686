import type { PolicyDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes about the policy by which findings are judged. */
export const policyWords: AreaWords<PolicyDiagnosticData> = {
  POLICY_VERSION_UNSUPPORTED: {
    summary: 'The policy is written for another version of the packer.',
    help: 'Write "policy_version" with a version that this release reads, or use the release that the policy was written for.',
  },
  POLICY_CODE_UNKNOWN: {
    summary: 'The policy names a code that the catalogue does not have.',
    help: 'Correct the spelling of the code, or take the entry out. Codes are never renamed.',
  },
  POLICY_CODE_PROTECTED: {
    summary: 'The policy would hide or play down what it may not.',
    help: 'Take the entry out, and mend what it was to hide. Findings about identity, trust, versions and migrations, and refusals, can only be raised.',
  },
  POLICY_BASELINE_STALE: {
    summary: 'The policy takes a finding for known that is gone.',
    help: 'Take the entry out of the baseline, so that the finding is told again should it come back.',
  },
};
