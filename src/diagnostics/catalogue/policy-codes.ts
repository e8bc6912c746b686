import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** The data of each code of this area. */
export interface PolicyDiagnosticData {
  /** The policy is written for another version of the packer. */
  readonly POLICY_VERSION_UNSUPPORTED: {
    /** The version's text in the file; null where it has none. */
    readonly token: string | null;
    /** The versions that this release reads. */
    readonly supported: readonly number[];
  };
  /** The policy names a code that the catalogue does not have. */
  readonly POLICY_CODE_UNKNOWN: {
    /** The code. */ readonly code: string;
  };
  /** The policy would hide or play down what it may not. */
  readonly POLICY_CODE_PROTECTED: {
    /** The code. */
    readonly code: string;
    /** What the policy asks for. */
    readonly wanted: 'warning' | 'info' | 'ignore' | 'baseline';
  };
  /** The policy takes a finding for known that is gone. */
  readonly POLICY_BASELINE_STALE: {
    /** The code of the finding. */
    readonly code: string;
    /** Its fingerprint. */
    readonly fingerprint: string;
  };
}

/** Codes about the policy by which findings are judged. */
export const policyCodes: CodeArea<PolicyDiagnosticData> = {
  POLICY_VERSION_UNSUPPORTED: {
    severity: 'error',
    message: ({ token, supported }) =>
      `${token === null ? 'the policy has no "policy_version"' : `"policy_version" is ${quote(token)}`}; expected ${supported.join(' or ')}`,
  },
  POLICY_CODE_UNKNOWN: {
    severity: 'error',
    message: ({ code }) => `there is no code ${quote(code)}; expected one of the catalogue`,
  },
  POLICY_CODE_PROTECTED: {
    severity: 'error',
    message: ({ code, wanted }) => `${quote(code)} can only be raised, and the policy asks for ${quote(wanted)}; the entry has no effect`,
  },
  POLICY_BASELINE_STALE: {
    severity: 'info',
    message: ({ code, fingerprint }) => `the baseline names the finding ${quote(fingerprint)} of ${quote(code)}, which is gone`,
  },
};
