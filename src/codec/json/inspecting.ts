import type { FaultLog } from './fault-log.js';
import type { ByteSpan } from './json-fault.js';
import type { JsonLimits } from './json-limits.js';
import type { OpenContainer } from './open-container.js';

/** Where a walk through a text stands, and what it has found. */
export interface Inspecting {
  /** The limits that apply. */
  readonly limits: JsonLimits;
  /** Where faults go. */
  readonly log: FaultLog;
  /** The arrays and objects that are open, outermost first. */
  readonly open: readonly OpenContainer[];
}

/** A token: where it stands, and how it is written. */
export interface WrittenToken extends ByteSpan {
  /** Its text, with the quotes of a string. */
  readonly text: string;
}
