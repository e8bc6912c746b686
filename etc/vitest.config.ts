import { suite } from './vitest.shared.js';

export default suite({
  include: ['test/**/*.test.ts'],
  exclude: ['test/corpus/**', 'test/package/**'],
  typecheck: { enabled: true, include: ['test/types/**/*.test-d.ts'], tsconfig: 'test/types/tsconfig.json', ignoreSourceErrors: true },
  coverage: { provider: 'v8', include: ['src/**'], reportsDirectory: 'build/coverage' },
  isolate: false, // no module keeps state, so files may share a worker and what it has loaded
  testTimeout: 60_000,
});
