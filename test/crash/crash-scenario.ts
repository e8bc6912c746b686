import type { ApplyPlanOptions, Outcome, PackerHost, Plan } from 'prometeu-packer';
import type { CrashDisk, CrashImage } from 'prometeu-packer/testing';

/**
 * Something that changes a workspace, to be interrupted anywhere. Adding one takes a name, the workspace before, and the
 * planner:
 *
 * ```ts
 * { name: 'rename', start: sampleGame, plan: (host) => planRename(host, 'hero', 'heroine') }
 * ```
 */
export interface CrashScenario {
  /** What it is. */
  readonly name: string;
  /** The workspace before; may be one that an earlier crash left, mounted from there. */
  readonly start: () => CrashDisk | Promise<CrashDisk>;
  /**
   * Plans the change, to be applied; where it is done already, it plans nothing. Null where nothing but what an earlier crash
   * left is finished, by `recover`.
   */
  readonly plan: ((host: PackerHost) => Promise<Outcome<Plan>>) | null;
  /** How the plan is applied, such as with consent. */
  readonly options?: ApplyPlanOptions;
  /**
   * Images that nobody can resolve, with the reason: recovery has to tell a conflict there, and to leave every file as it is.
   */
  readonly unresolvable?: { readonly why: string; readonly isOne: (image: CrashImage) => boolean };
}
