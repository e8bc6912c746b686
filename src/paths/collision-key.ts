import { caseFold } from './case-fold.js';
import type { WorkspacePath } from './workspace-path.js';

const ASCII = /^[\u0000-\u007f]*$/;

/** Most UTF-16 code units of a name that some disk takes, four times over: putting marks in order takes the square of their number. */
const LONGEST = 1024;

/**
 * A key that two names share where some file system may take them for one: full case folding of the NFKD form, which two
 * names share exactly where they share the NFKC form. Compare keys only; a key is no name, and never stored or shown as
 * one.
 *
 * For every single character this is the compatibility caseless match of the Unicode Standard (3.13, D146), which folds
 * before it decomposes and so has to do both twice. They part where an iota subscript stands before a compatibility mark:
 * there D146 tells a name from its own NFKC form.
 *
 * Foldings come from the bundled table. Normal forms come from the host, whose answers for characters assigned in
 * Unicode 15.0 or earlier are fixed for ever by the Unicode stability policy.
 *
 * A name of more than 1024 code units stands on no disk, and is its own key.
 *
 * @param name - one name. For a path take `pathCollisionKey`: a key may hold `/` where its name has none (`℀`).
 *
 * @example
 * ```ts
 * import { collisionKey } from 'prometeu-packer';
 *
 * console.log(collisionKey('Hero.PNG') === collisionKey('hero.png')); // true
 * ```
 */
export function collisionKey(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase();
  return name.length > LONGEST ? name : caseFold(name.normalize('NFKD'));
}

/** A key that two paths share where some file system may take them for one: {@link collisionKey} name by name. */
export function pathCollisionKey(path: WorkspacePath): string {
  return path.split('/').map(collisionKey).join('\u0000');
}
