import { JSON_BUDGETS, type JsonBudgets } from '../codec/json/read-json.js';
import { defaultSourceBudgets, type SourceBudgets } from '../sources/source-budgets.js';

/** Limits in counted units, never in time: the same refusal on every machine. */
export interface Budgets {
  /** Limits of each JSON file. */
  readonly json: JsonBudgets;
  /** Limits of source files. */
  readonly sources: SourceBudgets;
}

/** Limits to change; the others stay at {@link DEFAULT_BUDGETS}. */
export interface BudgetOptions {
  /** Limits of each JSON file. */
  readonly json?: Partial<JsonBudgets>;
  /** Limits of source files. */
  readonly sources?: Partial<SourceBudgets>;
}

/** The limits where none are given (CONTRACT.md §4). */
export const DEFAULT_BUDGETS: Budgets = { json: JSON_BUDGETS, sources: defaultSourceBudgets };
