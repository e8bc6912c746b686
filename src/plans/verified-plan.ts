import type { Passed } from '../base/passed.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { Plan } from './plan.js';

/** A plan whose shape, paths, targets and digest were checked, wherever it came from: only such a plan is carried out. */
export interface VerifiedPlan extends Plan<WorkspacePath>, Passed<'plan'> {}
