import { crc32 } from 'node:zlib';
import { buildArchive, SMALL } from '../../artifacts/archive/build-archive.js';
import { inspectArchive } from '../../artifacts/archive/inspect-archive.js';
import { MALFORMED } from '../../artifacts/archive/malformed-archives.js';
import { readArchive } from '../../independent/archive-reader.js';
import { type Boundary, holds, textOfAnswer } from '../boundary.js';
import { fixturesOf } from '../seeds.js';

const roundUp = (value: number): number => Math.ceil(value / 64) * 64;

/** Makes the prelude fit the header, which ends where its braces do, and the payload fit the file. */
function repair(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  let depth = 0;
  let end = 32;
  for (; end < file.length; end++) {
    if (file[end] === 0x7b) depth += 1;
    if (file[end] === 0x7d) depth -= 1;
    if (depth === 0) break;
  }
  const header = file.subarray(32, end + 1);
  const rest = file.subarray(end + 1);
  const firstByte = rest.findIndex((byte) => byte !== 0);
  const payload = rest.subarray(firstByte < 0 ? rest.length : firstByte);
  const front = Buffer.alloc(roundUp(32 + header.length));
  file.copy(front, 0, 0, 8);
  front.writeUInt32LE(header.length, 8);
  front.writeUInt32LE(crc32(header), 12);
  front.writeBigUInt64LE(BigInt(front.length), 16);
  front.writeBigUInt64LE(BigInt(payload.length), 24);
  header.copy(front, 32);
  return new Uint8Array(Buffer.concat([front, payload]));
}

/** An archive as `verify` reads it: prelude, header, places, payload. */
export const archiveBoundary: Boundary = {
  name: 'archive',
  extension: 'pa',
  words: ['ASPA', '"asset_id":1', '"offset":16', '"size":0', '"preload":[]', '"NONE"', '"slot":0', '\u0000\u0000\u0000\u0000'],
  seeds: () => [
    buildArchive(SMALL),
    buildArchive({ assets: [] }),
    ...fixturesOf('versions', '.pa'),
    ...MALFORMED.map(({ bytes }) => bytes),
  ],
  repair,
  run: (bytes) => {
    const { header, diagnostics } = inspectArchive(bytes);
    return { value: diagnostics.length > 0 ? null : header, diagnostics };
  },
  check: ({ value, diagnostics }, bytes) => {
    const other = readArchive(bytes);
    holds(
      other.ok === (value !== null),
      'another reader says the same',
      other.ok ? 'sound' : other,
      diagnostics.map(({ code }) => code),
    );
    if (other.ok) holds(textOfAnswer(other.header) === textOfAnswer(value), 'another reader reads the same');
    const inPieces = inspectArchive(bytes, { piece: 1 + (bytes.length % 37) });
    holds(textOfAnswer(inPieces.diagnostics) === textOfAnswer(diagnostics), 'any pieces give one verdict');
  },
};
