import { readJson } from '../../codec/json/read-json.js';
import { encodeUtf8 } from '../../codec/json/utf8.js';
import { PLAN_TEXT_BUDGETS } from '../plan-text-budgets.js';
import { withoutSlips } from './without-slips.js';

/** The token of the version, undefined where there is none; null where the text cannot be read. */
function versionOf(text: string): string | null | undefined {
  return readJson(encodeUtf8(text), PLAN_TEXT_BUDGETS).match(
    (document) => document.topLevelToken('schema_version'),
    () => null,
  );
}

/**
 * Whether a text that could be read can still be read and is of the version that it was; where only slips stood in the way,
 * whether it is of that version. Of a text that could not be read at all nothing is asked.
 */
export function keepsVersion(before: string, after: string): boolean {
  const read = versionOf(before);
  if (read !== null) return versionOf(after) === read;
  const hidden = versionOf(withoutSlips(before));
  return hidden === null || versionOf(withoutSlips(after)) === hidden;
}
