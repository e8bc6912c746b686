import { crc32 } from '../../codec/crc32.js';
import { archiveLayout, type ArchiveField } from './layout.js';
import type { ArchivePlan } from './plan-layout.js';

/**
 * Writes the fixed start of an archive: 32 bytes.
 *
 * @param header - the very bytes of the header, digests filled in; as long as the plan says.
 */
export function encodePrelude(plan: Pick<ArchivePlan, 'payloadOffset' | 'payloadLength'>, header: Uint8Array): Uint8Array {
  const { magic, envelope, fields, preludeLength } = archiveLayout;
  const bytes = new Uint8Array(preludeLength);
  const put = ({ offset, width }: ArchiveField, value: number): void => {
    for (let rest = value, at = offset; at < offset + width; at++, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  };
  bytes.set(new TextEncoder().encode(magic), fields.magic.offset);
  put(fields.envelopeMajor, envelope.major);
  put(fields.envelopeMinor, envelope.minor);
  put(fields.headerLength, header.length);
  put(fields.headerCrc32, crc32(header));
  put(fields.payloadOffset, plan.payloadOffset);
  put(fields.payloadLength, plan.payloadLength);
  return bytes;
}
