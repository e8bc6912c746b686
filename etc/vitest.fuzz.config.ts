import { filesOfSuites } from './suites.js';
import { suite } from './vitest.shared.js';

export default suite({ include: filesOfSuites('fuzz'), testTimeout: 600_000 });
