import { describe, expect, it } from 'vitest';
import { readArchive, type ReadArchive } from './archive-reader.js';
import { checkCompanions, type CompanionTexts } from './check-companions.js';
import { crc32 } from './crc32.js';
import { writeCanonicalJson, type Json } from './json-writers.js';
import { tinyArchive, tinyHeader, tinyPayload } from './tiny-archive.js';

const headerText = new TextDecoder().decode(tinyHeader);

/** An archive around any header text and payload: lengths, CRC-32 and padding are right, so that a deeper rule has to notice. */
const seal = (header: string | Uint8Array, payload: Uint8Array): Uint8Array => {
  const headerBytes = typeof header === 'string' ? new TextEncoder().encode(header) : header;
  const payloadOffset = Math.ceil((32 + headerBytes.length) / 64) * 64;
  const bytes = new Uint8Array(payloadOffset + payload.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('ASPA'));
  view.setUint16(4, 1, true);
  view.setUint32(8, headerBytes.length, true);
  view.setUint32(12, crc32(headerBytes), true);
  view.setBigUint64(16, BigInt(payloadOffset), true);
  view.setBigUint64(24, BigInt(payload.length), true);
  bytes.set(headerBytes, 32);
  bytes.set(payload, payloadOffset);
  return bytes;
};

const swap = (from: string, to: string): string => {
  expect(headerText.split(from)).toHaveLength(2);
  return headerText.replace(from, to);
};

const read = (bytes: Uint8Array): ReadArchive => {
  const archive = readArchive(bytes);
  if (!archive.ok) throw new Error(`${archive.reason} at ${archive.offset}`);
  return archive;
};

describe('crc32 and writeCanonicalJson', () => {
  it('give the published vectors', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false],"\\ufb33":1,"\\ud83d\\ude00":2}',
    ) as Json;
    expect(writeCanonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/","\ud83d\ude00":2,"\ufb33":1}',
    );
  });
});

describe('readArchive on the hand-built archive', () => {
  it('accepts it', () => {
    const archive = read(tinyArchive());
    expect(archive.archiveDigest).toBe('18fd4df9f062a9ad98b91d3c0b88278463fbb5851cba1ee11d4779210e5bbdaa');
    expect(writeCanonicalJson(archive.header as unknown as Json)).toBe(headerText);
    expect([...archive.slices]).toEqual([
      [1, tinyPayload.subarray(0, 5)],
      [7, tinyPayload.subarray(16, 33)],
      [9, tinyPayload.subarray(48)],
    ]);
    expect(seal(tinyHeader, tinyPayload)).toEqual(tinyArchive());
  });

  it('reports every flipped bit', () => {
    const bytes = tinyArchive();
    let reported = 0;
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      if (!readArchive(flipped).ok) reported += 1;
    }
    expect(reported).toBe(8 * 817);
  });

  it('reports every truncation, and a byte more', () => {
    const bytes = tinyArchive();
    const faults = Array.from(bytes, (_, length) => readArchive(bytes.slice(0, length))).filter((answer) => !answer.ok);
    expect(faults).toHaveLength(817);
    expect(readArchive(Uint8Array.from([...bytes, 0])).ok).toBe(false);
  });

  it('reads a view into a larger buffer', () => {
    const bytes = tinyArchive();
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(read(larger.subarray(3, 3 + bytes.length))).toEqual(read(bytes));
  });
});

