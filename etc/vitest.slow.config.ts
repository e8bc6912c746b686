import { suite } from './vitest.shared.js';

export default suite({ include: ['test/slow/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 });
