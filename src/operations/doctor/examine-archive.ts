import { err, ok } from 'neverthrow';
import { checkArchiveSlices } from '../../artifacts/archive/check-archive-slices.js';
import { archiveEnvelopeDescriptor, archiveHeaderDescriptor } from '../../artifacts/archive/descriptors.js';
import type { ArchiveHeader } from '../../artifacts/archive/model.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure, Observed } from '../../diagnostics/outcome.js';
import { ARCHIVE_PATH } from '../../paths/owned-paths.js';
import { hasCode } from '../../plans/apply/has-code.js';
import { readArchiveFront } from '../../plans/compose/read-archive-front.js';
import { withReadHandle } from '../../plans/compose/with-read-handle.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import type { PortError } from '../../ports/port-error.js';
import { classifyUnread } from '../../versioning/classify-refusal.js';
import { classifyVersion, type VersionClass } from '../../versioning/classify-version.js';
import type { TrustStage } from '../../versioning/trust-stage.js';
import type { VersionDescriptor } from '../../versioning/version-descriptor.js';
import type { ReadContext } from '../read-context.js';
import { acceptedVersion, type FoundVersion, refusedVersion } from './found-version.js';

/** What stands before the payload of the archive, and how far it can be trusted by itself. */
export interface ExaminedArchive {
  /** What is known of its version. */
  readonly found: FoundVersion;
  /** The header and its digest; null where an error stands in the way. */
  readonly front: { readonly header: ArchiveHeader; readonly archiveDigest: string } | null;
  /** What there is to say of it. */
  readonly diagnostics: readonly Diagnostic[];
}

function judgeToken(descriptor: VersionDescriptor, token: string | undefined): FoundVersion {
  const judged: VersionClass = classifyVersion(descriptor, token);
  const version = 'version' in judged ? judged.version : 'token' in judged ? judged.token : null;
  return refusedVersion({ class: judged.class, stage: 'bytes', version });
}

/** The refusal of one of its two versions; null where neither was refused. */
function findRefusedVersion(diagnostics: readonly Diagnostic[]): FoundVersion | null {
  for (const found of diagnostics) {
    if (hasCode(found, 'ARCHIVE_ENVELOPE_UNSUPPORTED')) return judgeToken(archiveEnvelopeDescriptor, String(found.data.found.major));
    if (hasCode(found, 'ARCHIVE_ENVELOPE_MINOR_UNKNOWN')) {
      const { major, minor } = found.data.found;
      return { version: `${major}.${minor}`, class: 'version-too-new', window: 'too-new', stage: 'bytes' };
    }
    if (!hasCode(found, 'ARCHIVE_HEADER_VERSION')) continue;
    return judgeToken(archiveHeaderDescriptor, found.data.found === null ? undefined : String(found.data.found));
  }
  return null;
}

function isRecognised(diagnostics: readonly Diagnostic[]): boolean {
  return !diagnostics.some(({ code }) => code === 'ARCHIVE_TOO_SHORT' || code === 'ARCHIVE_BAD_MAGIC');
}

function judge(size: number, diagnostics: readonly Diagnostic[], decoded: boolean): FoundVersion {
  const refused = findRefusedVersion(diagnostics);
  if (refused !== null) return refused;
  const current = archiveEnvelopeDescriptor.current;
  const reached = (stage: TrustStage): FoundVersion => acceptedVersion(archiveEnvelopeDescriptor, current, stage);
  if (diagnostics.length === 0) return reached('meaning');
  if (size === 0) return { version: null, class: 'empty', window: 'none', stage: 'bytes' };
  if (!isRecognised(diagnostics)) return { version: null, class: 'malformed', window: 'none', stage: 'bytes' };
  return { ...reached(decoded ? 'migrated' : 'version'), class: 'malformed' };
}

function judgeError(error: PortError): Observed<ExaminedArchive> {
  const told = diagnosePortError(error, 'archive');
  if (error.kind === 'aborted' || error.kind === 'broken') return err([told]);
  const found = refusedVersion(classifyUnread(error));
  return ok({ found, front: null, diagnostics: found.class === 'absent' ? [] : [told] });
}

/**
 * Examines what stands before the payload of the archive: prelude, header, the places of the assets. The payload is not read.
 *
 * @returns Err where reading was cancelled, or the port broke its contract.
 */
export async function examineArchive({
  read,
  compute,
  json,
}: Pick<ReadContext, 'read' | 'compute' | 'json'>): Promise<Observed<ExaminedArchive>> {
  const same = (error: PortError): PortError => error;
  const examined = await withReadHandle(read, ARCHIVE_PATH, same, async (handle) => {
    const front = await readArchiveFront(handle, ARCHIVE_PATH, json);
    return front.map((outcome): ExaminedArchive => {
      const { size } = handle.stat;
      if (outcome.isErr()) {
        const failure: Failure = outcome.error;
        return { found: judge(size, failure, false), front: null, diagnostics: failure };
      }
      const { value, diagnostics } = outcome.value;
      const found = [...diagnostics, ...checkArchiveSlices(value.front)];
      const sound = { header: value.front.header, archiveDigest: digestBytes(value.bytes, compute) };
      return { found: judge(size, found, true), front: found.length === 0 ? sound : null, diagnostics: found };
    });
  });
  return examined.isErr() ? judgeError(examined.error) : ok(examined.value);
}