describe('readArchive on sealed archives that break one rule', () => {
  it('accepts an empty one', () => {
    expect(readArchive(seal('{"asset_table":[],"header_version":1,"preload":[]}', new Uint8Array())).ok).toBe(true);
  });

  const grow = (bytes: Uint8Array, more: number): Uint8Array => Uint8Array.from([...bytes, ...new Uint8Array(more)]);
  const dirty = (at: number): Uint8Array => tinyPayload.with(at, 1);
  const cases: readonly (readonly [string, () => Uint8Array])[] = [
    ['a byte after the last asset', () => seal(tinyHeader, grow(tinyPayload, 1))],
    ['padding after the last asset', () => seal(tinyHeader, grow(tinyPayload, 15))],
    ['a dirty byte of padding', () => seal(tinyHeader, dirty(5))],
    ['a dirty last byte of padding', () => seal(tinyHeader, dirty(47))],
    ['an asset changed', () => seal(tinyHeader, dirty(16))],
    ['an asset later than it has to be', () => seal(swap('"offset":48', '"offset":64'), grow(tinyPayload, 16).copyWithin(64, 48, 49))],
    ['an offset that is no multiple of 16', () => seal(swap('"offset":16', '"offset":15'), tinyPayload)],
    ['a space in the header', () => seal(swap('"preload":', '"preload": '), tinyPayload)],
    ['a final newline in the header', () => seal(`${headerText}\n`, tinyPayload)],
    ['a byte order mark', () => seal(`\ufeff${headerText}`, tinyPayload)],
    ['an escape that is not needed', () => seal(swap('café', 'caf\\u00e9'), tinyPayload)],
    ['a lone surrogate', () => seal(swap('café', 'caf\\ud800'), tinyPayload)],
    [
      'bytes that are no UTF-8',
      () =>
        seal(
          Uint8Array.from(tinyHeader, (byte) => (byte === 0xa9 ? 0x29 : byte)),
          tinyPayload,
        ),
    ],
    ['keys in another order', () => seal(swap('"asset_id":7,"slot":3', '"slot":3,"asset_id":7'), tinyPayload)],
    ['a duplicate key', () => seal(swap('"header_version":1', '"header_version":1,"header_version":1'), tinyPayload)],
    ['another spelling of a number', () => seal(swap('"slot":3', '"slot":3.0'), tinyPayload)],
    ['a key too many', () => seal(swap('"header_version":1', '"header_version":1,"note":1'), tinyPayload)],
    ['a key missing', () => seal(swap(',"preload":[{"asset_id":7,"slot":3},{"asset_id":1,"slot":0}]', ''), tinyPayload)],
    ['a later header version', () => seal(swap('"header_version":1', '"header_version":2'), tinyPayload)],
    ['another codec', () => seal(headerText.replace('"NONE"', '"ZIP"'), tinyPayload)],
    ['another bank type', () => seal(swap('"TILES"', '"SPRITES"'), tinyPayload)],
    ['another decoded size', () => seal(swap('"decoded_size":5', '"decoded_size":6'), tinyPayload)],
    ['an upper-case digest', () => seal(swap('2d711642b726b04', '2D711642B726B04'), tinyPayload)],
    ['metadata that is not flat', () => seal(swap('"frames":2', '"frames":[2]'), tinyPayload)],
    ['metadata with a fraction', () => seal(swap('"frames":2', '"frames":2.5'), tinyPayload)],
    ['a table out of order', () => seal(headerText.replace('"asset_id":1', '"asset_id":8'), tinyPayload)],
    ['one id twice', () => seal(headerText.replaceAll('"asset_id":7', '"asset_id":1'), tinyPayload)],
    ['asset 0', () => seal(headerText.replaceAll('"asset_id":1', '"asset_id":0'), tinyPayload)],
    ['one name twice', () => seal(swap('"map_1"', '"beep"'), tinyPayload)],
    ['a name that is none', () => seal(swap('"map_1"', '"Map"'), tinyPayload)],
    [
      'a preload out of order',
      () => seal(swap('{"asset_id":7,"slot":3},{"asset_id":1,"slot":0}', '{"asset_id":1,"slot":0},{"asset_id":7,"slot":3}'), tinyPayload),
    ],
    ['a preload of a stranger', () => seal(swap('{"asset_id":7,"slot":3}', '{"asset_id":6,"slot":3}'), tinyPayload)],
    ['a preload twice', () => seal(swap('{"asset_id":7,"slot":3}', '{"asset_id":7,"slot":3},{"asset_id":7,"slot":4}'), tinyPayload)],
    ['a slot beyond 65535', () => seal(swap('"slot":3', '"slot":65536'), tinyPayload)],
  ];

  it.each(cases)('reports %s', (_, build) => {
    expect(readArchive(build()).ok).toBe(false);
  });
});

const archiveDigest = '18fd4df9f062a9ad98b91d3c0b88278463fbb5851cba1ee11d4779210e5bbdaa';
const assetRow = (id: number, name: string, bank: string, offset: number, size: number, digest: string, metadata: string): string => `    {
      "asset_id": ${id},
      "asset_name": "${name}",
      "bank_type": "${bank}",
      "codec": "NONE",
      "offset": ${offset},
      "size": ${size},
      "decoded_size": ${size},
      "sha256": "${digest}",
      "metadata": ${metadata}
    }`;
const metadataRow = (id: number, digit: string, root: string, inputs: readonly string[]): string => `    {
      "asset_id": ${id},
      "asset_uuid": "${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}",
      "root": "${root}",
      "inputs": [
${inputs.join(',\n')}
      ]
    }`;
const inputRow = (role: string, path: string, offset: number, size: number, digest: string): string => `        {
          "role": "${role}",
          "path": "${path}",
          "offset": ${offset},
          "size": ${size},
          "sha256": "${digest}"
        }`;
