import { basename, resolve } from 'node:path';
import { describeArchive, doctor, type ArchiveDescription, type Diagnostic, type DoctorReport } from 'prometeu-packer';
import { htmlReport, type HtmlContent } from 'prometeu-packer/report';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { reportArtifacts } from './report-artifacts.js';
import { withWorkspace } from './with-workspace.js';

type PageSource = Pick<HtmlContent, 'workspace' | 'version'>;

function tell(
  { snapshot, verdict, artifacts, diagnostics: examined }: DoctorReport,
  archive: ArchiveDescription | null,
  page: PageSource,
): Answer {
  const diagnostics: readonly Diagnostic[] = [...examined, ...(archive?.diagnostics ?? [])];
  const built = archive === null ? null : { length: archive.length, archive_digest: archive.archiveDigest, regions: archive.regions };
  const can = (['read', 'mutate', 'build'] as const).map((what) => `can ${what}: ${verdict[what].can ? 'yes' : 'no'}`);
  return {
    ran: true,
    diagnostics,
    verdict,
    result: { snapshot_id: snapshot.id, artifacts, archive: built },
    lines: [...can, archive === null ? 'no archive is built' : `archive: ${archive.length} bytes`],
    page: ({ diagnostics: judged, policy, texts }) =>
      htmlReport({
        ...page,
        diagnostics: judged,
        verdict,
        suppressed: policy?.suppressedCount ?? 0,
        artifacts: reportArtifacts(artifacts),
        ...(archive !== null && { archive }),
        sourceText: (file) => texts?.get(file),
      }),
  };
}

/** Does what `report` is asked for. */
export function runReport(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, async (host) => {
    const { signal } = io;
    const page = { workspace: basename(resolve(io.cwd, invocation.workspace)), version: io.version() };
    const examined = await doctor(host, { requireCurrent: invocation.requireCurrent, signal });
    if (examined.isErr()) return notRunAnswer(examined.error);
    const archive = await describeArchive(host, { signal });
    return archive.isErr() ? notRunAnswer(archive.error) : tell(examined.value, archive.value, page);
  });
}
