import { err, ok } from 'neverthrow';
import { assetMetadataDescriptor, parseAssetMetadata } from '../../artifacts/companions/asset-metadata.js';
import { assetTableDescriptor, parseAssetTable } from '../../artifacts/companions/asset-table.js';
import { parsePreload, preloadDescriptor } from '../../artifacts/companions/preload.js';
import type { CompanionSource } from '../../artifacts/companions/parse-companion.js';
import type { ArtifactKind } from '../../diagnostics/artifact-kind.js';
import type { Observed, Outcome } from '../../diagnostics/outcome.js';
import { ARCHIVE_PATH, ASSET_METADATA_PATH, ASSET_TABLE_PATH, PRELOAD_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { ArchiveRecipe } from '../../plans/compose/archive-recipe.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import { readBytes } from '../../ports/read-bytes.js';
import { classifyRefusal, classifyUnread } from '../../versioning/classify-refusal.js';
import type { VersionDescriptor } from '../../versioning/version-descriptor.js';
import type { ReadContext } from '../read-context.js';
import { type ArtifactReport, artifactReport, type Staleness } from './artifact-report.js';
import { distinctCodes } from './codes-by-file.js';
import { type ExaminedArchive, examineArchive } from './examine-archive.js';
import { acceptedVersion, refusedVersion } from './found-version.js';
import { judgeArchiveStaleness } from './judge-archive-staleness.js';
import { type CompanionYardstick, judgeCompanionCopyStaleness, judgeCompanionMetadataStaleness } from './judge-companion-staleness.js';

interface Companion {
  readonly artifact: ArtifactKind;
  readonly path: WorkspacePath;
  readonly descriptor: VersionDescriptor;
  readonly judge: (source: CompanionSource, text: string, yardstick: CompanionYardstick) => Outcome<Staleness>;
}

const judged = <T>(parsed: Outcome<T>, judge: (value: T) => Staleness): Outcome<Staleness> =>
  parsed.map(({ value, diagnostics }) => ({ value: judge(value), diagnostics }));

const COMPANIONS: readonly Companion[] = [
  {
    artifact: 'asset-table',
    path: ASSET_TABLE_PATH,
    descriptor: assetTableDescriptor,
    judge: (source, text, by) => judged(parseAssetTable(source), () => judgeCompanionCopyStaleness(ASSET_TABLE_PATH, text, by)),
  },
  {
    artifact: 'asset-metadata',
    path: ASSET_METADATA_PATH,
    descriptor: assetMetadataDescriptor,
    judge: (source, text, by) =>
      judged(parseAssetMetadata(source), (value) => judgeCompanionMetadataStaleness(ASSET_METADATA_PATH, text, value, by)),
  },
  {
    artifact: 'preload',
    path: PRELOAD_PATH,
    descriptor: preloadDescriptor,
    judge: (source, text, by) => judged(parsePreload(source), () => judgeCompanionCopyStaleness(PRELOAD_PATH, text, by)),
  },
];

function judgeArchive({ found, front }: ExaminedArchive, recipe: ArchiveRecipe | null): Staleness {
  if (found.class === 'absent') return 'absent';
  if (found.class === 'unreadable') return 'unknown';
  return front === null ? 'invalid' : judgeArchiveStaleness(front.header, recipe);
}

async function reportCompanion(
  { artifact, path, descriptor, judge }: Companion,
  { read, json }: ReadContext,
  yardstick: CompanionYardstick,
): Promise<Observed<ArtifactReport>> {
  const bytes = await readBytes(read, path, json.maxBytes);
  if (bytes.isErr()) {
    const { kind } = bytes.error;
    const told = diagnosePortError(bytes.error, artifact);
    if (kind === 'aborted' || kind === 'broken') return err([told]);
    const found = refusedVersion(classifyUnread(bytes.error));
    const absent = found.class === 'absent';
    const staleness = absent ? 'absent' : found.class === 'over-budget' ? 'invalid' : 'unknown';
    return ok(artifactReport(artifact, path, found, { staleness, codes: absent ? [] : [told.code] }));
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value);
  const outcome = judge({ bytes: bytes.value, file: path, budgets: json }, text, yardstick);
  if (outcome.isOk()) {
    const { value: staleness, diagnostics } = outcome.value;
    const found = acceptedVersion(descriptor, descriptor.current, staleness === 'current' ? 'reconciled' : 'meaning');
    return ok(artifactReport(artifact, path, found, { staleness, codes: distinctCodes(diagnostics) }));
  }
  const refusal = classifyRefusal(outcome.error);
  const found = refusal.class === 'unreadable' ? acceptedVersion(descriptor, descriptor.current, 'version') : refusedVersion(refusal);
  return ok(artifactReport(artifact, path, found, { staleness: 'invalid', codes: distinctCodes(outcome.error) }));
}

/**
 * Reports on the archive and its companions, by what stands before the payload alone: how each stands to what it is derived from,
 * by the rule of `verifyWorkspace` as far as that goes without reading raw sources and the payload.
 *
 * @param recipe - what a build would put into the archive; null where it would be refused.
 * @returns Err where reading was cancelled, or the port broke its contract.
 */
export async function reportOutputs(context: ReadContext, recipe: ArchiveRecipe | null): Promise<Observed<readonly ArtifactReport[]>> {
  const examined = await examineArchive(context);
  if (examined.isErr()) return err(examined.error);
  const archive = judgeArchive(examined.value, recipe);
  const { found, front, diagnostics } = examined.value;
  const isCurrent = archive === 'current' && found.stage === 'meaning';
  const shown = isCurrent ? ({ ...found, stage: 'reconciled' } as const) : found;
  const reports = [artifactReport('archive', ARCHIVE_PATH, shown, { staleness: archive, codes: distinctCodes(diagnostics) })];
  const yardstick = { header: front?.header ?? null, archiveDigest: front?.archiveDigest ?? '', recipe, archive };
  for (const companion of COMPANIONS) {
    const report = await reportCompanion(companion, context, yardstick);
    if (report.isErr()) return err(report.error);
    reports.push(report.value);
  }
  return ok(reports);
}