const companion = (key: string, rows: readonly string[]): string =>
  `{\n  "schema_version": 1,\n  "archive_digest": "${archiveDigest}",\n  "${key}": [\n${rows.join(',\n')}\n  ]\n}\n`;

const digests = {
  tile: 'd2cda97991b87e365890c026ce296500fad991fcc1aaa1a197cca3e93f415d5e',
  beep: 'ff0d6a978e9d9b9a0c6678b761c5ca3dc285a2ee295d9ca4ffe92c2ebc91be97',
  // of bytes f0 to ff, of byte 01
  first: '96053d1a0f5e0b02950c81282738484c5d28c6e250e8ad0315fe1d38cf0473a5',
  second: '4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a',
  x: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
};
const texts: CompanionTexts = {
  assetTable: companion('asset_table', [
    assetRow(1, 'grass', 'TILES', 0, 5, digests.tile, '{\n        "frames": 2,\n        "loop": true,\n        "name": "café"\n      }'),
    assetRow(7, 'beep', 'SOUNDS', 16, 17, digests.beep, '{}'),
    assetRow(9, 'map_1', 'DATA', 48, 1, digests.x, '{}'),
  ]),
  preload: companion('preload', [
    '    {\n      "asset_id": 7,\n      "slot": 3\n    }',
    '    {\n      "asset_id": 1,\n      "slot": 0\n    }',
  ]),
  metadata: companion('assets', [
    metadataRow(1, '1', 'tiles/grass', [inputRow('main', 'grass.bin', 0, 5, digests.tile)]),
    metadataRow(7, '7', 'beep', [inputRow('head', 'z.bin', 0, 16, digests.first), inputRow('tail', 'a b.bin', 16, 1, digests.second)]),
    metadataRow(9, '9', 'maps', [inputRow('main', 'sub/x.txt', 0, 1, digests.x)]),
  ]),
};

describe('checkCompanions', () => {
  const archive = read(tinyArchive());
  const check = (name: keyof CompanionTexts, from: string, to: string): void => {
    expect(texts[name]).toContain(from);
    expect(checkCompanions(archive, { ...texts, [name]: texts[name].replace(from, to) })).toMatchObject({ ok: false, companion: name });
  };

  it('accepts the companions of the hand-built archive', () => {
    expect(checkCompanions(archive, texts)).toMatchObject({
      ok: true,
      assets: [{ root: 'tiles/grass' }, { root: 'beep' }, { root: 'maps' }],
    });
  });

  it('reports every character changed or cut', () => {
    const names = ['assetTable', 'preload', 'metadata'] as const;
    for (const name of names) {
      const text = texts[name];
      for (let index = 0; index < text.length; index += 1) {
        const other = text[index] === '9' ? '8' : '9';
        const identity = /"(?:asset_uuid|root|path|role)": "[^"]*$/.test(text.slice(0, index)) && text[index] !== '"';
        const changed = text.slice(0, index) + other + text.slice(index + 1);
        // The archive does not know uuids, roots, roles and paths: only their form can be wrong.
        if (!identity) expect(checkCompanions(archive, { ...texts, [name]: changed })).toMatchObject({ ok: false, companion: name });
        expect(checkCompanions(archive, { ...texts, [name]: text.slice(0, index) })).toMatchObject({ ok: false, companion: name });
      }
    }
  });

  it('reports what breaks one rule', () => {
    check('assetTable', '"asset_id": 1,\n      "asset_name": "grass"', '"asset_name": "grass",\n      "asset_id": 1');
    check('assetTable', '"metadata": {}', '"metadata": {\n      }');
    check('assetTable', '"grass"', '"glass"');
    check('preload', '"schema_version": 1,\n', '');
    check('preload', '\n}\n', '\n}');
    check('preload', '\n', '\r\n');
    check('preload', '"slot": 3', '"slot": 4');
    check('preload', archiveDigest, archiveDigest.replace('1', '2'));
    check('metadata', '"offset": 16', '"offset": 15');
    check('metadata', '"role": "tail"', '"role": "a"');
    check('metadata', '"path": "a b.bin"', '"path": "z.bin"');
    check('metadata', '"root": "beep"', '"root": "maps"');
    check('metadata', '"root": "beep"', '"root": "../beep"');
    check('metadata', '"path": "z.bin"', '"path": "/z.bin"');
    check('metadata', '99999999-9999-4999-8999-999999999999', '77777777-7777-4777-8777-777777777777');
    check('metadata', '99999999-9999-4999-8999-999999999999', '00000000-0000-0000-0000-000000000000');
  });
});
