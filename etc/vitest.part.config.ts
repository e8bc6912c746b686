import { defineConfig } from 'vitest/config';
import { filesOfSuites } from './suites.js';
import { partSuite } from './vitest.shared.js';

/** One part of `npm test` alone: the suite that `--mode` names. */
export default defineConfig(({ mode }) => partSuite(filesOfSuites(mode)));
