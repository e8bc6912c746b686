import { filesOfSuites } from './suites.js';
import { suite } from './vitest.shared.js';

export default suite({ include: filesOfSuites('browser'), testTimeout: 120_000, hookTimeout: 120_000 });
