import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** PNG files to be checked. */
export interface Pictures {
  /** Which they are. */
  readonly name: string;
  /** Their bytes. */
  readonly files: readonly Uint8Array[];
}

const corpus = new URL('../../../shared/corpus/games/', import.meta.url); // beside the checkout, as seen from the bundle

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture of few colours in runs, as game art is, with every filter in turn. */
function drawnPicture(seed: number): Uint8Array {
  const side = 16 << (seed % 4);
  const row = 1 + 4 * side;
  const pixels = new Uint8Array(side * row);
  for (let y = 0; y < side; y += 1) {
    pixels[y * row] = y % 5;
    for (let x = 0; x < 4 * side; x += 1) pixels[y * row + 1 + x] = ((x >> 4) * 37 + (y >> 2) * 11 + seed) & 0x3f;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', new Uint8Array())]);
}

/** The pictures of the games of the corpus; where there is none, as many that are drawn here. */
export function pictures(): Pictures {
  if (!existsSync(corpus)) return { name: 'drawn pictures', files: Array.from({ length: 300 }, (_, seed) => drawnPicture(seed)) };
  const found = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter(({ name }) => name.endsWith('.png'));
  return {
    name: 'pictures of the corpus games',
    files: found.map(({ parentPath, name }) => new Uint8Array(readFileSync(join(parentPath, name)))),
  };
}
