import { DECLARATION_NAME } from '../../paths/declaration-name.js';
import { isPlainPath } from '../../paths/plain-path.js';
import type { AssetBody } from './model.js';

/**
 * Whether nothing can be said against the inputs of a declaration: there are some, and all are plain paths, none twice and none
 * the declaration itself. Of all others nothing is said.
 */
export function hasPlainInputs({ inputs }: Pick<AssetBody, 'inputs'>): boolean {
  let first: string | null = null;
  let seen: Set<string> | null = null; // most assets have one input
  for (const role in inputs) {
    for (const path of inputs[role] ?? []) {
      if (!isPlainPath(path) || path === DECLARATION_NAME) return false;
      if (first === null) first = path;
      else {
        seen ??= new Set([first]);
        if (seen.has(path)) return false;
        seen.add(path);
      }
    }
  }
  return first !== null;
}
