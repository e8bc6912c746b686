import { isPending, type CrashStep } from './crash-log.js';
import type { CrashModel } from './crash-model.js';
import type { Draw } from './draw.js';

/** How far one step came that was not flushed. `half`: of a rename, the new name alone. */
export type Reach = 'whole' | 'half' | 'none';

/** What became of data that was not flushed; `by-step`: of each write what became of its step. */
export type DataFate = 'by-step' | 'whole' | 'lost' | 'torn' | 'zeros' | 'junk';

/** One way in which a crash may go. */
export interface CrashChoice {
  /** The model that it belongs to. */
  readonly model: CrashModel;
  /** The operation before which the crash comes. */
  readonly operation: number;
  /** How far the step of that number came; not asked of what was flushed. */
  readonly reach: (step: number) => Reach;
  /** What became of the data. */
  readonly data: DataFate;
}

/** Up to so many names every subset of them is a choice of its own; of more, a sample. */
const MOST_EXHAUSTED = 6;
/** Random subsets where there are too many names, besides those with one name alone or one missing. */
const SAMPLED = 40;

const FATES_LOST = ['lost', 'torn', 'zeros', 'junk'] as const;
const FATES_REORDERED = ['whole', 'lost', 'torn'] as const;

const until =
  (end: number) =>
  (step: number): Reach =>
    step < end ? 'whole' : 'none';

function subsetsOf(items: readonly number[], draw: Draw): readonly ReadonlySet<number>[] {
  const pick = (isIn: (place: number) => boolean) => new Set(items.filter((_, place) => isIn(place)));
  if (items.length <= MOST_EXHAUSTED) {
    return Array.from({ length: 2 ** items.length }, (_, mask) => pick((place) => ((mask >> place) & 1) === 1));
  }
  return [
    ...items.flatMap((_, chosen) => [pick((place) => place === chosen), pick((place) => place !== chosen)]),
    ...Array.from({ length: SAMPLED }, () => pick(() => draw(2) === 1)),
  ];
}

function choicesOf(model: CrashModel, all: readonly CrashStep[], operation: number, draw: Draw): readonly Omit<CrashChoice, 'operation'>[] {
  const steps = all.filter((step) => step.operation < operation);
  const pending = [...steps.entries()].filter(([, step]) => isPending(step, operation));
  const names = pending.filter(([, { kind }]) => kind === 'names').map(([step]) => step);
  const ends = [...pending.map(([step]) => step), steps.length];
  const nameEnds = [...names, steps.length];
  const isDataSafe = names.length === pending.length;
  switch (model) {
    case 'killed':
      return [{ model, reach: () => 'whole', data: 'whole' }];
    case 'ordered':
      return ends.map((end) => ({ model, reach: until(end), data: 'by-step' }));
    case 'data-lost':
      if (isDataSafe) return [];
      return nameEnds.flatMap((end) => FATES_LOST.map((data) => ({ model, reach: until(end), data })));
    case 'reordered':
      return subsetsOf(names, draw).flatMap((there) =>
        FATES_REORDERED.slice(0, isDataSafe ? 1 : FATES_REORDERED.length).map((data) => ({
          model,
          reach: (step) => (there.has(step) ? 'whole' : 'none'),
          data,
        })),
      );
    case 'half-renamed': {
      const renames = new Set(pending.filter(([, step]) => step.kind === 'names' && step.changes.length > 1).map(([step]) => step));
      const halfAt = (at: number) => (step: number) => (step === at ? 'half' : until(at)(step));
      if (renames.size === 0) return [];
      return [
        ...[...renames].map((at): Omit<CrashChoice, 'operation'> => ({ model, reach: halfAt(at), data: 'by-step' })),
        { model, reach: (step) => (renames.has(step) ? 'half' : 'whole'), data: 'whole' },
      ];
    }
  }
}

/**
 * All the ways in which a crash before an operation may go, model by model; the same for the same draw.
 *
 * @param steps - of this operation and of later ones are left out.
 */
export function crashChoices(
  steps: readonly CrashStep[],
  models: readonly CrashModel[],
  operation: number,
  draw: Draw,
): readonly CrashChoice[] {
  return models.flatMap((model) => choicesOf(model, steps, operation, draw).map((choice) => ({ ...choice, operation })));
}
