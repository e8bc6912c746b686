import { err, ok } from 'neverthrow';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { ARCHIVE_PATH, ASSET_METADATA_PATH, ASSET_TABLE_PATH, BUILD_FOLDER, PRELOAD_PATH } from '../paths/owned-paths.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { gather } from '../ports/gather.js';
import type { PortResult } from '../ports/port-error.js';
import type { EntryStat } from '../ports/read-port.js';
import type { ReadContext } from './read-context.js';

const OUTPUTS: readonly WorkspacePath[] = [BUILD_FOLDER, ARCHIVE_PATH, ASSET_TABLE_PATH, ASSET_METADATA_PATH, PRELOAD_PATH];

function judge(path: WorkspacePath, answer: PortResult<EntryStat>): readonly Diagnostic[] {
  if (answer.isErr()) {
    const { kind } = answer.error;
    return kind === 'not-found' || path !== BUILD_FOLDER ? [] : [diagnosePortError(answer.error, 'workspace')];
  }
  const { kind } = answer.value;
  const expected = path === BUILD_FOLDER ? 'folder' : 'file';
  if (kind === expected) return [];
  const finding = { artifact: 'workspace', location: { kind: 'file', file: path } } as const;
  if (kind === 'symlink') return [diagnose('PATH_SYMLINK', { ...finding, data: { path } })];
  return [diagnose('PATH_SPECIAL_FILE', { ...finding, data: { path, found: kind, expected } })];
}

/**
 * Looks at the places where a build writes, so that it is refused before it begins where something else stands there.
 *
 * Codes: PATH_SYMLINK, PATH_SPECIAL_FILE, and the IO area.
 */
export async function checkOutputs({ read, signal }: ReadContext): Promise<Observed<readonly Diagnostic[]>> {
  const answers = await gather<EntryStat>('stat', OUTPUTS, (visit) => read.statPaths(OUTPUTS, visit, signal && { signal }));
  if (answers.isErr()) return err([diagnosePortError(answers.error, 'workspace')]);
  return ok(
    answers.value.flatMap((answer, index) => {
      const path = OUTPUTS[index];
      return path === undefined ? [] : judge(path, answer);
    }),
  );
}
