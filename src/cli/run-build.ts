import { build, verifyArchive, type Applied, type ArchiveReport, type Produced, type WriteHost } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import type { Answer } from './answer.js';
import { archiveTable } from './archive-table.js';
import { BUILT_ARCHIVE } from './built-archive.js';
import type { CommandIo } from './command-io.js';
import { createProgress } from './create-progress.js';
import { failedAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { withWorkspace } from './with-workspace.js';

/** What was built, for the JSON report; assets are null where the archive was not read back. */
function buildResult({ state, written }: Applied, archive: Pick<ArchiveReport, 'length' | 'archiveDigest' | 'header'>): object {
  const { length, archiveDigest, header } = archive;
  const assets = header?.asset_table ?? null;
  return { state, archive: BUILT_ARCHIVE, length, archive_digest: archiveDigest, assets, preload: header?.preload ?? null, written };
}

function tell({ value, diagnostics }: Produced<Applied>, report: ArchiveReport): Answer {
  const { length, archiveDigest, header } = report;
  return {
    ran: true,
    diagnostics: [...diagnostics, ...report.diagnostics],
    result: buildResult(value, report),
    lines: [
      ...archiveTable(header?.asset_table ?? []),
      '',
      ...value.written.map((file) => `wrote  ${escapeText(file)}`),
      '',
      `${BUILT_ARCHIVE}: ${length} bytes, digest ${archiveDigest ?? 'none'}`,
    ],
  };
}

/** The build is committed, but not all of its files are in their place yet: the warning among the findings says why. */
function tellPending({ value, diagnostics }: Produced<Applied>): Answer {
  const archive = { length: 0, archiveDigest: null, header: null, ...value.archive };
  const lines = ['the build is committed; the next command that writes finishes it'];
  return { ran: true, diagnostics, result: buildResult(value, archive), lines };
}

/** What would be built stands there already, as far as times and the cache tell: nothing of it was read back. */
function tellUntouched({ value, diagnostics }: Produced<Applied>): Answer {
  const archive = { length: 0, archiveDigest: null, header: null, ...value.archive };
  const lines = [`${BUILT_ARCHIVE}: built already; ${archive.length} bytes, digest ${archive.archiveDigest ?? 'none'}`];
  return { ran: true, diagnostics, result: buildResult(value, archive), lines };
}

/** Builds, and tells what was built from the archive itself, read back and checked, rather than from what was meant to be in it. */
export async function buildAnswer(
  host: WriteHost,
  io: CommandIo,
  { requireCurrent, cache }: Pick<Invocation, 'requireCurrent' | 'cache'>,
): Promise<Answer> {
  const built = await build(host, { requireCurrent, cache, signal: io.signal, onProgress: createProgress(io) });
  if (built.isErr()) return failedAnswer(built.error);
  if (built.value.value.state === 'pending') return tellPending(built.value);
  if (built.value.value.state === 'nothing-to-do') return tellUntouched(built.value);
  const report = await verifyArchive(host);
  return report.match((found) => tell(built.value, found), failedAnswer);
}

/** Does what `build` is asked for. */
export function runBuild(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, (host) => buildAnswer(host, io, invocation));
}
