import { describe, expect, it } from 'vitest';
import { archiveCodes } from '../../../src/diagnostics/catalogue/archive-codes.js';
import { inspectArchive } from './inspect-archive.js';
import { MALFORMED } from './malformed-archives.js';

function placeOf(bytes: Uint8Array, offset: number | string): number {
  return typeof offset === 'number' ? offset : Buffer.from(bytes).indexOf(offset);
}

describe('malformed archives', () => {
  it.each(MALFORMED)('$name: $code', ({ bytes, code, data, offset }) => {
    const [first] = inspectArchive(bytes).diagnostics;
    expect(first).toMatchObject({ code, data, artifact: 'archive' });
    expect(first?.location).toMatchObject({ kind: 'bytes', file: 'build/assets.pa', offset: placeOf(bytes, offset) });
  });

  it('has a case for each code of the catalogue that a reader can raise', () => {
    const writersOnly = ['ARCHIVE_TOO_LARGE'];
    expect(new Set([...MALFORMED.map(({ code }) => code), ...writersOnly])).toEqual(new Set(Object.keys(archiveCodes)));
  });

  it('reports one defect once', () => {
    for (const { bytes, code } of MALFORMED) {
      const { diagnostics } = inspectArchive(bytes);
      expect(diagnostics.filter((diagnostic) => diagnostic.code === code)).toHaveLength(1);
    }
  });
});
