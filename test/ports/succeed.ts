import type { Result } from 'neverthrow';

/** The value of an answer that has to be one. */
export function succeed<T>(answer: Result<T, unknown>): T {
  return answer._unsafeUnwrap();
}
