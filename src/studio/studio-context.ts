import type { PackerHost, ReadOptions } from 'prometeu-packer';
import type { Emitter } from './create-emitter.js';
import type { Overlays } from './create-overlays.js';
import type { View } from './create-view.js';
import type { HeldPlans } from './held-plans.js';

/** What the parts of a session work with. */
export interface StudioContext {
  /** The workspace as it is stored. */
  readonly host: PackerHost;
  /** How it is read. */
  readonly reading: Pick<ReadOptions, 'budgets' | 'requireCurrent'>;
  /** The documents of the editor. */
  readonly overlays: Overlays;
  /** What is shown. */
  readonly view: View;
  /** Takes what there is to tell. */
  readonly emitter: Emitter;
  /** The plans that were previewed. */
  readonly plans: HeldPlans;
}
