import { classifyVersion } from '../../versioning/classify-version.js';
import type { Refusal } from '../../versioning/classify-refusal.js';
import type { TrustStage } from '../../versioning/trust-stage.js';
import type { VersionDescriptor } from '../../versioning/version-descriptor.js';
import type { ArtifactReport, WindowPosition } from './artifact-report.js';

/** What is known of a file once its version was looked at. */
export type FoundVersion = Pick<ArtifactReport, 'version' | 'class' | 'window' | 'stage'>;

const REFUSED_POSITIONS: Partial<Record<ArtifactReport['class'], WindowPosition>> = {
  'version-too-new': 'too-new',
  'version-too-old': 'too-old',
};

/** A file that was refused at its version or before. */
export function refusedVersion({ class: name, stage, version }: Refusal): FoundVersion {
  return { version, class: name, window: REFUSED_POSITIONS[name] ?? 'none', stage };
}

/** A file of a version inside the window, and the last gate that it passed. */
export function acceptedVersion(descriptor: VersionDescriptor, version: number, stage: TrustStage): FoundVersion {
  const judged = classifyVersion(descriptor, String(version));
  const isDeprecated = judged.class === 'migratable' && judged.removedIn !== null;
  return {
    version,
    class: judged.class,
    window: isDeprecated ? 'deprecated' : judged.class === 'migratable' ? 'migratable' : 'current',
    stage,
  };
}

/** A file that is not there. */
export const ABSENT_VERSION: FoundVersion = { version: null, class: 'absent', window: 'none', stage: null };
