import { err, type Err } from 'neverthrow';
import type { MemoryWorkspace } from 'prometeu-packer/memory';
import { stagedPath } from '../../src/artifacts/journal/staged-path.js';
import type { PortError, PortErrorKind, PortOperation } from '../../src/ports/port-error.js';
import type { ReadPort } from '../../src/ports/read-port.js';
import type { ApplyProgress, StagingContext } from '../../src/plans/apply/apply-context.js';
import type { VerifiedPlan } from '../../src/plans/verified-plan.js';
import { verifyPlanShape } from '../../src/plans/verify-plan-shape.js';
import { compute, path, valueOf } from './bench.js';

export const TOKEN = '0123456789abcdef';

/** Where the content of a target is staged. */
export function stagedFor(target: string): string {
  return stagedPath(path(target), TOKEN);
}

export interface StagingBench extends StagingContext {
  /** What was told of the progress. */
  readonly reports: ApplyProgress[];
}

/** What the phases before the commit point work with, on the ports of a workspace as they are. */
export function stagingOf(workspace: Pick<MemoryWorkspace, 'read' | 'write'>, signal?: AbortSignal): StagingBench {
  const reports: ApplyProgress[] = [];
  const { read, write } = workspace;
  return { read, write, compute, token: TOKEN, signal, reports, report: (progress) => void reports.push(progress) };
}

/** A plan, checked. */
export function verified(plan: unknown): VerifiedPlan {
  return valueOf(verifyPlanShape(plan, compute)).value;
}

export function failed(kind: PortErrorKind, operation: PortOperation, at: string): Err<never, PortError> {
  return err({ kind, operation, path: at, detail: `the host said ${kind}` });
}

type Batch = 'readFiles' | 'statPaths' | 'listFolders';

/** A read port one batch call of which fails as a whole: the `index`-th of its kind, counted from 0. */
export function failingBatch(read: ReadPort, batch: Batch, index: number, kind: PortErrorKind = 'io'): ReadPort {
  let calls = 0;
  const operation = ({ readFiles: 'read', statPaths: 'stat', listFolders: 'list' } as const)[batch];
  const run = read[batch] as (...given: readonly unknown[]) => unknown;
  const failing = (...given: readonly unknown[]) => {
    calls += 1;
    return calls - 1 === index ? Promise.resolve(failed(kind, operation, '')) : run(...given);
  };
  return { ...read, [batch]: failing };
}
