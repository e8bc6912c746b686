import { buildArchive, SMALL, type TestAsset } from '../artifacts/archive/build-archive.js';
import { tinyArchive } from '../independent/tiny-archive.js';

/** A sound archive of the kit. */
export interface Golden {
  /** Its file is `golden/<name>.pa`. */
  readonly name: string;
  /** What a reader may trip over. */
  readonly about: string;
  readonly bytes: Uint8Array;
}

type Banks = TestAsset['bank'];

const asset = (id: number, name: string, bank: Banks, bytes: Buffer, metadata: TestAsset['metadata'] = {}): TestAsset => ({
  ...{ id, name, bank, bytes, metadata },
});
const bytesFrom = (length: number, first = 1): Buffer => Buffer.from(Array.from({ length }, (_, index) => (first + index * 7) % 251));
const hero = asset(1, 'hero', 'TILES', Buffer.from('tiles'), { wide: true });

/** An archive whose header ends `over` bytes after a multiple of 64: a text in the metadata is made as long as that takes. */
function endingAfter(over: number, assets: (filling: string) => readonly TestAsset[]): Uint8Array {
  for (let length = 0; length < 64; length += 1) {
    const bytes = buildArchive({ assets: assets('.'.repeat(length)) });
    if ((32 + Buffer.from(bytes).readUInt32LE(8)) % 64 === over) return bytes;
  }
  throw new Error(`No header ends ${over} bytes after a multiple of 64.`);
}

const many = Array.from({ length: 200 }, (_, index) =>
  asset(index * 3 + 1, `asset-${index}`, ['TILES', 'SOUNDS', 'PALETTES', 'DATA'][index % 4] ?? '', bytesFrom(index % 40, index)),
);

/** Slots of every second asset, by bank type, then slot: the higher the asset_id, the lower the slot. */
const manyPreloaded = ['DATA', 'PALETTES', 'SOUNDS', 'TILES'].flatMap((bank) =>
  many
    .filter((one, index) => one.bank === bank && index % 8 < 4)
    .reverse()
    .map(({ id }, slot) => ({ asset_id: id, slot: slot * 2 })),
);

const UNICODE = {
  '': 'no name',
  '10': 1,
  '9': 'nine',
  accented: 'Zo\u00eb',
  decomposed: 'Zoe\u0308',
  controls: '\b\t\n\f\r\u0000\u001f\u007f\u0085\u2028',
  quotes: '"\\/\'',
  '\u20ac': 'euro',
  '\ud83d\ude00': 'astral: before U+FB33 by UTF-16 code unit, after it by code point',
  '\ufb33': 'dalet with dagesh',
};

