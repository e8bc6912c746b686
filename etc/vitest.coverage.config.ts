import { suite } from './vitest.shared.js';

/** The floors below the adapters, where what is decided is decided. */
const coreFolders = [
  'base',
  'diagnostics',
  'paths',
  'policy',
  'ports',
  'codec',
  'schema',
  'versioning',
  'artifacts',
  'sources',
  'workspace',
  'plans',
  'operations',
] as const;

export default suite({
  include: ['test/**/*.test.ts'],
  exclude: ['test/{architecture,bundles,consumers,contributing,conformance,corpus,docs,frozen,package,panel,plants,readme}/**'],
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  coverage: {
    enabled: true,
    provider: 'v8',
    include: coreFolders.map((folder) => `src/${folder}/**/*.ts`),
    exclude: ['src/**/*.validator.ts'], // generated, and held equal to zod's by test/validators
    reportsDirectory: 'build/coverage',
    reporter: ['json-summary', 'json', 'text-summary'],
    thresholds: { branches: 95 },
  },
});
