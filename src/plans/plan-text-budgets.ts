import type { JsonBudgets } from '../codec/json/read-json.js';

/** Budgets for texts that a plan holds: they are in memory already, so that none but that of depth has anything left to save. */
export const PLAN_TEXT_BUDGETS: Partial<JsonBudgets> = {
  maxBytes: Number.MAX_SAFE_INTEGER,
  maxNodes: Number.MAX_SAFE_INTEGER,
  maxStringBytes: Number.MAX_SAFE_INTEGER,
};
