import type { DiagnosticData } from '../diagnostics/catalogue.js';
import type { sourceCodes } from '../diagnostics/catalogue/source-codes.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A code of this area. */
export type SourceCode = keyof typeof sourceCodes;

/** A stretch of the file: bytes from its start, and how many. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** Notes a finding. */
export type Note = <Code extends SourceCode>(code: Code, stretch: Stretch, data: DiagnosticData<Code>) => void;

/** A note taker for one file: it appends diagnostics to `into`. */
export function noteInto(into: Diagnostic[], file: string): Note {
  return (code, { offset, length }, data) => {
    into.push(diagnose(code, { artifact: 'source', location: { kind: 'bytes', file, offset, length }, data }));
  };
}
