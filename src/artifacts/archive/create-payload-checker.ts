import type { DiagnosticCode, DiagnosticData } from '../../diagnostics/catalogue.js';
import { createCollector } from '../../diagnostics/collector.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ComputePort } from '../../ports/compute-port.js';
import type { ArchiveFront } from './decode-archive-header.js';
import { diagnoseArchive } from './diagnose-archive.js';
import type { ArchiveAsset } from './model.js';

/** Checks a payload that comes in pieces. */
export interface PayloadChecker {
  /** Takes the next bytes of the payload, in pieces of any size. The memory may be reused after the call. */
  push(bytes: Uint8Array): void;
  /** Says that no more bytes come. Every finding by place; at most 50 of one code, the rest counted. */
  finish(): readonly Diagnostic[];
}

/**
 * Begins to check a payload against the table: the SHA-256 of each asset, and zeros between them. Memory stays the same
 * whatever the payload's size.
 *
 * Codes: ARCHIVE_ASSET_DIGEST, ARCHIVE_PADDING_NOT_ZERO (once between two assets), ARCHIVE_TRUNCATED,
 * ARCHIVE_TRAILING_BYTES.
 *
 * @param front - an archive in which `checkArchiveSlices` found nothing.
 */
export function createPayloadChecker({ header, prelude, file }: ArchiveFront, compute: ComputePort): PayloadChecker {
  const { payloadOffset, payloadLength } = prelude;
  const collector = createCollector();
  let index = 0; // of the asset that the next byte belongs to, or comes before
  let position = 0; // of the next byte in the payload
  let digest = compute.sha256();
  let paddingIsZero = true; // before that asset, so far

  const report = <Code extends DiagnosticCode>(code: Code, offset: number, length: number, data: DiagnosticData<Code>): void => {
    const place = { file, offset: payloadOffset + offset, length, subject: String(header.asset_table[index]?.asset_id ?? '') };
    collector.add(code, file, () => diagnoseArchive(code, place, data));
  };

  const checkPadding = (bytes: Uint8Array): void => {
    const at = bytes.findIndex((byte) => byte !== 0);
    if (at < 0 || !paddingIsZero) return;
    paddingIsZero = false;
    report('ARCHIVE_PADDING_NOT_ZERO', position + at, 1, { found: bytes[at] ?? 0, region: 'payload' });
  };

  const closeAsset = ({ asset_id: assetId, offset, size, sha256: expected }: ArchiveAsset): void => {
    const found = digest.hex();
    if (found !== expected) report('ARCHIVE_ASSET_DIGEST', offset, size, { assetId, found, expected });
    index++;
    digest = compute.sha256();
    paddingIsZero = true;
  };

  const push = (bytes: Uint8Array): void => {
    let rest = bytes;
    for (let asset = header.asset_table[index]; asset !== undefined; asset = header.asset_table[index]) {
      const isPadding = position < asset.offset;
      const piece = rest.subarray(0, (isPadding ? asset.offset : asset.offset + asset.size) - position);
      if (isPadding) checkPadding(piece);
      else digest.update(piece);
      position += piece.length;
      rest = rest.subarray(piece.length);
      if (position >= asset.offset + asset.size) closeAsset(asset);
      else if (rest.length === 0) return;
    }
    position += rest.length;
  };

  const finish = (): readonly Diagnostic[] => {
    push(new Uint8Array()); // closes empty assets at the very end
    const lengths = { found: payloadOffset + position, expected: payloadOffset + payloadLength };
    if (position < payloadLength) report('ARCHIVE_TRUNCATED', position, 0, lengths);
    if (position > payloadLength) report('ARCHIVE_TRAILING_BYTES', payloadLength, position - payloadLength, lengths);
    return collector.list();
  };

  return { push, finish };
}
