import { filesOfSuites } from './suites.js';
import { suite } from './vitest.shared.js';

export default suite({ include: filesOfSuites('consumers'), testTimeout: 300_000, hookTimeout: 600_000 });
