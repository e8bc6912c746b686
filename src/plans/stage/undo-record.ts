import { writeHouseJson } from '../../codec/house-json.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import { digestText } from '../../ports/digest-text.js';
import { encodeBase64 } from './encode-base64.js';
import type { Plan } from '../plan.js';

/** A file as it was before a plan, and as the plan left it. */
export interface UndoFile {
  /** Path from the workspace root. */
  readonly path: string;
  /** Its bytes before, as base64 (RFC 4648, section 4); null where it did not exist. */
  readonly before: string | null;
  /** SHA-256 of its bytes afterwards; null where the plan removed it. An undo finds out by it whether the file changed since. */
  readonly after_sha256: string | null;
}

/** A folder that a plan moved. */
export interface UndoMove {
  /** Where it stood, from the workspace root. */
  readonly from: string;
  /** Where the plan moved it. */
  readonly to: string;
}

/** What one undo needs: kept for the last plan that changed declarations or the registry. */
export interface UndoRecord {
  /** Schema version. */
  readonly schema_version: 1;
  /** Digest of the plan. */
  readonly plan_digest: string;
  /** What the plan was for. */
  readonly plan_kind: string;
  /** The files, by path. Derived files are not among them: they are rebuilt. */
  readonly files: readonly UndoFile[];
  /** The folders that it moved, by the place where they stand since. */
  readonly moves: readonly UndoMove[];
}

const KEY_ORDER = [
  ...['schema_version', 'plan_digest', 'plan_kind'],
  ['files', ['path', 'before', 'after_sha256']],
  ['moves', ['from', 'to']],
  'checksum',
] as const;

/**
 * Makes the record by which a plan can be undone byte for byte.
 *
 * @returns null where the plan changes nothing that an undo would bring back: a build leaves the last record alone.
 */
export function createUndoRecord({ kind, edits, digest }: Plan, compute: ComputePort): UndoRecord | null {
  const encoder = new TextEncoder();
  const files = edits.flatMap((edit): readonly UndoFile[] => {
    if (edit.kind !== 'text') return [];
    const { path, before, after } = edit;
    return [
      {
        path,
        before: before === null ? null : encodeBase64(encoder.encode(before)),
        after_sha256: after === null ? null : digestBytes(encoder.encode(after), compute),
      },
    ];
  });
  const moves = edits.flatMap((edit) => (edit.kind === 'move-folder' ? [{ from: edit.from, to: edit.path }] : []));
  return files.length + moves.length === 0 ? null : { schema_version: 1, plan_digest: digest, plan_kind: kind, files, moves };
}

/**
 * The checksum of an undo record: SHA-256 of the text it would have without one, as 64 lower-case hexadecimal digits. It
 * tells an edited or rotten record from a whole one; it is no signature.
 */
export function undoChecksum(record: UndoRecord, compute: ComputePort): string {
  return digestText(writeHouseJson(record, KEY_ORDER), compute);
}

/** The text of an undo record, in the canonical form of machine-written files, checksum last. */
export function serializeUndoRecord(record: UndoRecord, compute: ComputePort): string {
  return writeHouseJson({ ...record, checksum: undoChecksum(record, compute) }, KEY_ORDER);
}
