import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CACHE_RULES } from '../../../src/artifacts/cache/cache-rules.js';
import { SOURCE_RULES } from '../../../src/sources/source-rules.js';
import { readLock } from '../../schema-lock/lock-file.js';

it('a release that judges otherwise leaves every earlier cache aside', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  const rules = JSON.stringify([version, readLock().versions, SOURCE_RULES]);
  expect(CACHE_RULES).toBe(createHash('sha256').update(rules).digest('hex').slice(0, 16)); // take over what is expected here
});
