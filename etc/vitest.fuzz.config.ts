import { suite } from './vitest.shared.js';

export default suite({ include: ['test/fuzz/**/*.fuzz.ts'], testTimeout: 600_000 });
