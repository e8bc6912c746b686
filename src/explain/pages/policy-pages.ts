import type { PolicyDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of the policy by which findings are judged. */
export const policyPages: AreaPages<PolicyDiagnosticData> = {
  POLICY_VERSION_UNSUPPORTED: {
    why: 'A policy says which findings may pass. One that is read by the rules of another version could let through what it was written to stop. So none of it is used, and with `--policy` nothing is run.',
    fix: [
      'Write `"policy_version": 1` into a policy that was written by hand.',
      'Where a newer release wrote it, upgrade to that release of `prometeu-packer`.',
    ],
  },
  POLICY_CODE_UNKNOWN: {
    why: 'An entry for a code that does not exist has no effect, and whoever wrote it relies on it. Most often a letter is wrong: the finding that was to be raised then passes as before.',
    fix: [
      'Run `prometeu-packer explain CODE` with the code that you mean: it knows every one there is.',
      'Correct the entry, or take it out. Where it is of a newer release, upgrade to that.',
    ],
  },
  POLICY_CODE_PROTECTED: {
    why: 'Findings about identity, trust and versions say that something could be mistaken for something else, and most other errors are refusals. Hidden from a report they would still stop a build, or worse, be found in the game. They can be made stricter and not milder, so this entry has no effect.',
    fix: ['Take the entry out of the policy.', 'Mend the finding that it was to hide: `prometeu-packer explain CODE` tells how.'],
  },
  POLICY_BASELINE_STALE: {
    why: 'A baseline names findings that were there when it was written, so that new ones stand out. This one is gone. As long as it is listed, the same fault could come back without being told.',
    fix: ['Take the entry out of `baseline`.', 'Or write the baseline anew: `prometeu-packer doctor --policy FILE --format baseline`.'],
  },
};
