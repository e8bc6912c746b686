import { err, ok, type Result } from 'neverthrow';
import type { NonEmpty } from '../../base/non-empty.js';
import type { DiagnosticData } from '../../diagnostics/catalogue.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { JOURNAL_PATH } from '../../paths/owned-paths.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { readVersionedJson } from '../../versioning/read-versioned-json.js';
import { journalDescriptor } from './descriptor.js';
import { findEntryFault } from './find-entry-fault.js';
import { findStructureFault } from './find-structure-fault.js';
import type { Journal } from './model.js';
import { journalChecksum } from './serialize-journal.js';

/** Why a journal cannot be used. */
export interface JournalRefusal {
  /** `too-new`: a newer release wrote it. `damaged`: it is not what any release writes. */
  readonly reason: 'too-new' | 'damaged';
  /** The findings. */
  readonly diagnostics: NonEmpty<Diagnostic>;
}

type Fault = DiagnosticData<'PLAN_JOURNAL_DAMAGED'>['fault'];

/** Refuses a journal as damaged; `causes` are findings that say more. */
export function damagedJournal(fault: Fault, pointer: string, causes: readonly Diagnostic[] = []): JournalRefusal {
  const path = JOURNAL_PATH;
  const location = { kind: 'file', file: path } as const;
  const damage = diagnose('PLAN_JOURNAL_DAMAGED', { artifact: 'journal', location, data: { path, fault, pointer } });
  return { reason: 'damaged', diagnostics: [damage, ...causes] };
}

/**
 * Reads a journal: strict JSON, version, exact structure, targets and staged names, checksum, in that order. Nothing is
 * guessed at: a journal is taken whole or not at all.
 *
 * Codes: PLAN_JOURNAL_DAMAGED with findings of the JSON area or VERSION_MISSING, VERSION_MALFORMED behind it;
 * VERSION_TOO_NEW, VERSION_TOO_OLD.
 *
 * @param bytes - the file; may be reused by the caller afterwards.
 */
export function parseJournal(bytes: Uint8Array, compute: ComputePort): Result<Journal, JournalRefusal> {
  const read = readVersionedJson(bytes, journalDescriptor, JOURNAL_PATH);
  if (read.isErr()) {
    const { code } = read.error[0];
    if (code === 'VERSION_TOO_NEW') return err({ reason: 'too-new', diagnostics: read.error });
    return err(damagedJournal(code.startsWith('VERSION_') ? 'version' : 'json', '', read.error));
  }
  const { value } = read.value.document;
  const fault = findStructureFault(value);
  if (fault !== null) return err(damagedJournal('structure', fault));
  const { plan_digest, token, entries, checksum } = value as Journal & { readonly checksum: string }; // findStructureFault proved it
  const journal = { plan_digest, token, entries };
  const entryFault = findEntryFault(journal);
  if (entryFault !== null) return err(damagedJournal(entryFault.fault, entryFault.pointer));
  if (checksum !== journalChecksum(journal, compute)) return err(damagedJournal('checksum', '/checksum'));
  return ok(journal);
}
