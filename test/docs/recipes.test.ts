import { describe } from 'vitest';
import { testExamples } from './page-examples.js';

describe('docs/recipes.md', () => {
  testExamples('docs/recipes.md');
});
