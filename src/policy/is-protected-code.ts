import { catalogue } from '../diagnostics/catalogue.js';
import { identityCodes } from '../diagnostics/catalogue/identity-codes.js';
import { migrationCodes } from '../diagnostics/catalogue/migration-codes.js';
import { versionCodes } from '../diagnostics/catalogue/version-codes.js';

/**
 * The errors that a policy may lower: what a declaration means, beyond being sound, and a build that is out of date.
 * Every other error blocks a gate of trust, or is the answer of an operation that refuses.
 */
const LOWERABLE: ReadonlySet<string> = new Set([
  'ASSET_FORMAT_UNSUITABLE',
  'ASSET_INPUT_FOREIGN',
  'ASSET_INPUT_MISSING',
  'ASSET_INPUT_TWICE',
  'ASSET_NAME_TAKEN',
  'ASSET_NO_INPUTS',
  'ASSET_SLOT_TAKEN',
  'VERIFY_ARCHIVE_STALE',
  'VERIFY_COMPANION_STALE',
  'VERIFY_NOT_BUILT',
]);

/**
 * Whether a policy can only raise a code: neither lower, ignore nor baseline it. Protected are all codes about identity,
 * versions and migrations, warnings too; of the others every error, but for those about the meaning of a declaration
 * (`ASSET_…`) and about a build that is out of date (`VERIFY_…`); and the count of what a list leaves out.
 *
 * @example
 * ```ts
 * import { isProtectedCode } from 'prometeu-packer';
 *
 * console.log(isProtectedCode('IDENTITY_IMPORTED')); // true
 * console.log(isProtectedCode('ASSET_INPUT_MISSING')); // false
 * ```
 */
export function isProtectedCode(code: string): boolean {
  if (!Object.hasOwn(catalogue, code) || code === 'DIAGNOSTICS_OMITTED') return true;
  if ([identityCodes, versionCodes, migrationCodes].some((area) => Object.hasOwn(area, code))) return true;
  return catalogue[code as keyof typeof catalogue].severity === 'error' && !LOWERABLE.has(code);
}
