import { readJson } from '../../codec/json/read-json.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { PLAN_TEXT_BUDGETS } from '../plan-text-budgets.js';
import { withoutSlips } from './without-slips.js';

/**
 * The object that a text of a plan holds, whatever its version. Slips that no reader takes do not hide what stands beside
 * them: a fix that takes one away changes no identity.
 *
 * @returns null where the text is no JSON otherwise, or no object.
 */
export function readDocument(text: string): JsonObject | null {
  return readJson(new TextEncoder().encode(withoutSlips(text)), PLAN_TEXT_BUDGETS).match(
    ({ value }) => value as JsonObject, // the reader refuses every other root
    () => null,
  );
}
