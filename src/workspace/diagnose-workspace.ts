import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { ASSETS_FOLDER } from '../paths/owned-paths.js';
import type { AcceptedRegistry } from './accept-workspace.js';
import { missingRegistry } from './missing-registry.js';
import type { FolderScan } from './scan-folders.js';

const LOOSE_NAMES_SHOWN = 5;

/**
 * Tells what belongs to no single asset: what is wrong with folders and with the registry.
 *
 * @param claiming - how many declarations claim anything.
 */
export function diagnoseWorkspace(
  { found, folders, diagnostics: scanned }: Omit<FolderScan, 'unseen'>,
  registry: Pick<AcceptedRegistry, 'diagnostics'> | null,
  claiming: number,
): readonly Diagnostic[] {
  const diagnostics = [...scanned];
  const loose = folders.get(ASSETS_FOLDER)?.files.filter((name) => !name.startsWith('.')) ?? [];
  const at = (file: string) => ({ artifact: 'workspace', location: { kind: 'file', file } }) as const;
  if (!found) diagnostics.push(diagnose('WORKSPACE_NO_ASSETS_FOLDER', { ...at(ASSETS_FOLDER), data: { expected: ASSETS_FOLDER } }));
  if (loose.length > 0) {
    const data = { names: loose.slice(0, LOOSE_NAMES_SHOWN), count: loose.length };
    diagnostics.push(diagnose('WORKSPACE_LOOSE_FILES', { ...at(ASSETS_FOLDER), data }));
  }
  if (registry === null && claiming > 0) diagnostics.push(missingRegistry(claiming));
  return registry === null ? diagnostics : [...diagnostics, ...registry.diagnostics];
}
