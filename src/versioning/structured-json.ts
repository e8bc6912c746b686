import type { Passed } from '../base/passed.js';
import type { JsonObject } from './migration-step.js';

/** A value that has the structure of its own version, whichever that is. Only the check of it makes one. */
export interface StructuredJson extends Passed<'structure'> {
  /** The very value that was parsed. */
  readonly value: JsonObject;
  /** Its version. */
  readonly version: number;
}
