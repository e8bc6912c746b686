import { createCrashReporter } from './crash-reporter.js';
import { suite } from './vitest.shared.js';

export default suite({ include: ['test/crash/**/*.crash.ts'], testTimeout: 300_000, reporters: ['default', createCrashReporter()] });
