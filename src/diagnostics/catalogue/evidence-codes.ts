import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** The data of each code of this area. */
export interface EvidenceDiagnosticData {
  /** The evidence is written for another version of the packer. */
  readonly EVIDENCE_VERSION_UNSUPPORTED: {
    /** The version's text in the file; null where it has none. */
    readonly token: string | null;
    /** The versions that this release reads. */
    readonly supported: readonly number[];
  };
  /** The evidence was made by other rules. */
  readonly EVIDENCE_RULES_DIFFER: {
    /** The rules it was made by. */
    readonly found: number;
    /** Those of this release. */
    readonly expected: number;
  };
  /** The evidence was made with another limit. */
  readonly EVIDENCE_BUDGET_DIFFERS: {
    /** The limit, as the evidence calls it. */
    readonly budget: 'max_file_bytes' | 'max_png_side' | 'max_png_inflated_bytes';
    readonly found: number;
    readonly expected: number;
  };
  /** The evidence is of another split. */
  readonly EVIDENCE_SHARD_COUNT_DIFFERS: {
    /** Into how many shards its workspace was split. */
    readonly found: number;
    readonly expected: number;
  };
  /** There is no such shard. */
  readonly EVIDENCE_SHARD_INVALID: {
    readonly shard: number;
    /** How many shards there are. */
    readonly count: number;
  };
  /** Evidence of one shard is given twice, and says two things. */
  readonly EVIDENCE_SHARD_TWICE: {
    readonly shard: number;
  };
  /** Evidence of some shards is not given. */
  readonly EVIDENCE_SHARD_MISSING: {
    /** The first of them, by number. */
    readonly missing: readonly number[];
    /** How many there are. */
    readonly count: number;
    /** Into how many shards the workspace was split. */
    readonly of: number;
  };
}

/** Codes of evidence: what other processes say of source files. */
export const evidenceCodes: CodeArea<EvidenceDiagnosticData> = {
  EVIDENCE_VERSION_UNSUPPORTED: {
    severity: 'error',
    message: ({ token, supported }) =>
      `${token === null ? 'the evidence has no "evidence_version"' : `"evidence_version" is ${quote(token)}`}; expected ${supported.join(' or ')}`,
  },
  EVIDENCE_RULES_DIFFER: {
    severity: 'error',
    message: ({ found, expected }) => `the evidence was made by rules ${found}; expected ${expected}`,
  },
  EVIDENCE_BUDGET_DIFFERS: {
    severity: 'error',
    message: ({ budget, found, expected }) => `the evidence was made with ${budget} ${found}; expected ${expected}`,
  },
  EVIDENCE_SHARD_COUNT_DIFFERS: {
    severity: 'error',
    message: ({ found, expected }) => `the evidence is of a split into ${found}; expected ${expected}`,
  },
  EVIDENCE_SHARD_INVALID: {
    severity: 'error',
    message: ({ shard, count }) => `shard ${shard} of ${count}; expected whole numbers, the first from 1 to the second`,
  },
  EVIDENCE_SHARD_TWICE: {
    severity: 'error',
    message: ({ shard }) => `there are two pieces of evidence of shard ${shard}, and they differ; expected one`,
  },
  EVIDENCE_SHARD_MISSING: {
    severity: 'error',
    message: ({ missing, count, of }) =>
      `evidence of ${count} of ${of} shards is missing: ${missing.join(', ')}${missing.length < count ? ', …' : ''}`,
  },
};
