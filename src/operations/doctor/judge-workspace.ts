import type { Result } from 'neverthrow';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { hasErrors } from '../../diagnostics/count-diagnostics.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { findObstacles } from '../find-obstacles.js';
import { distinctCodes } from './codes-by-file.js';

/** Whether something can be done, and the codes that decide it: empty where it can. */
export interface Ability {
  /** Whether it can. */
  readonly can: boolean;
  /** Codes that stand in the way, by code units. */
  readonly decidedBy: readonly string[];
}

/** What a workspace allows. */
export interface Verdict {
  /** Whether everything in it could be read. */
  readonly read: Ability;
  /** Whether a plan can be made and applied. */
  readonly mutate: Ability;
  /** Whether it builds. */
  readonly build: Ability;
}

/** What decides beside the snapshot. */
export interface Obstacles {
  /** What a build would be made of, or why there is none. */
  readonly planned: Result<unknown, Failure>;
  /** What keeps everybody from writing: a lock that is held. */
  readonly lock: readonly Diagnostic[];
  /** What stands where a build writes, and is not replaced. */
  readonly outputs: readonly Diagnostic[];
}

function ability(obstacles: readonly Diagnostic[]): Ability {
  const errors = obstacles.filter(({ severity }) => severity === 'error');
  return { can: errors.length === 0, decidedBy: distinctCodes(errors) };
}

/** Says what a workspace allows, by the rules that reading, planning and building follow themselves. Pure. */
export function judgeWorkspace(snapshot: WorkspaceSnapshot, { planned, lock, outputs }: Obstacles): Verdict {
  const unbuildable = planned.isErr() ? planned.error : [];
  return {
    read: ability(hasErrors(snapshot.diagnostics) ? snapshot.diagnostics : []),
    mutate: ability([...(findObstacles(snapshot) ?? []), ...lock]),
    build: ability([...unbuildable, ...lock, ...outputs]),
  };
}
