import { err, ok, type Result } from 'neverthrow';
import { assetMetadataDescriptor } from '../../artifacts/companions/asset-metadata.js';
import { assetTableDescriptor } from '../../artifacts/companions/asset-table.js';
import { preloadDescriptor } from '../../artifacts/companions/preload.js';
import { isNonEmpty } from '../../base/non-empty.js';
import { JSON_BUDGETS } from '../../codec/json/read-json.js';
import type { PathDifference } from '../../diagnostics/catalogue/plan-codes.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { ARCHIVE_PATH, ASSET_METADATA_PATH, ASSET_TABLE_PATH, PRELOAD_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { gather } from '../../ports/gather.js';
import type { PortError, PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { VersionDescriptor } from '../../versioning/version-descriptor.js';
import { readVersionedJson } from '../../versioning/read-versioned-json.js';
import type { StagingContext } from './apply-context.js';
import { findNewerVersions } from './find-newer-versions.js';
import { ioFailure } from './io-failure.js';
import { readArchiveFront } from '../compose/read-archive-front.js';
import { stalePlan } from './stale-plan.js';
import { stateOfError } from './state-of-error.js';
import { withReadHandle } from '../compose/with-read-handle.js';

/** What looking needs. */
type OutputContext = Pick<StagingContext, 'read' | 'signal'>;

/** What readers have to say of one output. */
interface Examined {
  readonly path: WorkspacePath;
  readonly findings: PortResult<readonly Diagnostic[]>;
}

const COMPANIONS: readonly (readonly [WorkspacePath, VersionDescriptor])[] = [
  [ASSET_METADATA_PATH, assetMetadataDescriptor],
  [ASSET_TABLE_PATH, assetTableDescriptor],
  [PRELOAD_PATH, preloadDescriptor],
];

async function examineArchive({ read }: OutputContext): Promise<Examined> {
  const sameError = (error: PortError): PortError => error;
  const front = await withReadHandle(read, ARCHIVE_PATH, sameError, (handle) => readArchiveFront(handle, ARCHIVE_PATH));
  const findings = front.map((outcome) =>
    outcome.match(
      ({ diagnostics }) => diagnostics,
      (failure) => failure as readonly Diagnostic[],
    ),
  );
  return { path: ARCHIVE_PATH, findings };
}

async function examineCompanions({ read, signal }: OutputContext): Promise<PortResult<readonly Examined[]>> {
  const requests = COMPANIONS.map(([path]) => ({ path, maxBytes: JSON_BUDGETS.maxBytes }));
  const paths = requests.map(({ path }) => path);
  const answers = await gather<readonly Diagnostic[]>('read', paths, (visit) =>
    read.readFiles(
      requests,
      (index, answer) => {
        const companion = COMPANIONS[index];
        if (companion === undefined) return;
        const [path, descriptor] = companion;
        visit(
          index,
          answer.map(({ bytes }) =>
            readVersionedJson(bytes, descriptor, path).match(
              () => [],
              (failure) => failure,
            ),
          ),
        );
      },
      signal && { signal },
    ),
  );
  return answers.map((found) => paths.map((path, index) => ({ path, findings: found[index] ?? portFailure('broken', 'read', path) })));
}

/**
 * Looks at the build outputs that are about to be replaced. They are derived, so it does not matter what is wrong with
 * them; but what a newer release wrote is not replaced unasked, and what is no file is not replaced at all.
 *
 * Codes: PLAN_TARGET_NEWER, PLAN_STALE for something else than a file, PLAN_IO_FAILED, PLAN_CANCELLED.
 *
 * @param replaceNewer - the caller asked for newer outputs to be replaced.
 */
export async function refuseNewerOutputs(context: OutputContext, replaceNewer: boolean): Promise<Result<void, Failure>> {
  const companions = await examineCompanions(context);
  if (companions.isErr()) return err(ioFailure('recheck', companions.error));
  const faults: Diagnostic[] = [];
  const obstructed: PathDifference[] = [];
  for (const { path, findings } of [await examineArchive(context), ...companions.value]) {
    if (findings.isOk()) {
      const newer = replaceNewer ? [] : findNewerVersions(findings.value);
      const location = { kind: 'file', file: path } as const;
      for (const version of newer) faults.push(diagnose('PLAN_TARGET_NEWER', { artifact: 'plan', location, data: { path, ...version } }));
      continue;
    }
    const found = stateOfError(findings.error);
    if (found.isErr()) faults.push(...ioFailure('recheck', found.error));
    else if (found.value.kind !== 'absent' && found.value.kind !== 'file') {
      obstructed.push({ path, expected: { kind: 'file', sha256: null, length: null }, found: found.value });
    }
  }
  if (obstructed.length > 0) faults.push(...stalePlan(obstructed));
  return isNonEmpty(faults) ? err(faults) : ok();
}
