import { compareStrings, type ArchiveMapRegion } from 'prometeu-packer';
import { archiveMapBoxes, type ArchiveMapBox } from './archive-map-boxes.js';
import { archiveMapLayout, type ArchiveMapPiece } from './archive-map-layout.js';
import { archiveMapWords } from './archive-map-words.js';
import { escapeMarkup } from './escape-markup.js';
import { showBytes, showBytesOffset } from './show-bytes.js';

/** Units that a drawing is wide unless told, and at least: its text is 12 units high. */
const USUAL_WIDTH = 1000;
const LEAST_WIDTH = 320;

const BAR = 44;
const ROW = 70;
const TOP = 18;
const LINE = 20;

/** Options of {@link archiveMap}. */
export interface ArchiveMapOptions {
  /**
   * How wide it is drawn, in units of the drawing: the width in pixels that it will have, for text as large as it is meant to
   * be. 1000 unless told, and at least 320.
   */
  readonly width?: number;
}

/** Colours of a middle lightness, which stand out from white and from black alike, and carry white text. */
const COLOURS: ReadonlyMap<string, string> = new Map([
  ['DATA', '#4d7c3a'],
  ['PALETTES', '#a8489a'],
  ['SOUNDS', '#b05e19'],
  ['TILES', '#3a72c4'],
  ['assets of several banks', '#227f7f'],
  ['prelude', '#64707f'],
  ['header', '#7365ab'],
  ['padding', '#9aa3ad'],
  ['unknown', '#c23b3b'],
]);

/** What a box is coloured for: a bank type, or a kind of region. */
function familyOf({ regions }: ArchiveMapBox): string {
  const assets = regions.flatMap(({ asset }) => (asset === null ? [] : [asset.bankType]));
  const banks = new Set(assets);
  if (banks.size > 1) return 'assets of several banks';
  return assets[0] ?? regions[0]?.kind ?? 'unknown';
}

const number = (value: number): string => String(Number(value.toFixed(2)));

function drawPiece({ row, x, width }: ArchiveMapPiece, fill: string): string {
  const inset = width > 3 ? 0.5 : 0;
  const place = `x="${number(x + inset)}" y="${TOP + row * ROW}" width="${number(width - 2 * inset)}" height="${BAR}"`;
  return `<rect ${place} rx="${width > 8 ? 3 : 0}" fill="${fill}"/>`;
}

function drawLabel(box: ArchiveMapBox, pieces: readonly ArchiveMapPiece[]): string {
  const [only] = box.regions;
  const text =
    box.regions.length > 1 ? `${box.regions.filter(({ asset }) => asset !== null).length} assets` : (only?.asset?.name ?? only?.kind ?? '');
  const widest = pieces.reduce<ArchiveMapPiece | undefined>(
    (best, piece) => (best === undefined || piece.width > best.width ? piece : best),
    undefined,
  );
  if (widest === undefined || text.length * 7.5 + 12 > widest.width) return '';
  const place = `x="${number(widest.x + widest.width / 2)}" y="${TOP + widest.row * ROW + BAR / 2 + 4}"`;
  return `<text ${place} text-anchor="middle" fill="${familyOf(box) === 'padding' ? '#1b1f24' : '#fff'}" font-weight="600">${escapeMarkup(text)}</text>`;
}

function drawBox(box: ArchiveMapBox, pieces: readonly ArchiveMapPiece[]): string {
  const fill = COLOURS.get(familyOf(box)) ?? '#64707f';
  const title = `<title>${archiveMapWords(box).map(escapeMarkup).join('\n')}</title>`;
  const rects = pieces.map((piece) => drawPiece(piece, fill)).join('');
  return `<g class="archive-box" data-first="${box.first}" data-count="${box.regions.length}">${title}${rects}${drawLabel(box, pieces)}</g>`;
}

