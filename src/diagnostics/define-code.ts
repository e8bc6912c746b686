import type { Severity } from './severity.js';

/** What the catalogue holds for one code. `Data` is the type of the diagnostic's `data`. */
export interface CodeDefinition<Data> {
  /** How bad it is unless a policy raises it. */
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** One or two sentences: what to do about it. */
  readonly help: string;
  /** The sentence with what was found and what was expected. Text from input goes through `quote`. */
  readonly message: (data: Data) => string;
}

/** Declares one code of the catalogue and fixes the type of its data. */
export function defineCode<Data>(definition: CodeDefinition<Data>): CodeDefinition<Data> {
  return definition;
}