/** Every sound archive of the kit. */
export const goldens: readonly Golden[] = [
  { name: 'empty', about: 'No asset at all: the payload has no byte.', bytes: buildArchive({ assets: [] }) },
  { name: 'one-asset', about: 'One asset, not preloaded.', bytes: buildArchive({ assets: [hero] }) },
  {
    ...{ name: 'one-preloaded', about: 'One asset, preloaded.' },
    bytes: buildArchive({ assets: [hero], preload: [{ asset_id: 1, slot: 0 }] }),
  },
  {
    ...{ name: 'one-empty-asset', about: 'One asset without a byte: its digest is that of no bytes.' },
    bytes: buildArchive({ assets: [asset(1, 'nothing', 'DATA', Buffer.alloc(0))] }),
  },
  {
    ...{ name: 'two-assets', about: 'Two assets that are not preloaded, of the same byte over and over.' },
    bytes: buildArchive({
      assets: [asset(1, 'long', 'DATA', Buffer.alloc(40, 0xa5)), asset(2, 'short', 'DATA', Buffer.alloc(8, 0xa5))],
    }),
  },
  { name: 'three-assets', about: 'Sizes 5, 0 and 40, all preloaded; integer-like metadata keys.', bytes: buildArchive(SMALL) },
  {
    ...{ name: 'not-preloaded', about: 'The same three assets, none of them preloaded.' },
    bytes: buildArchive({ assets: SMALL.assets }),
  },
  {
    ...{ name: 'empty-asset-last', about: 'The last asset has no byte and begins where the payload ends, after padding.' },
    bytes: buildArchive({ assets: [hero, asset(2, 'nothing', 'DATA', Buffer.alloc(0))] }),
  },
  {
    ...{ name: 'all-banks', about: 'An asset of each bank type; each preloaded at slot 0, which is once in each bank type.' },
    bytes: buildArchive({
      assets: ['TILES', 'SOUNDS', 'PALETTES', 'DATA'].map((bank, index) =>
        asset(index + 1, bank.toLowerCase(), bank, bytesFrom(20, index)),
      ),
      preload: [4, 3, 2, 1].map((id) => ({ asset_id: id, slot: 0 })),
    }),
  },
  {
    ...{
      name: 'preload-edges',
      about: 'The first and the last slot of a bank type, against the order of asset_id; one asset not preloaded.',
    },
    bytes: buildArchive({
      assets: [1, 2, 3].map((id) => asset(id, `sound-${id}`, 'SOUNDS', bytesFrom(id, id))),
      preload: [
        { asset_id: 3, slot: 0 },
        { asset_id: 1, slot: 65_535 },
      ],
    }),
  },
  {
    ...{ name: 'many-assets', about: '200 assets of all bank types, 0 to 39 bytes each; half of them preloaded, at every second slot.' },
    bytes: buildArchive({ assets: many, preload: manyPreloaded }),
  },
  {
    ...{ name: 'widest-padding', about: '63 zeros before the payload, and 15 before each asset but the first.' },
    bytes: endingAfter(1, (filling) => [1, 2, 3].map((id) => asset(id, `a${id}`, 'DATA', bytesFrom(17, id), id === 1 ? { filling } : {}))),
  },
  {
    ...{ name: 'no-padding', about: 'Not one byte of padding: the header ends at a multiple of 64, each asset at a multiple of 16.' },
    bytes: endingAfter(0, (filling) =>
      [1, 2, 3].map((id) => asset(id, `a${id}`, 'DATA', bytesFrom(id * 16, id), id === 1 ? { filling } : {})),
    ),
  },
  {
    ...{
      name: 'unicode',
      about: 'Metadata with every kind of escape, an empty key, keys that sort by UTF-16 code unit; nothing is normalised.',
    },
    bytes: buildArchive({ assets: [asset(1, 'hero', 'TILES', Buffer.from('tiles'), UNICODE)] }),
  },
  {
    ...{ name: 'metadata-extremes', about: 'The largest and the smallest integer, both booleans, an empty text.' },
    bytes: buildArchive({
      assets: [asset(1, 'hero', 'TILES', Buffer.from('tiles'), { a: 2 ** 53 - 1, b: 1 - 2 ** 53, c: 0, d: true, e: false, f: '' })],
    }),
  },
  {
    ...{ name: 'id-extremes', about: 'The lowest and the highest asset_id, 4294967294: more than a signed number of 32 bits holds.' },
    bytes: buildArchive({
      assets: [asset(1, 'first', 'DATA', bytesFrom(3)), asset(2 ** 32 - 2, 'last', 'DATA', bytesFrom(4))],
      preload: [
        { asset_id: 2 ** 32 - 2, slot: 1 },
        { asset_id: 1, slot: 2 },
      ],
    }),
  },
  {
    ...{ name: 'names', about: 'Names of one character and of 64, with a digit first, with hyphens and underscores at the end.' },
    bytes: buildArchive({
      assets: ['x', 'n'.repeat(64), '9', 'a-', 'a_'].map((name, index) => asset(index + 1, name, 'DATA', bytesFrom(index))),
    }),
  },
  {
    ...{ name: 'equal-content', about: 'Two assets with the same bytes: each stands in the payload.' },
    bytes: buildArchive({ assets: [1, 2].map((id) => asset(id, `twin-${id}`, 'DATA', bytesFrom(33))) }),
  },
  {
    ...{ name: 'zeros', about: 'Assets of nothing but zeros: content that looks like padding.' },
    bytes: buildArchive({ assets: [16, 7, 32].map((length, index) => asset(index + 1, `zeros-${index}`, 'DATA', Buffer.alloc(length))) }),
  },
  {
    ...{ name: 'archive-inside', about: 'An asset that is itself an archive.' },
    bytes: buildArchive({ assets: [asset(1, 'inner', 'DATA', Buffer.from(buildArchive(SMALL)))] }),
  },
  {
    ...{ name: 'large-asset', about: 'An asset of more than 64 KiB between two small ones.' },
    bytes: buildArchive({
      assets: [
        asset(1, 'before', 'DATA', bytesFrom(1)),
        asset(2, 'large', 'SOUNDS', bytesFrom(66_001)),
        asset(3, 'after', 'DATA', bytesFrom(2)),
      ],
    }),
  },
  { name: 'by-hand', about: 'Written out by hand, in hexadecimal digits: no writer had a part in it.', bytes: tinyArchive() },
];
