import { excerpt } from './excerpt.js';
import type { Inspecting, WrittenToken } from './inspecting.js';
import { numberRuleBroken } from './number-rule.js';
import { placedSpan } from './placed-span.js';

/** Judges a number: JSON_NUMBER_RANGE. */
export function checkNumber(token: WrittenToken, { log, open }: Inspecting): void {
  const rule = numberRuleBroken(token.text);
  if (rule === undefined) return;
  const data = { token: excerpt(token.text), becomes: String(Number(token.text)), rule };
  log.add('JSON_NUMBER_RANGE', () => ({ ...placedSpan(token, open), data }));
}
