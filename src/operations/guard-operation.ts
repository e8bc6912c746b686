import { err, type Result } from 'neverthrow';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Failure } from '../diagnostics/outcome.js';
import { describeThrown } from './describe-thrown.js';

/**
 * Runs an operation so that a defect of this package, or of something injected, becomes INTERNAL_DEFECT instead of a
 * throw: nothing throws across the API.
 *
 * @example
 * ```ts
 * import { guardOperation } from 'prometeu-packer';
 *
 * const done = await guardOperation('myOperation', () => Promise.reject(new Error('a bug')));
 * console.log(done.isErr() && done.error[0].code); // INTERNAL_DEFECT
 * ```
 */
export async function guardOperation<T>(name: string, run: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await run();
  } catch (thrown) {
    const reason = describeThrown(thrown);
    return err([
      diagnose('INTERNAL_DEFECT', { artifact: 'workspace', location: { kind: 'workspace' }, data: { operation: name, reason } }),
    ]);
  }
}
