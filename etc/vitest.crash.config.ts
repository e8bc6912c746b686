import { createCrashReporter } from './crash-reporter.js';
import { filesOfSuites } from './suites.js';
import { suite } from './vitest.shared.js';

export default suite({ include: filesOfSuites('crash'), testTimeout: 300_000, reporters: ['default', createCrashReporter()] });
