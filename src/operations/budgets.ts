import { JSON_BUDGETS, type JsonBudgets } from '../codec/json/read-json.js';
import { defaultDiagnosticLimits, type DiagnosticLimits } from '../diagnostics/diagnostic-limits.js';
import { defaultSourceBudgets, type SourceBudgets } from '../sources/source-budgets.js';
import { defaultFolderBudgets, type FolderBudgets } from '../workspace/folder-budgets.js';

/** Limits in counted units, never in time: the same refusal on every machine. */
export interface Budgets {
  /** Limits of each JSON file, and of the header of an archive. */
  readonly json: JsonBudgets;
  /** Limits of source files. */
  readonly sources: SourceBudgets;
  /** Limits of folders. */
  readonly folders: FolderBudgets;
  /** Most findings that are kept. */
  readonly diagnostics: DiagnosticLimits;
}

/** Limits to change; the others stay at {@link DEFAULT_BUDGETS}. */
export interface BudgetOptions {
  /** Limits of each JSON file. */
  readonly json?: Partial<JsonBudgets>;
  /** Limits of source files. */
  readonly sources?: Partial<SourceBudgets>;
  /** Limits of folders. */
  readonly folders?: Partial<FolderBudgets>;
  /** Most findings that are kept. */
  readonly diagnostics?: Partial<DiagnosticLimits>;
}

/** The limits where none are given (CONTRACT.md §4). */
export const DEFAULT_BUDGETS: Budgets = {
  json: JSON_BUDGETS,
  sources: defaultSourceBudgets,
  folders: defaultFolderBudgets,
  diagnostics: defaultDiagnosticLimits,
};
