import {
  planFix,
  planMigration,
  planMutation,
  planRegister,
  planResolveIdentity,
  planUndo,
  type MigrationReport,
  type Outcome,
  type PackerHost,
  type Plan,
  type ReadOptions,
} from 'prometeu-packer';
import type { PreviewRequest } from './preview-request.js';

/** A plan, and what a migration has to say of it. */
export interface MadePlan {
  /** The plan. */
  readonly plan: Plan;
  /** What it does, file by file; null for any other plan. */
  readonly report: MigrationReport | null;
}

function alone(made: Outcome<Plan>): Outcome<MadePlan> {
  return made.map(({ value: plan, diagnostics }) => ({ value: { plan, report: null }, diagnostics }));
}

/** Makes the plan that is asked for, by the planner of its kind. */
export async function makePlan(host: PackerHost, request: PreviewRequest, options: ReadOptions): Promise<Outcome<MadePlan>> {
  switch (request.kind) {
    case 'register':
      return alone(await planRegister(host, { ...options, ...(request.roots && { roots: request.roots }) }));
    case 'migrate':
      return planMigration(host, { ...options, ...(request.roots && { roots: request.roots }) });
    case 'mutate':
      return alone(await planMutation(host, { ...options, mutations: request.mutations }));
    case 'resolve':
      return alone(await planResolveIdentity(host, { ...options, root: request.root, choice: request.choice }));
    case 'fix': {
      const { fingerprint, choice } = request;
      return alone(await planFix(host, { ...options, fingerprint, ...(choice !== undefined && { choice }) }));
    }
    case 'undo':
      return alone(await planUndo(host, options));
  }
}
