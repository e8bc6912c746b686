import { describe, expect, it } from 'vitest';
import { createPayloadChecker, type PayloadChecker } from '../../../src/artifacts/archive/create-payload-checker.js';
import { decodeArchiveHeader, type ArchiveFront } from '../../../src/artifacts/archive/decode-archive-header.js';
import { decodeArchivePrelude } from '../../../src/artifacts/archive/decode-archive-prelude.js';
import { diagnoseArchive } from '../../../src/artifacts/archive/diagnose-archive.js';
import { buildArchive, SMALL, type TestArchive } from './build-archive.js';
import { compute, FILE } from './inspect-archive.js';

function open(archive: TestArchive): { readonly front: ArchiveFront; readonly payload: Uint8Array } {
  const bytes = buildArchive(archive);
  const start = decodeArchivePrelude({ bytes: bytes.subarray(0, 32), fileLength: bytes.length, file: FILE, maxHeaderBytes: 1 << 20 });
  const { value: prelude } = start._unsafeUnwrap();
  const end = 32 + prelude.headerLength;
  const source = { prelude, header: bytes.subarray(32, end), padding: bytes.subarray(end, prelude.payloadOffset), file: FILE };
  return { front: decodeArchiveHeader(source)._unsafeUnwrap(), payload: bytes.subarray(prelude.payloadOffset) };
}

function check(front: ArchiveFront, use: (checker: PayloadChecker) => void): ReturnType<PayloadChecker['finish']> {
  const checker = createPayloadChecker(front, compute);
  use(checker);
  return checker.finish();
}

describe('createPayloadChecker', () => {
  it('takes one buffer again and again', () => {
    const { front, payload } = open(SMALL);
    const found = check(front, (checker) => {
      const buffer = new Uint8Array(3);
      for (let at = 0; at < payload.length; at += 3) {
        const piece = payload.subarray(at, at + 3);
        buffer.set(piece);
        checker.push(buffer.subarray(0, piece.length));
      }
      buffer.fill(0xff);
    });
    expect(found).toEqual([]);
  });

  it('reports bytes that never came, and bytes too many', () => {
    const { front, payload } = open(SMALL);
    const { payloadOffset } = front.prelude;
    const lengths = (found: number) => ({ found: payloadOffset + found, expected: payloadOffset + 56 });
    expect(check(front, (checker) => checker.push(payload.subarray(0, 30)))).toMatchObject([
      { code: 'ARCHIVE_TRUNCATED', data: lengths(30), location: { offset: payloadOffset + 30, length: 0 } },
    ]);
    expect(check(front, (checker) => [payload, payload].forEach((bytes) => checker.push(bytes)))).toMatchObject([
      { code: 'ARCHIVE_TRAILING_BYTES', data: lengths(112), location: { offset: payloadOffset + 56, length: 56 } },
    ]);
  });

  it('tells damaged assets apart by their numbers', () => {
    const { front, payload } = open(SMALL);
    const found = check(front, (checker) => checker.push(payload.map((byte) => byte ^ 1)));
    const damaged = found.filter(({ code }) => code === 'ARCHIVE_ASSET_DIGEST');
    const expected = [1, 7].map((assetId) => {
      const place = { file: FILE, offset: 0, length: 0, subject: String(assetId) };
      return diagnoseArchive('ARCHIVE_ASSET_DIGEST', place, { assetId, found: '', expected: '' }).fingerprint;
    });
    expect(damaged.map(({ fingerprint }) => fingerprint)).toEqual(expected);
  });

  it('says of a file that is too long what is said of its length alone', () => {
    const { front, payload } = open(SMALL);
    const [found] = check(front, (checker) => [payload, payload].forEach((bytes) => checker.push(bytes)));
    const bytes = buildArchive(SMALL);
    const start = { bytes: bytes.subarray(0, 32), fileLength: bytes.length + 56, file: FILE, maxHeaderBytes: 1 << 20 };
    const [expected] = decodeArchivePrelude(start)._unsafeUnwrapErr();
    expect(found).toEqual(expected);
  });

  it('keeps 50 findings of one code and counts the rest', () => {
    const asset = (id: number) => ({ id, name: `asset-${id}`, bank: 'DATA', bytes: Buffer.alloc(16, 1) });
    const assets = Array.from({ length: 120 }, (_, index) => asset(index + 1));
    const { front, payload } = open({ assets });
    const found = check(front, (checker) => checker.push(payload.map(() => 2)));
    expect(found.filter(({ code }) => code === 'ARCHIVE_ASSET_DIGEST')).toHaveLength(50);
    expect(found.find(({ code }) => code === 'DIAGNOSTICS_OMITTED')).toMatchObject({ data: { code: 'ARCHIVE_ASSET_DIGEST', total: 120 } });
  });
});
