import type { ForeignMagic } from '../../diagnostics/catalogue/archive-codes.js';
import { archiveLayout } from './layout.js';

const FOREIGN: readonly (readonly [ForeignMagic, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['glb', [0x67, 0x6c, 0x54, 0x46]],
  ['zip', [0x50, 0x4b]],
  ['gzip', [0x1f, 0x8b]],
];

/** Says what the first bytes of a file look like where they are not the archive's magic; null where nothing known. */
export function recogniseMagic(bytes: Uint8Array): ForeignMagic | null {
  const foreign = FOREIGN.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (foreign !== undefined) return foreign[0];
  const { magic } = archiveLayout;
  const [a, b, c, d] = magic;
  const found = String.fromCharCode(...bytes.subarray(0, magic.length));
  if (found === `${d}${c}${b}${a}` || found === `${b}${a}${d}${c}`) return 'byte-swapped';
  return found !== magic && found.toUpperCase() === magic ? 'wrong-case' : null;
}
