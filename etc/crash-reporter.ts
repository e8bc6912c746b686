import type { Reporter, TestModule } from 'vitest/node';

/** What the campaign did in one test. */
export interface CampaignMeta {
  /** Images that were judged. */
  readonly images: number;
  /** Images of crashes of a recovery that were judged. */
  readonly nested: number;
  /** What did not hold. */
  readonly violations: number;
}

/** What has to come together in one run of all scenarios. */
const GATES = { images: 1500, nested: 20_000 } as const;

function hasFilter(): boolean {
  return process.argv.slice(2).some((argument) => argument.endsWith('.crash.ts') || argument === '-t');
}

/**
 * Adds up what the crash campaign did, and prints it as the last line: one JSON line. The run fails where anything did not
 * hold, or where less was tried than has to be; the latter not where a part of the scenarios was asked for.
 */
export function createCrashReporter(): Reporter {
  return {
    onTestRunEnd: (modules: readonly TestModule[]) => {
      const done = modules.flatMap((module) =>
        [...module.children.allTests()].flatMap((test) => (test.meta() as { readonly campaign?: CampaignMeta }).campaign ?? []),
      );
      const sum = (count: (each: (typeof done)[number]) => number): number => done.reduce((total, each) => total + count(each), 0);
      const total = {
        images: sum(({ images }) => images),
        nested: sum(({ nested }) => nested),
        violations: sum(({ violations }) => violations),
      };
      const isEnough = hasFilter() || (total.images >= GATES.images && total.nested >= GATES.nested);
      if (total.violations > 0 || !isEnough) process.exitCode = 1;
      process.on('exit', () => process.stdout.write(`${JSON.stringify(total)}\n`));
    },
  };
}
