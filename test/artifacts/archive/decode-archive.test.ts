import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetOf } from '../../../src/diagnostics/location.js';
import { buildArchive, type LooseHeader, SMALL } from './build-archive.js';
import { firstCode, inspectArchive } from './inspect-archive.js';

const sound = buildArchive(SMALL);
const payloadOffset = Number(Buffer.from(sound).readBigUInt64LE(16));

function flipped(bit: number): Uint8Array {
  const bytes = sound.slice();
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes;
}

function quietBits(from: number, to: number): number[] {
  return Array.from({ length: (to - from) * 8 }, (_, index) => from * 8 + index).filter((bit) => firstCode(flipped(bit)) === undefined);
}

describe('reading an archive', () => {
  it('finds nothing in a sound one, and reads what stands there', () => {
    const { header, diagnostics } = inspectArchive(sound);
    expect(diagnostics).toEqual([]);
    expect(header?.asset_table.map(({ asset_id, offset, size }) => [asset_id, offset, size])).toEqual([
      [1, 0, 5],
      [3, 16, 0],
      [7, 16, 40],
    ]);
    expect(header?.asset_table[0]?.metadata).toEqual({ '10': 1, '9': 'nine', wide: true });
    expect(header?.preload).toEqual(SMALL.preload);
  });

  it('A12 takes an archive without assets, and one of empty assets only', () => {
    expect(firstCode(buildArchive({ assets: [] }))).toBeUndefined();
    const empty = (id: number) => ({ id, name: `empty-${id}`, bank: 'DATA', bytes: Buffer.alloc(0) });
    expect(firstCode(buildArchive({ assets: [empty(1), empty(2)] }))).toBeUndefined();
    expect(firstCode(buildArchive({ assets: [...SMALL.assets, empty(9)] }))).toBeUndefined();
  });

  it('A4 reports every truncation', () => {
    const quiet = Array.from(sound.keys()).filter((length) => firstCode(sound.subarray(0, length)) === undefined);
    expect(quiet).toEqual([]);
  });

  it('A5 reports every flipped bit of prelude, header and padding', () => {
    expect(quietBits(0, payloadOffset)).toEqual([]);
  });

  it('A5 every one of them is an error, also a newer minor version, for which nobody here can vouch', () => {
    const found = Array.from({ length: payloadOffset * 8 }, (_, bit) => inspectArchive(flipped(bit)).diagnostics[0]);
    expect(found.filter((diagnostic) => diagnostic?.severity !== 'error')).toEqual([]);
    const minor = found.slice(6 * 8, 8 * 8).map((diagnostic) => diagnostic?.code);
    expect(new Set(minor)).toEqual(new Set(['ARCHIVE_ENVELOPE_MINOR_UNKNOWN']));
  });

  it('A6 reports every flipped bit of the payload', () => {
    expect(quietBits(payloadOffset, sound.length)).toEqual([]);
  });

  it('A6 checks assets without bytes too', () => {
    const empty = { id: 1, name: 'empty', bank: 'DATA', bytes: Buffer.alloc(0) };
    const header = (loose: LooseHeader): void => void Object.assign(loose.asset_table[0] ?? {}, { sha256: '0'.repeat(64) });
    expect(firstCode(buildArchive({ assets: [empty], header }))).toBe('ARCHIVE_ASSET_DIGEST');
  });

  it('reports padding once between two assets, and again between the next two', () => {
    const tiny = (id: number) => ({ id, name: `tiny-${id}`, bank: 'DATA', bytes: Buffer.of(id) });
    const payload = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte || 0xff));
    const file = buildArchive({ assets: [tiny(1), tiny(2), tiny(3)], payload });
    for (const piece of [1, 5, 100]) {
      const places = inspectArchive(file, { piece }).diagnostics.map(({ code, location }) => [code, offsetOf(location) % 64]);
      expect(places).toEqual([
        ['ARCHIVE_PADDING_NOT_ZERO', 1],
        ['ARCHIVE_PADDING_NOT_ZERO', 17],
      ]);
    }
  });

  it('finds the same in a payload whatever the size of its pieces', () => {
    const bytes = sound.slice();
    for (const at of [0, 8, 20, 55]) bytes[payloadOffset + at] = 0x5a;
    const whole = inspectArchive(bytes).diagnostics;
    expect(whole.map(({ code, location }) => [code, offsetOf(location) - payloadOffset])).toEqual([
      ['ARCHIVE_ASSET_DIGEST', 0],
      ['ARCHIVE_PADDING_NOT_ZERO', 8],
      ['ARCHIVE_ASSET_DIGEST', 16],
    ]);
    for (let piece = 1; piece <= 57; piece++) expect(inspectArchive(bytes, { piece }).diagnostics).toEqual(whole);
  });

  it('answers for any bytes at all', () => {
    const front = fc.uint8Array({ minLength: 32, maxLength: 400 }).map((bytes) => {
      bytes.set(sound.subarray(0, 8));
      return bytes;
    });
    const text = fc.json().map((json) => buildArchive({ ...SMALL, text: () => json }));
    const property = fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), front, text), (bytes) => {
      expect(firstCode(bytes)).toBeDefined();
    });
    fc.assert(property, { numRuns: 500 });
  });
});
