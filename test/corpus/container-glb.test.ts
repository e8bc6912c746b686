import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeArchivePrelude } from '../../src/artifacts/archive/decode-archive-prelude.js';

const corpus = new URL('../../../shared/corpus/container-glb/', import.meta.url);
const names = readdirSync(corpus).filter((name) => name.endsWith('.glb'));

describe('another container', () => {
  it('are all there', () => {
    console.info(`container-glb: ${names.length} files`);
    expect(names).toHaveLength(14);
  });

  it.each(names)('%s is refused by its first bytes', (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, corpus)));
    const start = { bytes: bytes.subarray(0, 32), fileLength: bytes.length, file: name, maxHeaderBytes: 1024 };
    const [fault] = decodeArchivePrelude(start)._unsafeUnwrapErr();
    const isShort = bytes.length < 32;
    expect(fault).toMatchObject({
      code: isShort ? 'ARCHIVE_TOO_SHORT' : 'ARCHIVE_BAD_MAGIC',
      location: { file: name, offset: isShort ? bytes.length : 0 },
      data: { looksLike: bytes.length < 4 ? null : 'glb' },
    });
  });
});
