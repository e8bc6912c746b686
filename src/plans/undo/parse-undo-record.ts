import { err, ok, type Result } from 'neverthrow';
import { findOverlap } from '../../artifacts/journal/find-overlap.js';
import { isMovableFolder } from '../../artifacts/journal/is-movable-folder.js';
import { targetClass, UNDO_RECORD_PATH } from '../../artifacts/journal/target-class.js';
import { diagnoseJson } from '../../codec/json/diagnose-json.js';
import { readJson } from '../../codec/json/read-json.js';
import { decodeUtf8 } from '../../codec/json/utf8.js';
import { jsonPointer } from '../../codec/json-pointer.js';
import type { UndoFault } from '../../diagnostics/catalogue/undo-codes.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { collisionKey } from '../../paths/collision-key.js';
import { parseWorkspacePath, type WorkspacePath } from '../../paths/workspace-path.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { digestText } from '../../ports/digest-text.js';
import { type UndoFile, undoChecksum, type UndoRecord } from '../stage/undo-record.js';
import { decodeBase64 } from './decode-base64.js';
import { undoRecordSchema } from '../undo-record.schema.js';

/** A file that an undo brings back. */
export interface UndoneFile {
  /** Path from the workspace root. */
  readonly path: WorkspacePath;
  /** Its text before the plan; null where it did not exist. Encoded as UTF-8 it is the very bytes. */
  readonly text: string | null;
  /** SHA-256 of its bytes as the plan left them; null where the plan removed it. */
  readonly afterSha256: string | null;
}

/** A folder that an undo moves back. */
export interface UndoneMove {
  /** Where it stood before the plan. */
  readonly from: WorkspacePath;
  /** Where the plan moved it. */
  readonly to: WorkspacePath;
}

/** What one undo brings back. */
export interface RecordedUndo {
  /** Digest of the plan that would be undone. */
  readonly planDigest: string;
  /** What that plan was for. */
  readonly planKind: string;
  /** The files, each once. */
  readonly files: readonly UndoneFile[];
  /** The folders. No file stands in one of them, nor where it stood. */
  readonly moves: readonly UndoneMove[];
}

/** Most bytes of a record: what a plan may change is bounded itself, and base64 makes a third more of it. */
export const MAX_UNDO_BYTES = 256 * 1024 * 1024;

const BUDGETS = { maxBytes: MAX_UNDO_BYTES, maxStringBytes: MAX_UNDO_BYTES };
const CURRENT = 1;

const artifact = 'workspace';
const path = UNDO_RECORD_PATH;
const location = { kind: 'file', file: path } as const;

/** Refuses a record as damaged; `causes` are findings that say more. */
export function damagedUndo(fault: UndoFault, pointer: string, causes: readonly Diagnostic[] = []): Failure {
  return [diagnose('UNDO_DAMAGED', { artifact, location, data: { path, fault, pointer } }), ...causes];
}

function refuseVersion(token: string | undefined): Failure | null {
  if (token === String(CURRENT)) return null;
  const version = /^[1-9][0-9]{0,9}$/.test(String(token)) ? Number(token) : 0;
  if (version <= CURRENT) return damagedUndo('version', token === undefined ? '' : '/schema_version');
  return [diagnose('UNDO_TOO_NEW', { artifact, location, data: { path, version, current: CURRENT } })];
}

function decodeText(base64: string): string | null {
  const bytes = decodeBase64(base64);
  return bytes === null ? null : (decodeUtf8(bytes) ?? null); // no text that a plan was ever made of
}

function readFile({ path: name, before, after_sha256: afterSha256 }: UndoFile, compute: ComputePort): Result<UndoneFile, UndoFault> {
  const parsed = parseWorkspacePath(name);
  const guard = parsed.isOk() ? targetClass(parsed.value) : null;
  if (parsed.isErr() || (guard !== 'authored' && guard !== 'registry')) return err('target');
  const text = before === null ? null : decodeText(before);
  const digest = text === null ? null : digestText(text, compute);
  if ((before === null) !== (text === null) || digest === afterSha256) return err('content');
  return ok({ path: parsed.value, text, afterSha256 });
}

function readFiles({ files }: UndoRecord, compute: ComputePort): Result<readonly UndoneFile[], Failure> {
  const undone: UndoneFile[] = [];
  const seen = new Set<string>();
  for (const [index, file] of files.entries()) {
    const read = readFile(file, compute);
    if (read.isErr()) return err(damagedUndo(read.error, `/files/${index}`));
    const key = collisionKey(read.value.path);
    if (seen.has(key)) return err(damagedUndo('target', `/files/${index}`));
    seen.add(key);
    undone.push(read.value);
  }
  return ok(undone);
}

function readMoves({ moves }: UndoRecord, files: readonly UndoneFile[]): Result<readonly UndoneMove[], Failure> {
  const undone: UndoneMove[] = [];
  for (const [index, { from, to }] of moves.entries()) {
    const [source, target] = [parseWorkspacePath(from), parseWorkspacePath(to)];
    const isMovable = source.isOk() && target.isOk() && isMovableFolder(source.value) && isMovableFolder(target.value);
    if (!isMovable) return err(damagedUndo('target', `/moves/${index}`));
    undone.push({ from: source.value, to: target.value });
  }
  const overlap = findOverlap(
    undone.map(({ from, to }) => ({ from, target: to })),
    files.map(({ path: file }) => file),
  );
  return overlap === null ? ok(undone) : err(damagedUndo('target', `/${overlap.of}s/${overlap.index}`));
}

/**
 * Reads the record of the last plan: strict JSON, version, exact structure, checksum, then what each file was. It is
 * untrusted like any other file, and taken whole or not at all.
 *
 * Codes: UNDO_DAMAGED, with findings of the JSON area behind it where it is no JSON; UNDO_TOO_NEW.
 *
 * @param bytes - the file; may be reused by the caller afterwards.
 */
export function parseUndoRecord(bytes: Uint8Array, compute: ComputePort): Result<RecordedUndo, Failure> {
  const read = readJson(bytes, BUDGETS);
  if (read.isErr()) return err(damagedUndo('json', '', diagnoseJson(read.error, { artifact, file: path, bytes })));
  const refused = refuseVersion(read.value.topLevelToken('schema_version'));
  if (refused !== null) return err(refused);
  const parsed = undoRecordSchema().safeParse(read.value.value, { jitless: true });
  if (!parsed.success) return err(damagedUndo('structure', jsonPointer(parsed.error.issues[0]?.path ?? [])));
  const { checksum, ...record } = parsed.data;
  if (checksum !== undoChecksum(record, compute)) return err(damagedUndo('checksum', '/checksum'));
  if (record.files.length + record.moves.length === 0) return err(damagedUndo('structure', '/files'));
  const files = readFiles(record, compute);
  if (files.isErr()) return err(files.error);
  const moves = readMoves(record, files.value);
  return moves.map((undone) => ({ planDigest: record.plan_digest, planKind: record.plan_kind, files: files.value, moves: undone }));
}
