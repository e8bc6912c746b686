import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { nodeCompute } from '../../src/node/node-compute.js';
import { checkBytes, codesOf, findingsOf } from '../sources/check-bytes.js';

const corpus = new URL('../../../shared/corpus/', import.meta.url);

interface Verdict {
  readonly ok: boolean;
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly interlace: number;
  readonly paletteEntries?: number;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, corpus), 'utf8')) as T;
}

/** Checks each file with both computes, which have to agree, and against the oracle; answers the codes with how often each came. */
function judge(files: ReadonlyMap<string, Verdict>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [path, verdict] of files) {
    const bytes = readFileSync(new URL(path, corpus));
    const report = checkBytes('png', bytes, { compute: nodeCompute, pushBytes: 65_536 });
    const portable = checkBytes('png', bytes, { compute: portableCompute, pushBytes: 1000 });
    expect(portable, path).toEqual(report);
    expect(
      findingsOf(report).every(({ offset, length }) => offset + length <= bytes.length),
      path,
    ).toBe(true);

    const errors = report.diagnostics.filter(({ severity, code }) => severity === 'error' && !code.includes('UNSUPPORTED'));
    if (verdict.ok) {
      expect(errors, path).toEqual([]);
      const { width, height, bitDepth, colorType, interlace } = verdict;
      expect(report.summary, path).toMatchObject({ kind: 'png', width, height, bitDepth, colorType, interlace });
      if (verdict.paletteEntries !== undefined) expect(report.summary, path).toMatchObject({ paletteEntries: verdict.paletteEntries });
    } else {
      expect(
        report.diagnostics.some(({ severity }) => severity === 'error'),
        path,
      ).toBe(true);
    }
    for (const code of codesOf(report)) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function report(set: string, files: number, counts: Record<string, number>): void {
  console.info(`${set}: ${files} files`, counts);
}

describe('PNG corpus', () => {
  const expected = readJson<Record<string, { oracle: Verdict }>>('png/expected.json');

  it.each([
    ['valid', 161],
    ['corrupt', 7],
    ['crashers', 12],
    ['fuzz', 405],
    ['fuzz-crcfix', 390],
  ])('png/%s has %i files, judged as the oracle does', (set, size) => {
    const names = readdirSync(new URL(`png/${set}/`, corpus)).map((name) => `png/${set}/${name}`);
    const files = new Map(names.map((name) => [name, expected[name]?.oracle as Verdict]));
    const counts = judge(files);
    report(`png/${set}`, files.size, counts);
    expect(files.size).toBe(size);
    if (set === 'valid') expect(counts).toEqual({});
  });

  it('games/ have 331 images, three of them with bytes after IEND', () => {
    const verdicts = readJson<Record<string, Verdict>>('games/expected.json');
    const files = new Map(Object.entries(verdicts).filter(([name]) => name.endsWith('.png')));
    const counts = judge(files);
    report('games', files.size, counts);
    expect(files.size).toBe(331);
    expect(counts).toEqual({ PNG_TRAILING_BYTES: 3 });
  });
});
