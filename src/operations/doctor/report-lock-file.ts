import { err, ok } from 'neverthrow';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Observed } from '../../diagnostics/outcome.js';
import { LOCK_PATH } from '../../paths/owned-paths.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import { MAX_LOCK_BYTES, parseLockOwner } from '../../ports/lock-owner.js';
import { isProvenDead, type LockWitness } from '../../ports/lock-witness.js';
import type { PortError } from '../../ports/port-error.js';
import { readBytes } from '../../ports/read-bytes.js';
import { classifyUnread } from '../../versioning/classify-refusal.js';
import type { ReadContext } from '../read-context.js';
import { type ArtifactReport, artifactReport } from './artifact-report.js';
import { distinctCodes } from './codes-by-file.js';
import { type FoundVersion, refusedVersion } from './found-version.js';

/** A lock file as it was looked at. */
export interface LockFileReport {
  /** The report on it; null where there is none. */
  readonly report: ArtifactReport | null;
  /** PLAN_LOCKED where it keeps everybody else from writing. */
  readonly diagnostics: readonly Diagnostic[];
}

const UNVERSIONED: Omit<FoundVersion, 'class' | 'stage'> = { version: null, window: 'none' };

function judgeLockError(error: PortError): Observed<LockFileReport> {
  const told = diagnosePortError(error, 'workspace');
  switch (error.kind) {
    case 'aborted':
    case 'broken':
      return err([told]);
    case 'not-found':
    case 'not-a-folder':
      return ok({ report: null, diagnostics: [] });
    default: {
      if (error.path !== LOCK_PATH) return ok({ report: null, diagnostics: [] }); // a folder above is none: whoever lists folders tells that
      const diagnostics = error.kind === 'too-large' ? [lockedBy(null)] : [told];
      const found = refusedVersion(classifyUnread(error));
      return ok({ report: artifactReport('lock', LOCK_PATH, found, { codes: distinctCodes(diagnostics) }), diagnostics });
    }
  }
}

function lockedBy(owner: ReturnType<typeof parseLockOwner>): Diagnostic {
  const location = { kind: 'file', file: LOCK_PATH } as const;
  return diagnose('PLAN_LOCKED', { artifact: 'workspace', location, data: { path: LOCK_PATH, owner } });
}

/**
 * Reports on the lock of whoever writes. One whose owner is proven dead stands in nobody's way: it is taken over.
 *
 * @param witness - what the host knows of processes; without it no owner is proven dead.
 * @returns Err where reading was cancelled, or the port broke its contract.
 */
export async function reportLockFile({ read }: Pick<ReadContext, 'read'>, witness?: LockWitness): Promise<Observed<LockFileReport>> {
  const bytes = await readBytes(read, LOCK_PATH, MAX_LOCK_BYTES);
  if (bytes.isErr()) return judgeLockError(bytes.error);
  const owner = parseLockOwner(bytes.value);
  const isDead = owner !== null && witness !== undefined && isProvenDead(owner, witness);
  const diagnostics = isDead ? [] : [lockedBy(owner)];
  const found: FoundVersion =
    owner === null ? { ...UNVERSIONED, class: 'malformed', stage: 'bytes' } : { ...UNVERSIONED, class: 'unversioned', stage: 'meaning' };
  return ok({ report: artifactReport('lock', LOCK_PATH, found, { codes: distinctCodes(diagnostics) }), diagnostics });
}
