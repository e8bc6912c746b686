import { describe, expect, it } from 'vitest';
import { archiveMap } from '../../src/report/archive-map.js';
import { archiveMapBoxes } from '../../src/report/archive-map-boxes.js';
import { archiveMapLayout } from '../../src/report/archive-map-layout.js';
import type { ArchiveMapRegion } from '../../src/artifacts/archive/archive-map-region.js';
import { regionsOf } from './sample-regions.js';

const boxesIn = (svg: string): readonly string[] => svg.match(/<g class="archive-box"[^]*?<\/g>/g) ?? [];

describe('archiveMap', () => {
  it.each([0, 1, 7, 60, 200])('draws a box for each region of an archive of %i assets', (count) => {
    const regions = regionsOf(count, (index) => (index * 7919) % 5000);
    expect(boxesIn(archiveMap(regions))).toHaveLength(regions.length);
  });

  it('tells of an asset its name, place, size and digest', () => {
    const regions = regionsOf(3, () => 100);
    const asset = regions.find(({ kind }) => kind === 'asset')!;
    const box = boxesIn(archiveMap(regions))[regions.indexOf(asset)]!;
    for (const fact of ['asset-1', '100 bytes', asset.asset!.sha256, 'from assets/folder/1']) expect(box.includes(fact)).toBe(true);
  });

  it('draws an archive of 100,000 assets in few boxes, each of which says which regions it holds', () => {
    const regions = regionsOf(100_000, (index) => (index % 9999 === 0 ? 50_000_000 : (index * 7919) % 10_000));
    const svg = archiveMap(regions);
    expect(svg.length).toBeLessThan(300_000);
    const held = boxesIn(svg).map((box) => /data-first="(\d+)" data-count="(\d+)"/.exec(box)!.slice(1).map(Number));
    let next = 0;
    for (const [first, count] of held) {
      expect(first).toBe(next);
      next += count!;
    }
    expect(next).toBe(regions.length);
    const sizeOf = ([first, count]: readonly number[]): number =>
      regions.slice(first, first! + count!).reduce((sum, { size }) => sum + size, 0);
    const most = sizeOf([0, regions.length]) / 100; // two parts of 200: one that was nearly full, and what came on top
    expect(held.filter(([, count]) => count! > 1).every((one) => sizeOf(one) < most)).toBe(true);
    expect(held.filter(([, count]) => count === 1).length).toBeGreaterThan(10); // the large ones stand alone
  });

  it.each([320, 600, 1400])('stays inside the width that it is given: %i', (width) => {
    const svg = archiveMap(
      regionsOf(180, (index) => (index * 7919) % 5000),
      { width },
    );
    expect(svg.includes(`viewBox="0 0 ${width} `)).toBe(true);
    const ends = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, wide]) => Number(x) + Number(wide));
    expect(Math.max(...ends)).toBeLessThanOrEqual(width + 0.01);
  });

  it('is the same text for the same regions', () => {
    expect(archiveMap(regionsOf(500, () => 33))).toBe(archiveMap(structuredClone(regionsOf(500, () => 33))));
  });

  it('escapes every text of the input', () => {
    const hostile = `</title></svg><script>alert(1)</script>"'\`&\u202e\uffff\u0000`;
    const region: ArchiveMapRegion = {
      ...{ kind: 'asset', offset: 0, size: 100_000 },
      asset: { id: 1, name: hostile, bankType: hostile, offset: 0, size: 100_000, sha256: hostile, root: hostile },
    };
    const svg = archiveMap([region]);
    expect(svg.match(/<script/g)).toBeNull();
    expect(/[\u0000\u202e\uffff]/.test(svg)).toBe(false);
    expect([...svg.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag)).toEqual(expect.not.arrayContaining(['script']));
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });
});

describe('archiveMapLayout', () => {
  it.each([3, 100, 5000])('fills its rows from end to end, without gap or overlap, with %i assets', (count) => {
    const boxes = archiveMapBoxes(regionsOf(count, (index) => (index * 104729) % 3000));
    const { pieces, rows } = archiveMapLayout(boxes, 1000);
    let end = 0;
    for (const { row, x, width } of pieces.flat()) {
      expect(row * 1000 + x).toBeCloseTo(end, 3);
      end += width;
    }
    expect(end).toBeCloseTo(rows * 1000, 3);
  });

  it('draws to scale what is large enough, and says how much is not', () => {
    const regions = regionsOf(3, (index) => [100, 1_000_000, 3_000_000][index] ?? 0);
    const boxes = archiveMapBoxes(regions);
    const { pieces, bytesPerUnit, widened } = archiveMapLayout(boxes, 1000);
    const widthOf = (index: number): number => pieces[index]!.reduce((sum, { width }) => sum + width, 0);
    const large = boxes.flatMap(({ size }, index) => (size >= 1_000_000 ? [index] : []));
    expect(large).toHaveLength(2);
    for (const index of large) expect(widthOf(index) * bytesPerUnit).toBeCloseTo(boxes[index]!.size, 0);
    expect(widened).toBe(boxes.length - 2);
    for (const index of boxes.keys()) expect(widthOf(index)).toBeGreaterThanOrEqual(1);
  });
});
