import type { PathState } from '../diagnostics/catalogue/plan-codes.js';

/** A file that was read whole, as a state of its path: absent where there is no digest. */
export function wholeState(sha256: string | null): PathState {
  return sha256 === null ? { kind: 'absent' } : { kind: 'file', sha256, length: null };
}
