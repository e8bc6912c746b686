import type { Severity } from './severity.js';

/** What the catalogue holds for one code. `Data` is the type of the diagnostic's `data`. */
export interface CodeDefinition<Data> {
  /** How bad it is unless a policy raises it. */
  readonly severity: Severity;
  /** The sentence with what was found and what was expected. Text from input goes through `quote`. */
  readonly message: (data: Data) => string;
}

/** The definitions of an area's codes, one for each key of its data. */
export type CodeArea<AreaData> = { readonly [Code in keyof AreaData]: CodeDefinition<AreaData[Code]> };
