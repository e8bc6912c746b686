import { filesOfSuites } from './suites.js';
import { suite } from './vitest.shared.js';

export default suite({ include: filesOfSuites('package'), testTimeout: 300_000, hookTimeout: 300_000 });
