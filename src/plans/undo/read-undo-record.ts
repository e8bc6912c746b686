import { err, ok } from 'neverthrow';
import { UNDO_RECORD_PATH } from '../../artifacts/journal/target-class.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Failure, Observed } from '../../diagnostics/outcome.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import type { PortError } from '../../ports/port-error.js';
import { readBytes } from '../../ports/read-bytes.js';
import type { ReadPort } from '../../ports/read-port.js';
import { damagedUndo, MAX_UNDO_BYTES, parseUndoRecord, type RecordedUndo } from './parse-undo-record.js';

/** The record of the last plan as it was read. */
export interface ReadUndo extends RecordedUndo {
  /** SHA-256 of the very bytes that were parsed. */
  readonly sha256: string;
}

const path = UNDO_RECORD_PATH;

/**
 * Reads what one undo would bring back.
 *
 * Codes: UNDO_NOTHING, UNDO_DAMAGED, UNDO_TOO_NEW, those of the JSON area behind UNDO_DAMAGED.
 *
 * @param refuse - tells a fault of the port that says nothing of the record.
 */
export async function readUndoRecord(
  { read, compute }: { readonly read: ReadPort; readonly compute: ComputePort },
  refuse: (error: PortError) => Failure,
): Promise<Observed<ReadUndo>> {
  const bytes = await readBytes(read, path, MAX_UNDO_BYTES);
  if (bytes.isErr()) {
    const location = { kind: 'file', file: path } as const;
    switch (bytes.error.kind) {
      case 'not-found':
      case 'not-a-folder':
        return err([diagnose('UNDO_NOTHING', { artifact: 'workspace', location, data: { path } })]);
      case 'not-a-file':
      case 'symlink':
      case 'too-large':
        return err(damagedUndo('not-a-file', ''));
      default:
        return err(refuse(bytes.error));
    }
  }
  return parseUndoRecord(bytes.value, compute).andThen((undo) => ok({ ...undo, sha256: digestBytes(bytes.value, compute) }));
}
