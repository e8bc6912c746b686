import { filesOfSuites } from './suites.js';
import { suite } from './vitest.shared.js';

export default suite({ include: filesOfSuites('slow'), testTimeout: 600_000, hookTimeout: 600_000 });
