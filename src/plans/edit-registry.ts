import type { Registry } from '../artifacts/registry/model.js';
import { serializeRegistry } from '../artifacts/registry/serialize-registry.js';
import { readJson } from '../codec/json/read-json.js';
import { encodeUtf8 } from '../codec/json/utf8.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import { createTextEdit } from './create-text-edit.js';
import type { TextFileEdit } from './plan.js';
import { PLAN_TEXT_BUDGETS } from './plan-text-budgets.js';

/**
 * The edit that makes a registry say something else: in the canonical form of machine-written files, with the keys that
 * nobody knows as they stood.
 *
 * @param before - the registry's text; null where there is none.
 */
export function editRegistry(registry: Registry, before: string | null): TextFileEdit {
  const original = before === null ? undefined : readJson(encodeUtf8(before), PLAN_TEXT_BUDGETS).unwrapOr(undefined);
  return createTextEdit(REGISTRY_PATH, before, serializeRegistry(registry, original));
}
