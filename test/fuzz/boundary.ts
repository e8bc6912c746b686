import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from 'prometeu-packer';

/** What a boundary made of bytes. */
export interface Answer {
  /** What was made, as plain data; null where it was refused. */
  readonly value: unknown;
  /** What was told that is no diagnostic. */
  readonly faults?: readonly { readonly reason: string; readonly pointer: string }[];
  /** What was told, in order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A place where bytes from outside come in. */
export interface Boundary {
  /** Its name, and that of its folder of regressions. */
  readonly name: string;
  /** How its files end, without a dot. */
  readonly extension: string;
  /** Most bytes of an input; 4096 unless told. */
  readonly maxBytes?: number;
  /** Inputs to begin with: sound ones, and ones that are nearly. */
  readonly seeds: () => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** Words that mean something here, beside those of the seeds. */
  readonly words?: readonly string[];
  /** Makes lengths and checksums right again, so that a change gets past them. May throw where there is nothing to mend. */
  readonly repair?: (bytes: Uint8Array) => Uint8Array;
  /** Takes bytes, which are overwritten afterwards. */
  readonly run: (bytes: Uint8Array) => Answer | Promise<Answer>;
  /** Holds the answer against what is known of the bytes by other means. Throws by {@link violated}. */
  readonly check: (answer: Answer, bytes: Uint8Array) => void | Promise<void>;
}

/** Says that something does not hold which has to. */
function violated(rule: string, ...details: readonly unknown[]): never {
  throw new Error([rule, ...details.map((detail) => (typeof detail === 'string' ? detail : JSON.stringify(detail)))].join('\n  '));
}

/** Says so unless it holds. */
export function holds(isTrue: boolean, rule: string, ...details: readonly unknown[]): void {
  if (!isTrue) violated(rule, ...details);
}

const writeBigInt = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${String(value)}n` : value);

/** Whether two values are the same data. JSON as JavaScript writes it has no -0. */
export function isSameData(a: unknown, b: unknown): boolean {
  const [first, second] = [a, b].map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  return isDeepStrictEqual(first, second);
}

/** An answer as one text: equal answers have equal texts. */
export function textOfAnswer(answer: unknown): string {
  return JSON.stringify(answer, writeBigInt);
}
