import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What an error is, whatever place among the records it is told at: a plan may write them in another order. */
function errorKey({ code, data, fingerprint }: Diagnostic): string {
  return code.startsWith('IDENTITY_') && 'root' in data ? `${code} ${data.root}` : fingerprint;
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** The errors of a workspace afterwards that it had not before. */
export function findNewErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(before.filter(isError).map(errorKey));
  return after.filter((found) => isError(found) && !known.has(errorKey(found)));
}
