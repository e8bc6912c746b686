import type { PlanPhase } from '../../diagnostics/catalogue/plan-codes.js';
import type { ComputePort } from '../../ports/compute-port.js';
import type { ReadPort } from '../../ports/read-port.js';
import type { WritePort } from '../../ports/write-port.js';

/** How far a plan being applied has come. Phases come in their order; within one, `done` only grows. */
export interface ApplyProgress {
  /** What is going on. */
  readonly phase: PlanPhase;
  /** How much of it is done. */
  readonly done: number;
  /** How much there is to do. */
  readonly total: number;
  /** What is counted. */
  readonly unit: 'files' | 'bytes';
}

/** What every phase works with. The ports are guarded: they never throw. */
export interface ApplyContext {
  /** How to read. */
  readonly read: ReadPort;
  /** How to write. */
  readonly write: WritePort;
  /** Digests. */
  readonly compute: ComputePort;
}

/** What the phases before the commit point work with besides. */
export interface StagingContext extends ApplyContext {
  /** Token in the names of staged files. */
  readonly token: string;
  /** Stops the plan; without effect from the commit point on. */
  readonly signal?: AbortSignal | undefined;
  /** Tells the caller how far it has come; never throws. */
  readonly report: (progress: ApplyProgress) => void;
}

/** What copying sources works with. */
export type CopyContext = Pick<StagingContext, 'read' | 'compute' | 'signal' | 'report'>;