/** What each colour means, and how far down that goes. */
function drawLegend(boxes: readonly ArchiveMapBox[], top: number, width: number): { readonly markup: string; readonly bottom: number } {
  const families = new Set(boxes.map(familyOf));
  const known = [...COLOURS.keys()].filter((family) => families.has(family));
  const foreign = [...families].filter((family) => !COLOURS.has(family)).sort(compareStrings);
  let [x, y] = [0, top];
  const entries = [...known, ...foreign].map((family) => {
    const room = family.length * 7.5 + 34;
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE];
    const fill = COLOURS.get(family) ?? '#64707f';
    const swatch = `<rect x="${number(x)}" y="${y - 10}" width="12" height="12" rx="2" fill="${fill}"/>`;
    const name = `<text x="${number(x + 18)}" y="${y}" fill="currentColor">${escapeMarkup(family)}</text>`;
    x += room;
    return swatch + name;
  });
  return { markup: entries.join(''), bottom: y };
}

/** How much a width stands for, and what is not drawn to that scale. */
function showScale(width: number, bytesPerUnit: number, widened: number): readonly string[] {
  const scale = `To scale: the whole width is ${showBytes(Math.round(bytesPerUnit * width))}.`;
  if (widened === 0) return [scale];
  const [are, they] = widened === 1 ? ['1 is', 'it is'] : [`${widened} are`, 'they are'];
  const least = showBytes(Math.ceil(bytesPerUnit * 4));
  return [scale, `${are} drawn wider than ${they}, to be seen: under ${least} (padding: ${showBytes(Math.ceil(bytesPerUnit))}).`];
}

/**
 * Draws an archive as a map: its regions to scale, in the order of the file, one row of boxes or several, with a colour
 * for each bank. A native tooltip on each box tells asset, offset, size and digest. Where there are more than 400 regions,
 * small neighbours share a box; what would be too thin to see is drawn wider, and the drawing says so.
 *
 * Each box is a `g.archive-box` with `data-first` and `data-count`: which of the regions it shows.
 *
 * @param regions - as `archiveRegions` gives them: in order, without gaps.
 * @returns an `svg` element that refers to nothing outside it and holds no style and no script, so that it may stand in a page
 * under a strict content security policy. Text from input is escaped. The same regions give the same text.
 *
 * @example
 * ```ts
 * import { archiveRegions } from 'prometeu-packer';
 * import { archiveMap } from 'prometeu-packer/report';
 *
 * console.log(archiveMap(archiveRegions({ length: 4096, header: null })).startsWith('<svg')); // true
 * ```
 */
export function archiveMap(regions: readonly ArchiveMapRegion[], options: ArchiveMapOptions = {}): string {
  const width = Math.max(LEAST_WIDTH, Math.round(options.width ?? USUAL_WIDTH));
  const boxes = archiveMapBoxes(regions);
  const { pieces, rows, rowStarts, bytesPerUnit, widened } = archiveMapLayout(boxes, width);
  const total = regions.reduce((sum, { size }) => sum + size, 0);
  const assets = regions.filter(({ asset }) => asset !== null).length;
  const foot = TOP + rows * ROW - 4;
  const offsets = rowStarts.map((offset, row) => {
    const text = showBytesOffset(offset);
    return `<text x="0" y="${TOP + row * ROW - 5}" fill="currentColor" opacity="0.75">${row === 0 ? '0' : `from ${text}`}</text>`;
  });
  const end = `<text x="${width}" y="${TOP + (rows - 1) * ROW + BAR + 14}" text-anchor="end" fill="currentColor" opacity="0.75">${showBytes(total)}</text>`;
  const legend = drawLegend(boxes, foot + 18, width);
  const scale = showScale(width, bytesPerUnit, widened).map(
    (text, line) => `<text x="0" y="${legend.bottom + 24 + line * LINE}" fill="currentColor" opacity="0.75">${text}</text>`,
  );
  const height = legend.bottom + 12 + scale.length * LINE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="archive-map" viewBox="0 0 ${width} ${height}" role="group"`,
    ` aria-label="Map of the archive: ${showBytes(total)}, ${assets} ${assets === 1 ? 'asset' : 'assets'}" font-family="system-ui, sans-serif" font-size="12">\n`,
    ...offsets,
    ...boxes.map((box, index) => `${drawBox(box, pieces[index] ?? [])}\n`),
    end,
    legend.markup,
    ...scale,
    '</svg>\n',
  ].join('');
}
