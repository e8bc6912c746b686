import type { Location } from '../diagnostics/location.js';
import type { Severity } from '../diagnostics/severity.js';

/** What a policy makes of every finding of a code. */
export interface PolicyRule {
  /** The code. */
  readonly code: string;
  /** How bad its findings are taken to be; `ignore` leaves them out. */
  readonly severity: Severity | 'ignore';
  /** Where the rule stands, for findings about it; the workspace as a whole unless told. */
  readonly location?: Location;
}

/** A finding that is known, and left out. */
export interface BaselineEntry {
  /** Its fingerprint. */
  readonly fingerprint: string;
  /** Its code. */
  readonly code: string;
  /** The file it was found in; empty for the workspace as a whole. For people: nothing is looked up by it. */
  readonly file: string;
  /** Where the entry stands, for findings about it; the workspace as a whole unless told. */
  readonly location?: Location;
}

/** How a project judges findings. It changes what is shown and what an exit code says, never what is allowed. */
export interface Policy {
  /** By code; the last one of a code counts. */
  readonly rules: readonly PolicyRule[];
  /** What is known. */
  readonly baseline: readonly BaselineEntry[];
}
