import type { StepChange, StepLabel } from './reorder-operations.js';

/** One step of a run that is left out, or done after the next one. */
export interface OrderMutant extends StepChange {
  /** The step after it; null where it is the last. */
  readonly next: StepLabel | null;
}

interface Harmless {
  /** Of which scenario and part alone; of all where absent. */
  readonly of?: readonly [scenario: string, part: string];
  readonly how: OrderMutant['how'];
  readonly step: RegExp;
  /** Matches the step after it; of a step that is left out it does not matter. */
  readonly next?: RegExp;
  readonly reason: string;
}

const STAGED = /^sync /;
const FOLDER = /^sync-folder /;
const TARGET = /^(?:rename|remove) (?!assets\/\.prometeu\/(?:journal|index)\.json)/;

/** Every order that does no harm, and why. Whatever is not here has to be caught, and what is here must not be. */
const HARMLESS: readonly Harmless[] = [
  { how: 'delay', step: STAGED, next: /^sync(?:-folder)? /, reason: 'before the commit point all is flushed, in whatever order' },
  {
    how: 'delay',
    step: FOLDER,
    next: /^sync assets\/\.prometeu\/\(staged\) journal/,
    reason: 'the journal counts only once it is renamed',
  },
  { how: 'delay', step: FOLDER, next: FOLDER, reason: 'folders are flushed in whatever order: all of them before the next step' },
  { how: 'delay', step: TARGET, next: TARGET, reason: 'targets change in whatever order, but for the registry' },
  {
    how: 'delay',
    step: /^rename assets\/\.prometeu\/index\.json/,
    next: /^sync-folder (?!assets\/\.prometeu #)/,
    reason: 'another folder is flushed: that of the registry comes later',
  },
  {
    of: ['take a declaration away', 'applyPlan'],
    how: 'drop',
    step: /^sync-folder assets #1/,
    reason: 'the control folder was there before: flushing the one above it matters where it is new',
  },
  {
    of: ['take a declaration away', 'applyPlan'],
    how: 'drop',
    step: /^sync-folder assets\/level #1/,
    reason: 'nothing is staged in a folder that only loses a file',
  },
];

/** Why a mutant does no harm; null where it has to be caught. */
export function reasonFor(scenario: string, part: string, { how, step, next }: OrderMutant): string | null {
  const found = HARMLESS.find(
    (harmless) =>
      harmless.how === how &&
      harmless.step.test(step) &&
      (harmless.next?.test(next ?? '') ?? true) &&
      (harmless.of === undefined || (harmless.of[0] === scenario && harmless.of[1] === part)),
  );
  return found?.reason ?? null;
}
