import { applyPlan, recover } from 'prometeu-packer';

/** What is put to the test: the real thing, or a mutant of it. */
export interface CrashSubject {
  /** Applies a plan. */
  readonly applyPlan: typeof applyPlan;
  /** Finishes what was committed. */
  readonly recover: typeof recover;
}

/** The real thing. */
export const realSubject: CrashSubject = { applyPlan, recover };
