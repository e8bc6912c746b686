import { jsonPointer } from '../json-pointer.js';
import type { ByteSpan } from './json-fault.js';

/** An array or object that is open where a walk stands, and which of its members is being walked. */
export interface OpenContainer {
  /** The keys met so far and where each first stood; null for an array. */
  readonly keys: Map<string, ByteSpan> | null;
  /** The key or index of the member; null before the first. */
  step: string | number | null;
}

const LONGEST_POINTER = 4096;

/** Pointer to where a walk stands; where that is longer than 4096 code units, to the nearest value above for which it is not. */
export function pointerTo(open: readonly OpenContainer[]): string {
  let pointer = '';
  for (const { step } of open) {
    if (step === null || String(step).length > LONGEST_POINTER) return pointer;
    const longer = pointer + jsonPointer([step]);
    if (longer.length > LONGEST_POINTER) return pointer;
    pointer = longer;
  }
  return pointer;
}
