import type { JsonDiagnosticData } from '../../diagnostics/catalogue/json-codes.js';

/** A code of the strict JSON reader. */
export type JsonCode = keyof JsonDiagnosticData;

/** A stretch of a text in bytes. */
export interface ByteSpan {
  /** First byte, counted from 0. */
  readonly offset: number;
  /** How many bytes; 0 for a point between bytes. */
  readonly length: number;
}

/**
 * What the reader has to say of a text, as plain data. {@link diagnoseJson} makes diagnostics of it: lines and columns
 * are computed only there.
 */
export type JsonFault<Code extends JsonCode = JsonCode> = {
  [Name in Code]: ByteSpan & {
    /** The catalogue's code. */
    readonly code: Name;
    /** RFC 6901 pointer to what is at fault; where that has more than 4096 code units, to the nearest value above that has not. */
    readonly pointer: string;
    /** What the code's definition promises. Text in it is cut at 120 code units. */
    readonly data: JsonDiagnosticData[Name];
    /** Other places that matter: the first of two equal keys, the conflict markers after the first. */
    readonly related: readonly ByteSpan[];
  };
}[Code];
