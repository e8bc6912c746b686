import { BaseSequencer, type TestSequencer, type TestSpecification } from 'vitest/node';

/** Files that go through thousands of states or megabytes: most mutants are dead before it is their turn. */
const HEAVY = [
  'compose-archive',
  'steps-of-choice',
  'plan-undo',
  'parse-undo-record',
  'relocate',
  'plan-digest',
  'buffered-writer',
  'assign-slots',
];

/** Test files in the order in which they find out most in least time: those that failed last, then the others, then the heavy ones. */
export class HeavyLast extends BaseSequencer implements TestSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isHeavy = ({ moduleId }: TestSpecification): boolean => HEAVY.some((name) => moduleId.endsWith(`/${name}.test.ts`));
    return [...sorted.filter((file) => !isHeavy(file)), ...sorted.filter(isHeavy)];
  }
}
