import { describe, expect, it } from 'vitest';
import { portableCompute } from '../../../src/codec/portable-compute.js';
import { sourceCodes } from '../../../src/diagnostics/catalogue/source-codes.js';
import { createSourceChecker } from '../../../src/sources/create-source-checker.js';
import { defaultSourceBudgets } from '../../../src/sources/source-budgets.js';
import { checkBytes, codesOf, findingsOf } from '../check-bytes.js';
import { fmt, riff, samples, soundWav, wavChunk } from './wav-builder.js';
import { wavCases } from './wav-cases.js';

describe('WAV, one defect each', () => {
  it.each(wavCases)('$name: $code', ({ code, bytes, offset, length, data, severity = 'error' }) => {
    const report = checkBytes('wav', bytes);
    expect(findingsOf(report).filter((finding) => finding.code === code)).toEqual([{ code, severity, offset, length, data }]);
    expect(checkBytes('wav', bytes, { pushBytes: 5 })).toEqual(report);
  });

  it('has a case for every code', () => {
    const covered = new Set(wavCases.map(({ code }) => code));
    expect(Object.keys(sourceCodes).filter((code) => code.startsWith('WAV_') && !covered.has(code))).toEqual([]);
  });

  it('says nothing besides, but where one defect brings another', () => {
    const others = wavCases.flatMap(({ name, bytes, code }) =>
      codesOf(checkBytes('wav', bytes))
        .filter((found) => found !== code)
        .map((found) => `${name}: ${found}`),
    );
    expect(others).toEqual(['S5 channels 0: WAV_BLOCK_ALIGN_MISMATCH']);
  });
});

describe('WAV, sound', () => {
  it('summarises', () => {
    expect(checkBytes('wav', soundWav)).toEqual({
      diagnostics: [],
      summary: {
        kind: 'wav',
        formatTag: 1,
        channels: 1,
        sampleRate: 8000,
        byteRate: 16_000,
        blockAlign: 2,
        bitsPerSample: 16,
        dataOffset: 44,
        dataBytes: 8,
        frames: 4,
      },
    });
  });

  it('divides nothing by a block of no bytes', () => {
    expect(checkBytes('wav', riff([fmt({ blockAlign: 0 }), samples])).summary).toMatchObject({ blockAlign: 0, frames: 0 });
  });

  it.each([
    [
      'chunks of odd length with a byte that pads them',
      riff([wavChunk('JUNK', Buffer.alloc(3)), fmt(), samples, wavChunk('LIST', Buffer.alloc(1))]),
    ],
    ['a last chunk of odd length without one', riff([fmt(), wavChunk('data', Buffer.alloc(7)).subarray(0, -1)])],
    ['a long format', riff([wavChunk('fmt ', Buffer.concat([fmt().subarray(8), Buffer.alloc(24)])), samples])],
    ['no samples at all', riff([fmt(), wavChunk('data', Buffer.alloc(0))])],
    ['a name that is not ASCII', riff([wavChunk('\u00ff\u0000ab', Buffer.alloc(2)), fmt(), samples])],
  ])('takes %s', (_, bytes) => {
    expect(checkBytes('wav', bytes).diagnostics).toEqual([]);
  });

  it('takes whatever stands after the end that the container gives', () => {
    const tag = Buffer.alloc(128, 'TAG');
    expect(codesOf(checkBytes('wav', Buffer.concat([soundWav, tag])))).toEqual(['WAV_RIFF_SIZE_MISMATCH', 'WAV_TRAILING_BYTES']);
    const odd = riff([fmt(), wavChunk('data', Buffer.alloc(7))], { size: soundWav.length - 8 - 1 });
    expect(codesOf(checkBytes('wav', Buffer.concat([odd, tag])))).toEqual(['WAV_RIFF_SIZE_MISMATCH', 'WAV_TRAILING_BYTES']);
  });

  it('passes over the samples of a gigabyte', () => {
    const size = 1024 ** 3;
    const head = riff([fmt(), wavChunk('data', Buffer.alloc(0), { length: size })], { size: size + 36 });
    const options = { file: 'assets/a/file', size: head.length + size, compute: portableCompute, budgets: defaultSourceBudgets };
    const checker = createSourceChecker('wav', options);
    const piece = new Uint8Array(1024 ** 2);
    expect(checker.push(head)).toBe(true);
    for (let left = size; left > piece.length; left -= piece.length) expect(checker.push(piece)).toBe(true);
    expect(checker.push(piece)).toBe(false);
    expect(checker.finish()).toMatchObject({ diagnostics: [], summary: { dataBytes: size, frames: size / 2 } });
  });
});
