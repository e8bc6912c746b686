import { suite } from './vitest.shared.js';

export default suite({ include: ['test/corpus/**/*.test.ts'], testTimeout: 300_000 });
