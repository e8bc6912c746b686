import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';

/** Says that there is no registry that could be read. */
export function missingRegistry(claiming = 0): Diagnostic<'REGISTRY_MISSING'> {
  const location = { kind: 'file', file: REGISTRY_PATH } as const;
  return diagnose('REGISTRY_MISSING', { artifact: 'registry', location, data: { expected: REGISTRY_PATH, claiming } });
}
