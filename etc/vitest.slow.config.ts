import { suite } from './vitest.shared.js';

export default suite({ include: ['test/slow/**/*.slow.ts'], testTimeout: 600_000, hookTimeout: 600_000 });
