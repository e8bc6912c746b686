import { filesOfSuites, partSuites } from './suites.js';
import { partSuite } from './vitest.shared.js';

export default partSuite(filesOfSuites(...partSuites.map(({ name }) => name)), {
  coverage: { provider: 'v8', include: ['src/**'], reportsDirectory: 'build/coverage' },
});
