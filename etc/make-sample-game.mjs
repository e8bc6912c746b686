// Writes fixtures/sample-game: the sources of a small game, as an artist would leave them. `node etc/make-sample-game.mjs`
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';

/** The folder that holds the sample. */
export const sampleGameFolder = resolve(import.meta.dirname, '../fixtures/sample-game');

const palette = { '.': [0, 0, 0, 0], '#': [24, 20, 37, 255], o: [254, 174, 52, 255], s: [228, 166, 114, 255], b: [0, 149, 233, 255] };

const pictures = {
  'assets/sprites/hero/idle.png': ['..####..', '..#oo#..', '..#ss#..', '.##bb##.', '.s#bb#s.', '..#bb#..', '..#..#..', '..#..#..'],
  'assets/sprites/hero/run-1.png': ['..####..', '..#oo#..', '..#ss#..', '..#bb##.', '.s#bb#.s', '..#bb#..', '.##..##.', '.......#'],
  'assets/sprites/hero/run-2.png': ['..####..', '..#oo#..', '..#ss#..', '.##bb#..', 's.#bb#s.', '..#bb#..', '.##.##..', '#.......'],
  'assets/levels/forest/preview.png': ['bbbbbbbb', 'bbbboobb', 'b##boobb', '####bb#b', 'b##bb###', 'b#bbbb#b', 'ssssssss', '########'],
};

const uint32 = (value) => Buffer.of(value >>> 24, value >>> 16, value >>> 8, value);

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function adler32(bytes) {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return uint32(b * 65536 + a);
}

/** A zlib stream that stores its bytes as they are: what a compressor makes of them differs between releases. */
function storedZlib(bytes) {
  const block = Buffer.alloc(5);
  block.writeUInt8(1, 0); // the last block, stored
  block.writeUInt16LE(bytes.length, 1);
  block.writeUInt16LE(bytes.length ^ 0xffff, 3);
  return Buffer.concat([Buffer.of(0x78, 0x01), block, bytes, adler32(bytes)]);
}

/** A PNG with a palette, 8 bits a pixel, one character of a row each. */
function png(rows) {
  const keys = Object.keys(palette);
  const colours = Object.values(palette);
  const header = Buffer.concat([uint32(rows[0].length), uint32(rows.length), Buffer.of(8, 3, 0, 0, 0)]);
  const pixels = Buffer.from(rows.flatMap((row) => [0, ...[...row].map((key) => keys.indexOf(key))]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(colours.map((colour) => colour[3]))),
    chunk('IDAT', storedZlib(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A WAV of one channel, 8 bits a sample: a square wave that rises for a fifth of a second. */
function jumpSound() {
  const rate = 8000;
  const samples = Buffer.alloc(rate / 5);
  let phase = 0;
  for (let at = 0; at < samples.length; at++) {
    phase = (phase + 220 + Math.floor(at / 4)) % rate;
    samples[at] = phase < rate / 2 ? 160 : 96;
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** Sixteen colours, RGB 565, two bytes each, from night blue to sky. */
function dayPalette() {
  const bytes = Buffer.alloc(32);
  for (let index = 0; index < 16; index++) bytes.writeUInt16LE((index << 11) | ((index * 3) << 5) | (16 + index), index * 2);
  return bytes;
}

/** A level of 16 by 8 tiles, one byte each: sky, three rows of trees, ground. */
function forestTiles() {
  return Buffer.from({ length: 128 }, (_, at) => (at >= 112 ? 2 : at >= 64 && at % 5 === 0 ? 1 : 0));
}

/** Every file of the sample: path from the workspace's folder, and bytes. */
export function sampleGameFiles() {
  const spawn = { hero: { x: 2, y: 6 }, exit: { x: 14, y: 6 } };
  return new Map([
    ...Object.entries(pictures).map(([path, rows]) => [path, png(rows)]),
    ['assets/sounds/jump/jump.wav', jumpSound()],
    ['assets/palettes/day/colours.bin', dayPalette()],
    ['assets/levels/forest/tiles.bin', forestTiles()],
    ['assets/levels/forest/spawn.json', Buffer.from(`${JSON.stringify(spawn, null, 2)}\n`)],
  ]);
}

if (process.argv[1] === import.meta.filename) {
  rmSync(sampleGameFolder, { recursive: true, force: true });
  for (const [path, bytes] of sampleGameFiles()) {
    const file = join(sampleGameFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
