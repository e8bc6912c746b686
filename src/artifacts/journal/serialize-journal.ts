import { writeHouseJson } from '../../codec/house-json.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { digestText } from '../../ports/digest-text.js';
import { journalDescriptor } from './descriptor.js';
import type { Journal } from './model.js';

const KEY_ORDER = [
  'schema_version',
  'plan_digest',
  'token',
  'entries',
  'target',
  'op',
  'from',
  'class',
  'before',
  'after',
  'staged',
  'kind',
  'sha256',
  'length',
  'archive_digest',
  'checksum',
] as const;

/**
 * The checksum of a journal: SHA-256 of the text it would have without one, as 64 lower-case hexadecimal digits. It
 * tells a torn or edited journal from a whole one; it is no signature.
 */
export function journalChecksum({ plan_digest, token, entries }: Journal, compute: ComputePort): string {
  const text = writeHouseJson({ schema_version: journalDescriptor.current, plan_digest, token, entries }, KEY_ORDER);
  return digestText(text, compute);
}

/** The text of a `journal.json`: the canonical form of machine-written files, checksum last. */
export function serializeJournal(journal: Journal, compute: ComputePort): string {
  const { plan_digest, token, entries } = journal;
  const checksum = journalChecksum(journal, compute);
  return writeHouseJson({ schema_version: journalDescriptor.current, plan_digest, token, entries, checksum }, KEY_ORDER);
}
