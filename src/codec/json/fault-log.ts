import type { JsonDiagnosticData } from '../../diagnostics/catalogue/json-codes.js';
import { MAX_PER_CODE_AND_FILE } from '../../diagnostics/collector.js';
import type { ByteSpan, JsonCode, JsonFault } from './json-fault.js';

/** Codes of which a text can have many faults: their data tells how many. */
export type RepeatedCode = { [Code in JsonCode]: JsonDiagnosticData[Code] extends { readonly total: number } ? Code : never }[JsonCode];

/** A fault before it is known how many of its code there are. */
export interface Finding<Code extends RepeatedCode> extends ByteSpan {
  /** As in the fault. */
  readonly pointer: string;
  /** As in the fault, without the number of all. */
  readonly data: Omit<JsonDiagnosticData[Code], 'total'>;
  /** As in the fault. */
  readonly related?: readonly ByteSpan[];
}

/** Gathers the faults of a text, at most 50 of one code, and counts all of them. */
export interface FaultLog {
  /** Adds a fault, which is only made while there is room for it. */
  add<Code extends RepeatedCode>(code: Code, make: () => Finding<Code>): void;
  /** What was gathered, in the order in which it was added. */
  list(): readonly JsonFault<RepeatedCode>[];
}

/** Begins to gather faults. */
export function createFaultLog(): FaultLog {
  const listed: { readonly code: RepeatedCode; readonly finding: Finding<RepeatedCode> }[] = [];
  const totals = new Map<RepeatedCode, number>();
  return {
    add(code, make) {
      const total = (totals.get(code) ?? 0) + 1;
      totals.set(code, total);
      if (total <= MAX_PER_CODE_AND_FILE) listed.push({ code, finding: make() });
    },
    list: () =>
      listed.map(({ code, finding }) => {
        const data = { ...finding.data, total: totals.get(code) ?? 0 };
        return { related: [], ...finding, code, data } as JsonFault<RepeatedCode>; // `add` pairs each code with its own data
      }),
  };
}
