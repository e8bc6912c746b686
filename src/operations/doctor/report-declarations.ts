import { assetDescriptor } from '../../artifacts/asset/descriptor.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { classifyRefusal, classifyUnread } from '../../versioning/classify-refusal.js';
import type { TrustStage } from '../../versioning/trust-stage.js';
import type { AssetState } from '../../workspace/asset-state.js';
import { declarationOf } from '../../workspace/input-tree.js';
import type { SnapshotMemory } from '../../workspace/snapshot-memory.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { type ArtifactReport, artifactReport } from './artifact-report.js';
import { ABSENT_VERSION, acceptedVersion, type FoundVersion, refusedVersion } from './found-version.js';

type Declarations = Pick<SnapshotMemory, 'declarations' | 'readings'>;

type Answer = Parameters<Parameters<Declarations['declarations']['forEach']>[0]>[0];

/** Its folder could not be listed: whether it is there is not known. */
const UNLISTED_VERSION: FoundVersion = /* @__PURE__ */ refusedVersion(/* @__PURE__ */ classifyUnread({ kind: 'denied' }));

function findVersion(answer: Answer, { readings }: Declarations, isSettled: boolean): FoundVersion {
  if (answer.isErr()) return refusedVersion(classifyUnread(answer.error));
  const { parsed } = answer.value;
  const { version, sound, diagnostics } = parsed;
  if (version === null) return refusedVersion(classifyRefusal(diagnostics));
  const reached = (stage: TrustStage): FoundVersion => acceptedVersion(assetDescriptor, version, stage);
  const reading = readings.get(parsed)?.reading;
  if (!sound || reading === undefined) return reached('version');
  if (reading.body !== null) return reached(isSettled ? 'reconciled' : 'meaning');
  return reached(reading.migration !== null && reading.migration.value === null ? 'structure' : 'migrated');
}

/**
 * Reports on every declaration that was found, and on each that a record expects and that is not there: it is `absent`, with the
 * identity class of the record. Pure: from what the readers kept.
 */
export function reportDeclarations(
  { assets, blocked }: Pick<WorkspaceSnapshot, 'assets' | 'blocked'>,
  memory: Declarations,
  codes: (files: readonly string[]) => readonly string[],
): readonly ArtifactReport[] {
  return assets.map(({ root, identity, inputs, blocked: isBlocked }: AssetState) => {
    const path: WorkspacePath = declarationOf(root);
    const answer = memory.declarations.get(path);
    const missing = identity.class === 'unreadable' ? UNLISTED_VERSION : ABSENT_VERSION;
    const found = answer === undefined ? missing : findVersion(answer, memory, !blocked && !isBlocked);
    return artifactReport('asset', path, found, { identity: identity.class, codes: codes([path, ...inputs.map(({ file }) => file)]) });
  });
}
