import { mutationGroups } from './mutation-groups.mjs';

const group = process.env.MUTATION_GROUP;
const only = process.env.MUTATION_FILES?.split(',');

/** One group a run: `npm run test:mutation -- <group> [file …]`. */
export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/vitest-runner', './etc/ignore-messages.mjs'],
  testRunner: 'vitest',
  vitest: { configFile: 'etc/vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: process.env.MUTATION_STATIC !== '1',
  mutate: [...(only ?? mutationGroups[group].mutate), '!src/**/*.validator.ts', '!src/**/*.schema.ts'],
  ignorers: ['messages'],
  ignorePatterns: ['/build', '/dist', '/docs', '/bench', '/coverage', '/api-report', '/.ci', '/.git'],
  tempDirName: `build/mutation/sandbox-${group}`,
  reporters: ['clear-text', 'json', 'event-recorder', 'progress-append-only'],
  eventReporter: { baseDir: `build/mutation/events-${group}` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false, skipFull: true },
  jsonReporter: { fileName: `build/mutation/${group}.json` },
  incremental: true,
  incrementalFile: `build/mutation/${group}-incremental.json`,
  disableBail: true,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
  timeoutMS: 4_000,
  timeoutFactor: 1.5,
  dryRunTimeoutMinutes: 15,

  disableTypeChecks: false,
  warnings: { slow: false },
  thresholds: { high: 95, low: 85, break: null },
};
