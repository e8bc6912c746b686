import { build, escapeText, verifyArchive, type Applied, type ArchiveReport, type Produced } from 'prometeu-packer';
import type { NodeWorkspace } from 'prometeu-packer/node';
import type { Answer } from './answer.js';
import { archiveTable } from './archive-table.js';
import type { Command } from './command.js';
import type { CommandIo } from './command-io.js';
import { createProgress } from './create-progress.js';
import { failedAnswer } from './failed-answer.js';
import { withWorkspace } from './with-workspace.js';

function tell({ value, diagnostics }: Produced<Applied>, report: ArchiveReport): Answer {
  const { state, written } = value;
  const { path, length, archiveDigest, header } = report;
  const assets = header?.asset_table ?? null;
  return {
    ran: true,
    diagnostics: [...diagnostics, ...report.diagnostics],
    result: { state, archive: path, length, archive_digest: archiveDigest, assets, preload: header?.preload ?? null, written },
    lines: [
      ...archiveTable(assets ?? []),
      '',
      ...written.map((file) => `wrote  ${escapeText(file)}`),
      '',
      `${path}: ${length} bytes, digest ${archiveDigest ?? 'none'}`,
    ],
  };
}

/** What was built is told from the archive itself, read back and checked, rather than from what was meant to be in it. */
async function buildAndRead(host: NodeWorkspace, io: CommandIo): Promise<Answer> {
  const built = await build(host, { signal: io.signal, onProgress: createProgress(io) });
  if (built.isErr()) return failedAnswer(built.error);
  const report = await verifyArchive(host);
  return report.match((found) => tell(built.value, found), failedAnswer);
}

/** `build`: packs the included assets. */
export const buildCommand: Command = {
  name: 'build',
  usage: '',
  summary: 'Packs the registered assets into build/assets.pa and writes its companions, all of them or none.',
  args: [0, 0],
  options: [],
  run: (invocation, io) => withWorkspace(invocation, io, (host) => buildAndRead(host, io)),
};
