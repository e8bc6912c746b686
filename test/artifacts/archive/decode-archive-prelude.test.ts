import { describe, expect, it } from 'vitest';
import { decodeArchivePrelude, type ArchivePrelude } from '../../../src/artifacts/archive/decode-archive-prelude.js';
import type { Outcome } from '../../../src/diagnostics/outcome.js';
import { buildArchive, SMALL } from './build-archive.js';
import { FILE } from './inspect-archive.js';

const sound = Buffer.from(buildArchive(SMALL));

function prelude(fileLength: number, bytes: Uint8Array = sound.subarray(0, Math.min(32, fileLength))): Outcome<ArchivePrelude> {
  return decodeArchivePrelude({ bytes, fileLength, file: FILE, maxHeaderBytes: 1 << 20 });
}

describe('decodeArchivePrelude', () => {
  it('gives every number of a sound archive', () => {
    expect(prelude(sound.length)._unsafeUnwrap()).toEqual({
      value: {
        envelope: { major: 1, minor: 0 },
        headerLength: sound.readUInt32LE(8),
        headerCrc32: sound.readUInt32LE(12),
        payloadOffset: Number(sound.readBigUInt64LE(16)),
        payloadLength: 56,
      },
      diagnostics: [],
    });
  });

  it('A4 knows every wrong length of the file from its first 32 bytes', () => {
    const codes = Array.from({ length: sound.length + 100 }, (_, length) => {
      const start = prelude(length);
      return start.isErr() ? start.error[0].code : 'sound';
    });
    const expected = codes.map((_, length) => {
      if (length < 32) return 'ARCHIVE_TOO_SHORT';
      if (length === sound.length) return 'sound';
      return length < sound.length ? 'ARCHIVE_TRUNCATED' : 'ARCHIVE_TRAILING_BYTES';
    });
    expect(codes).toEqual(expected);
  });

  it('says nothing of the looks of a file that begins as an archive does', () => {
    expect(prelude(31)._unsafeUnwrapErr()).toMatchObject([{ code: 'ARCHIVE_TOO_SHORT', data: { found: 31, looksLike: null } }]);
  });

  it('takes a header that fills the file for one, and looks at where the payload should begin', () => {
    const full = Buffer.from(sound.subarray(0, 32));
    full.writeUInt32LE(100 - 32, 8);
    full.writeBigUInt64LE(96n, 16);
    expect(prelude(100, full)._unsafeUnwrapErr()).toMatchObject([
      { code: 'ARCHIVE_PAYLOAD_OFFSET', location: { offset: 16 }, data: { found: '96', expected: 128 } },
    ]);
    expect(prelude(99, full)._unsafeUnwrapErr()).toMatchObject([{ code: 'ARCHIVE_HEADER_LENGTH', data: { found: 68, most: 67 } }]);
  });

  it('takes the shorter of what was read and what the file is said to have', () => {
    const start = prelude(sound.length, sound.subarray(0, 12));
    expect(start._unsafeUnwrapErr()).toMatchObject([{ code: 'ARCHIVE_TOO_SHORT', data: { found: 12 } }]);
  });

  it('takes a file of almost 2^53 bytes without losing one', () => {
    const huge = Buffer.from(sound.subarray(0, 32));
    const offset = Number(sound.readBigUInt64LE(16));
    huge.writeBigUInt64LE(BigInt(Number.MAX_SAFE_INTEGER - offset), 24);
    expect(prelude(Number.MAX_SAFE_INTEGER, huge).isOk()).toBe(true);
    expect(prelude(Number.MAX_SAFE_INTEGER - 1, huge)._unsafeUnwrapErr()).toMatchObject([{ code: 'ARCHIVE_TRUNCATED' }]);
  });
});
