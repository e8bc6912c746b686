import { suite } from './vitest.shared.js';

export default suite({ include: ['test/browser/**/*.browser.ts'], testTimeout: 120_000, hookTimeout: 120_000 });
