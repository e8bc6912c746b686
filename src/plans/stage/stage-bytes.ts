import { err, ok, type Result } from 'neverthrow';
import type { AfterState } from '../../artifacts/journal/model.js';
import { stagedPath } from '../../artifacts/journal/staged-path.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { StagingContext } from '../apply/apply-context.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import { ioFailure } from '../apply/io-failure.js';
import type { StagingArea } from './staging-area.js';
import { writeWhole } from './write-whole.js';

/**
 * Stages the whole content of one target beside it, flushed to stable storage.
 *
 * @returns what the target becomes.
 */
export function stageBytes(
  { token, compute }: Pick<StagingContext, 'token' | 'compute'>,
  area: StagingArea,
  target: WorkspacePath,
  bytes: Uint8Array,
): Promise<Result<AfterState & { readonly kind: 'sha256' }, Failure>> {
  return area.writeFile(stagedPath(target, token), 'stage', async (handle) => {
    const written = await writeWhole(handle, bytes, 0);
    if (written.isErr()) return err(ioFailure('stage', written.error));
    return ok({ kind: 'sha256', sha256: digestBytes(bytes, compute), length: bytes.length });
  });
}
