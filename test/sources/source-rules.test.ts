import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SOURCE_RULES } from '../../src/sources/source-rules.js';
import { judgingCode } from './judging-code.js';

/** The rules, and the code that judges by them, as somebody last looked at both. */
const file = new URL('source-rules.json', import.meta.url);

if (process.env['UPDATE_FIXTURES'] === '1') {
  writeFileSync(file, `${JSON.stringify({ rules: SOURCE_RULES, code: judgingCode() }, null, 2)}\n`);
}

/**
 * Where this fails, the code that judges source files has changed. If any bytes at all could now be judged otherwise, count
 * SOURCE_RULES up: evidence of earlier releases is then refused. Then record both: UPDATE_FIXTURES=1.
 */
it('the rules have a number, and the code that judges by them is the one that was recorded with it', () => {
  expect({ rules: SOURCE_RULES, code: judgingCode() }).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
