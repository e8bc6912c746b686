import type { CheckOptions } from './check-bytes.js';

/** A file with one defect, and the one finding that it has to give. */
export interface DefectCase {
  readonly name: string;
  readonly code: string;
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly length: number;
  readonly data: unknown;
  /** `error` unless given. */
  readonly severity?: 'warning';
  readonly options?: CheckOptions;
}
