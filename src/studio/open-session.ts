import { followWorkspace, guardOperation, type BudgetOptions, type Observed, type PackerHost } from 'prometeu-packer';
import { createEmitter } from './create-emitter.js';
import { createHeldPlans } from './held-plans.js';
import { createOverlays } from './create-overlays.js';
import { createSession } from './create-session.js';
import { createView } from './create-view.js';
import { defaultSchedule, guardSchedule } from './default-schedule.js';
import { createSessionCalls } from './session-calls.js';
import type { StudioSession } from './session.js';

/** Options of {@link openSession}. */
export interface SessionOptions {
  /** Limits to change. */
  readonly budgets?: BudgetOptions;
  /** Accept files of the current version only. */
  readonly requireCurrent?: boolean;
  /**
   * Says when reported changes are looked at: called at each report, runs what it is given once things are quiet, and gives
   * back what calls that off. The next report calls off the one before. As soon as the running code is done unless told.
   *
   * @example
   * ```ts
   * const schedule = (run: () => void) => {
   *   const timer = setTimeout(run, 200);
   *   return () => clearTimeout(timer);
   * };
   * ```
   */
  readonly schedule?: (run: () => void) => () => void;
  /** Stops the opening. */
  readonly signal?: AbortSignal;
}

/**
 * Opens a workspace and keeps it in view: reads it once, and from then on only what is reported as changed. Writes nothing
 * unless a plan that was previewed is applied, or a build is asked for.
 *
 * @returns the session. Err only where the workspace could not be read at all.
 *
 * @example
 * ```ts
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { openSession } from 'prometeu-packer/studio';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const opened = await openSession(host);
 * if (opened.isOk()) {
 *   const session = opened.value;
 *   const planned = await session.preview({ kind: 'register' });
 *   if (planned.isOk()) await session.apply({ digest: planned.value.value.digest });
 *   await session.close();
 * }
 * console.log(host.files().has('assets/palette/asset.json')); // true
 * ```
 */
export function openSession(host: PackerHost, options: SessionOptions = {}): Promise<Observed<StudioSession>> {
  return guardOperation('openSession', async () => {
    const { budgets, requireCurrent = false, schedule = defaultSchedule, signal } = options;
    const reading = { requireCurrent, ...(budgets && { budgets }) };
    const found = await followWorkspace(host, { ...reading, ...(signal && { signal }) });
    return found.map((followed) => {
      const emitter = createEmitter();
      const overlays = createOverlays();
      const calls = createSessionCalls();
      const view = createView({
        host,
        overlays,
        emitter,
        schedule: guardSchedule(schedule),
        closing: calls.closing,
        opened: { followed, documents: overlays.now() },
      });
      return createSession({ host, reading, overlays, view, emitter, plans: createHeldPlans() }, calls);
    });
  });
}
