import { catalogue } from './catalogue.js';
import type { Severity } from './severity.js';

/**
 * How bad a code is, unless a policy says otherwise.
 *
 * @returns undefined where there is no such code.
 *
 * @example
 * ```ts
 * import { severityOf } from 'prometeu-packer';
 *
 * console.log(severityOf('REGISTRY_MISSING')); // error
 * ```
 */
export function severityOf(code: string): Severity | undefined {
  return Object.hasOwn(catalogue, code) ? catalogue[code as keyof typeof catalogue].severity : undefined;
}
