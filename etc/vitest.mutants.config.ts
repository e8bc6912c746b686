import { suite } from './vitest.shared.js';

export default suite({ include: ['test/crash/mutants/**/*.mutants.ts'], testTimeout: 300_000 });
