import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { createSourceChecker } from '../../src/sources/create-source-checker.js';
import { defaultSourceBudgets } from '../../src/sources/source-budgets.js';
import { checkBytes, codesOf, findingsOf } from './check-bytes.js';
import { chunk, idat, ihdr, png, soundPng } from './png/png-builder.js';
import { soundWav } from './wav/wav-builder.js';

describe('createSourceChecker', () => {
  it.each(['png', 'wav', 'raw'] as const)('S7 refuses an empty %s', (kind) => {
    expect(findingsOf(checkBytes(kind, Buffer.alloc(0)))).toEqual([
      { code: 'SOURCE_EMPTY', severity: 'error', offset: 0, length: 0, data: { bytes: 0 } },
    ]);
  });

  it.each(['png', 'wav', 'raw'] as const)('S7 refuses a %s over the budget without reading it', (kind) => {
    const size = 5 * 1024 ** 3;
    const checker = createSourceChecker(kind, { file: 'assets/a/file', size, compute: portableCompute, budgets: defaultSourceBudgets });
    expect(checker.push(soundPng)).toBe(false);
    expect(findingsOf(checker.finish())).toEqual([
      { code: 'SOURCE_OVER_BUDGET', severity: 'error', offset: 0, length: size, data: { found: size, limit: 2 * 1024 ** 3 } },
    ]);
  });

  it('S9 takes any raw bytes, unread', () => {
    const checker = createSourceChecker('raw', {
      file: 'assets/a/file',
      size: 20,
      compute: portableCompute,
      budgets: defaultSourceBudgets,
    });
    expect(checker.push(Buffer.from('#!/bin/sh'))).toBe(false);
    expect(checker.finish()).toEqual({ diagnostics: [], summary: { kind: 'raw' } });
  });

  it.each([
    ['shorter', soundPng.subarray(0, 40), soundPng.length],
    ['longer', Buffer.concat([soundPng, Buffer.alloc(3)]), soundPng.length],
  ])('S8 says that the file became %s, and nothing else', (_, bytes, size) => {
    const checker = createSourceChecker('png', { file: 'assets/a/file', size, compute: portableCompute, budgets: defaultSourceBudgets });
    checker.push(bytes);
    expect(findingsOf(checker.finish())).toEqual([
      {
        code: 'SOURCE_CHANGED_WHILE_READ',
        severity: 'error',
        offset: 0,
        length: bytes.length,
        data: { expected: size, found: bytes.length },
      },
    ]);
  });

  it('says when it needs no more bytes', () => {
    const bytes = png(ihdr(), chunk('tEXt', Buffer.alloc(0), { crc: 1 }), idat());
    const checker = createSourceChecker('png', {
      file: 'assets/a/file',
      size: bytes.length,
      compute: portableCompute,
      budgets: defaultSourceBudgets,
    });
    expect(checker.push(bytes.subarray(0, 40))).toBe(true);
    expect(checker.push(bytes.subarray(40, 45))).toBe(false);
    expect(codesOf(checker.finish())).toEqual(['PNG_CHUNK_CRC_MISMATCH']);
  });

  it('gives the same report however the bytes are cut', () => {
    const files = fc.constantFrom(['png', soundPng] as const, ['wav', soundWav] as const);
    const cut = fc.tuple(files, fc.nat(), fc.nat(255), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(cut, ([[kind, bytes], place, value, pushBytes]) => {
        const changed = Buffer.from(bytes);
        changed[place % changed.length] = value;
        expect(checkBytes(kind, changed, { pushBytes })).toEqual(checkBytes(kind, changed));
      }),
    );
  });

  it('takes any bytes as any kind', () => {
    fc.assert(
      fc.property(fc.constantFrom('png' as const, 'wav' as const), fc.uint8Array({ minLength: 1, maxLength: 60 }), (kind, bytes) => {
        expect(codesOf(checkBytes(kind, bytes))).toEqual(['SOURCE_FORMAT_MISMATCH']);
      }),
    );
  });
});
