import { basename, dirname, resolve } from 'node:path';
import { verifyArchive, verifyWorkspace, type ArchiveHeader, type Diagnostic } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import type { Answer } from './answer.js';
import { archiveTable } from './archive-table.js';
import { BUILT_ARCHIVE } from './built-archive.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { openFolder } from './open-folder.js';
import { withWorkspace } from './with-workspace.js';

/** What both ways to verify find of an archive. */
interface Verified {
  readonly ok: boolean;
  readonly length: number;
  readonly archiveDigest: string | null;
  readonly header: ArchiveHeader | null;
  readonly diagnostics: readonly Diagnostic[];
}

function tell(archive: string, { ok, length, archiveDigest, header, diagnostics }: Verified, praise: string): Answer {
  const result = {
    ok,
    archive,
    length,
    archive_digest: archiveDigest,
    assets: header?.asset_table ?? null,
    preload: header?.preload ?? null,
  };
  const table = header === null ? [] : [...archiveTable(header.asset_table), ''];
  const name = escapeText(archive);
  const lines = [...table, `${name}: ${length} bytes, digest ${archiveDigest ?? 'none'}`, `${name}: ${ok ? praise : 'not valid'}`];
  return { ran: true, diagnostics, result, lines };
}

/** An archive may lie anywhere: its folder is opened as a workspace of its own, and nothing else in it is looked at. */
async function verifyFile(file: string, { workspace }: Invocation, io: CommandIo): Promise<Answer> {
  const path = resolve(io.cwd, workspace, file);
  const opened = openFolder(dirname(path), io);
  if (opened.isErr()) return opened.error;
  const report = await verifyArchive(opened.value, { path: basename(path), signal: io.signal });
  return report.match(
    (found) => ({ ...tell(file, found, 'valid on its own'), folder: dirname(path) }),
    (failure) => notRunAnswer(failure),
  );
}

function verifyBuild(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, async (host) => {
    const report = await verifyWorkspace(host, { signal: io.signal });
    return report.match(
      (found) => tell(BUILT_ARCHIVE, found, 'valid, and just what the sources build'),
      (failure) => notRunAnswer(failure),
    );
  });
}

/** Does what `verify` is asked for. */
export function runVerify(invocation: Invocation, io: CommandIo): Promise<Answer> {
  const [archive] = invocation.args;
  return archive === undefined ? verifyBuild(invocation, io) : verifyFile(archive, invocation, io);
}
