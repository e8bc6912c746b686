import { suite } from './vitest.shared.js';

export default suite({ include: ['test/package/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 });
