import type { Result } from 'neverthrow';
import type { Failure } from 'prometeu-packer';

/** The value of an answer that has to be Ok; a test fails with the diagnostics where it is not. */
export function unwrap<T>(answer: Result<T, Failure>): T {
  if (answer.isErr()) throw new Error(answer.error.map(({ code, location }) => `${code} ${JSON.stringify(location)}`).join('\n'));
  return answer.value;
}
