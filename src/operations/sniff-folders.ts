import { err, ok } from 'neverthrow';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { isNonEmpty } from '../base/non-empty.js';
import { collisionKey } from '../paths/collision-key.js';
import { nameOf, WORKSPACE_ROOT, type WorkspacePath } from '../paths/workspace-path.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { gather } from '../ports/gather.js';
import type { PortError, PortResult } from '../ports/port-error.js';
import type { ReadPort } from '../ports/read-port.js';
import type { HeadPrecondition } from '../plans/plan.js';
import type { UndeclaredFolder } from '../plans/register/find-undeclared.js';
import type { SniffedFolder } from '../plans/register/judge-kinds.js';
import { readWhole } from '../plans/compose/read-whole.js';
import { withReadHandle } from '../plans/compose/with-read-handle.js';
import { checkExtension } from '../sources/check-extension.js';
import { SNIFFED_BYTES, sniffKind } from '../sources/sniff-kind.js';

import { folderOf } from '../workspace/input-tree.js';
import type { ReadContext } from './read-context.js';
import { DECLARATION_NAME } from '../paths/declaration-name.js';

/** Folders with the kind of every file in them, and what that rests on. */
export interface Sniffed {
  /** The folders, as they were given. */
  readonly folders: readonly SniffedFolder[];
  /** The beginnings that were looked at. */
  readonly heads: readonly HeadPrecondition[];
}

/** Files up to this size are read whole, in one batch; of larger ones only the beginning is. */
const SMALL = 1 << 16;

function readHead(read: ReadPort, path: WorkspacePath): Promise<PortResult<Uint8Array>> {
  const fail = (error: PortError): PortError => error;
  return withReadHandle(read, path, fail, async (handle) => {
    const head = new Uint8Array(SNIFFED_BYTES);
    return (await readWhole(handle, head, 0)).map((length) => head.subarray(0, length));
  });
}

async function readHeads(read: ReadPort, paths: readonly WorkspacePath[]): Promise<PortResult<readonly PortResult<Uint8Array>[]>> {
  const requests = paths.map((path) => ({ path, maxBytes: SMALL }));
  const answers = await gather<Uint8Array>('read', paths, (visit) =>
    read.readFiles(requests, (index, answer) =>
      visit(
        index,
        answer.map(({ bytes }) => Uint8Array.from(bytes.subarray(0, SNIFFED_BYTES))),
      ),
    ),
  );
  if (answers.isErr()) return err(answers.error);
  const heads = [...answers.value];
  for (const [index, answer] of answers.value.entries()) {
    const path = paths[index];
    if (path !== undefined && answer.isErr() && answer.error.kind === 'too-large') heads[index] = await readHead(read, path);
  }
  return ok(heads);
}

/** What makes a file no source at all, whatever kind it is of. */
function judgeFile(path: WorkspacePath, head: Uint8Array): Diagnostic | null {
  if (collisionKey(nameOf(path)) === DECLARATION_NAME) {
    const location = { kind: 'file', file: path } as const;
    return diagnose('PATH_OWNED', { artifact: 'source', location, data: { path, segment: nameOf(path) } });
  }
  if (head.length > 0) return checkExtension(path, head);
  const location = { kind: 'bytes', file: path, offset: 0, length: 0 } as const;
  return diagnose('SOURCE_EMPTY', { artifact: 'source', location, data: { bytes: 0 } });
}

/**
 * Looks at the beginning of every file of the given folders: a kind is decided by content, never by name.
 *
 * Codes: SOURCE_EXTENSION_MISMATCH for a .png or .wav that is none, SOURCE_EMPTY, PATH_OWNED for another spelling of
 * asset.json, and the IO area.
 */
export async function sniffFolders({ read, compute }: ReadContext, folders: readonly UndeclaredFolder[]): Promise<Observed<Sniffed>> {
  const paths = folders.flatMap(({ root, files }) => files.map((name) => `${folderOf(root)}/${name}` as WorkspacePath)); // both stood in a listing
  const answers = await readHeads(read, paths);
  if (answers.isErr()) return err([diagnosePortError(answers.error, 'source')]);
  const diagnostics: Diagnostic[] = [];
  const heads: HeadPrecondition[] = [];
  const kinds = answers.value.map((answer, index) => {
    const path = paths[index] ?? WORKSPACE_ROOT;
    if (answer.isErr()) {
      diagnostics.push(diagnosePortError(answer.error, 'source'));
      return 'other';
    }
    const fault = judgeFile(path, answer.value);
    if (fault !== null) diagnostics.push(fault);
    heads.push({ path, length: answer.value.length, sha256: digestBytes(answer.value, compute) });
    return sniffKind(answer.value);
  });
  diagnostics.sort(compareDiagnostics);
  if (isNonEmpty(diagnostics)) return err(diagnostics);
  let next = 0;
  const sniffed = folders.map((folder) => ({ ...folder, kinds: kinds.slice(next, (next += folder.files.length)) }));
  return ok({ folders: sniffed, heads });
}
