import { verifyMigration } from 'prometeu-packer';
import { describe, it } from 'vitest';
import { createAssetReader } from '../../src/artifacts/asset/create-asset-reader.js';
import { rewriteAsset } from '../../src/artifacts/asset/rewrite-asset.js';
import { parseAssetTable } from '../../src/artifacts/companions/asset-table.js';
import { parseJournal } from '../../src/artifacts/journal/parse-journal.js';
import { acceptRegistry } from '../../src/artifacts/registry/accept-registry.js';
import { parseRegistry } from '../../src/artifacts/registry/parse-registry.js';
import { serializeRegistry } from '../../src/artifacts/registry/serialize-registry.js';
import { nodeCompute } from '../../src/node/node-compute.js';
import { parseUndoRecord } from '../../src/plans/undo/parse-undo-record.js';
import type { JsonObject } from '../../src/versioning/migration-step.js';
import { inspectArchive } from '../artifacts/archive/inspect-archive.js';
import { checkBytes } from '../sources/check-bytes.js';
import { chunk, end, ihdr, png } from '../sources/png/png-builder.js';
import { fmt, riff, samples, wavChunk } from '../sources/wav/wav-builder.js';
import { archiveOfHeader } from './archive-of-header.js';
import { expectLinear, LITTLE } from './expect-linear.js';
import { repeated } from './repeated-text.js';

type Make = (bytes: number) => Uint8Array;

const UUID = '3b241101-e2bb-4255-8caf-4136c566a962';
const uuidOf = (index: number): string => `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const sha256 = '0'.repeat(64);

function readAsset(bytes: Uint8Array): unknown {
  const reader = createAssetReader();
  const { body, migration, document, diagnostics } = reader.accept(reader.parse(bytes, 'assets/a/asset.json'), UUID);
  if (body === null || document === null || migration === null) return diagnostics;
  return rewriteAsset(document, migration.value as JsonObject);
}

const rest = '"name":"a","type":"data_bank","output":{"format":"raw","codec":"none"}';
const head = (version: number): string => `{"schema_version":${version},${version > 2 ? `"asset_uuid":"${UUID}",` : ''}${rest},`;

const assets: readonly (readonly [string, Make])[] = [
  ['many inputs', repeated(`${head(4)}"inputs":{"main":[`, (index) => `"folder/file ${index}.bin"`, ']}}', ',')],
  ['one input again and again', repeated(`${head(4)}"inputs":{"main":[`, '"a.bin"', ']}}', ',')],
  ['inputs that are no paths', repeated(`${head(4)}"inputs":{"main":[`, '"../a\\\\b"', ']}}', ',')],
  ['many roles', repeated(`${head(4)}"inputs":{`, (index) => `"r${index}":["a${index}"]`, '}}', ',')],
  ['inputs of the wrong type', repeated(`${head(4)}"inputs":{"main":[`, '0', ']}}', ',')],
  ['unknown keys near a known one', repeated(`${head(4)}"inputs":{"main":["a"]},`, (index) => `"inputs${index % 10}${index}":0`, '}', ',')],
  ['script keys under output', repeated('{"schema_version":4,"output":{', (index) => `"hook${index}":0,"exec":0`, '}}', ',')],
  ['an extension', repeated(`${head(4)}"inputs":{"main":["a"]},"extensions":{"x":[`, (index) => `{"k${index}":1.0}`, ']}}', ',')],
  ['an old declaration of many roles', repeated(`${head(2)}"inputs":{`, (index) => `"r${index}":"a${index}"`, '}}', ',\n')],
  ['an old declaration of many unknown keys', repeated(`${head(2)}"inputs":{"main":"a"},`, (index) => `"u${index}":[0]`, '}', ',\r\n')],
];

const longAssets: readonly (readonly [string, Make])[] = [
  ['an input of many folders', repeated(`${head(4)}"inputs":{"main":["`, 'a/', '"]}}')],
  [
    'unknown keys of great length',
    repeated(`${head(4)}"inputs":{"main":["a"]},`, (index) => `"${'names'.repeat(20_000)}${index}":0`, '}', ','),
  ],
];

const record = (index: number): string =>
  `{"asset_id":${index + 1},"asset_uuid":"${uuidOf(index + 1)}","root":"a/${index}","included_in_build":true}`;
const project = `"project_uuid":"${UUID}"`;
const registries: readonly (readonly [string, Make])[] = [
  ['many records', repeated(`{"schema_version":4,${project},"next_asset_id":4294967295,"retired":[],"assets":[`, record, ']}', ',')],
  [
    'an old registry',
    repeated(
      `{"schema_version":2,${project},"assets":[`,
      (index) => `{"asset_id":${index + 1},"root":"a${index}","note":1.0}`,
      ']}',
      ',\n',
    ),
  ],
  ['roots that are no paths', repeated(`{"schema_version":2,${project},"assets":[`, '{"asset_id":1,"root":"../../../.."}', ']}', ',')],
];

const longRegistries: readonly (readonly [string, Make])[] = [
  [
    'one record again and again',
    repeated(`{"schema_version":4,${project},"next_asset_id":4294967295,"retired":[],"assets":[`, record(0), ']}', ','),
  ],
];

function readIndex(bytes: Uint8Array): unknown {
  const parsed = parseRegistry(bytes, 'assets/.prometeu/index.json');
  const { registry, document, diagnostics } = acceptRegistry(
    parsed,
    new Map(parsed.records.map(({ root }, index) => [root, uuidOf(index + 1)])),
  );
  return registry === null || document === null ? diagnostics : serializeRegistry(registry, document);
}

const entry = (index: number): string =>
  `{"target":"assets/${index}/asset.json","op":"write","class":"authored","before":null,"after":{"kind":"sha256","sha256":"${sha256}"},"staged":"assets/${index}/.asset.json.0123456789abcdef.prometeu.tmp"}`;
const row = (index: number): string =>
  `{"asset_id":${index + 1},"asset_name":"a${index}","bank_type":"DATA","codec":"NONE","decoded_size":0,"metadata":{},"offset":0,"sha256":"${sha256}","size":0}`;

const others: readonly (readonly [string, Make, (bytes: Uint8Array) => unknown])[] = [
  [
    'a journal of many entries',
    repeated(
      `{"schema_version":1,"plan_digest":"${sha256}","token":"0123456789abcdef","entries":[`,
      entry,
      `],"checksum":"${sha256}"}`,
      ',',
    ),
    (bytes) => parseJournal(bytes, nodeCompute),
  ],
  [
    'an undo record of many files',
    repeated(
      `{"schema_version":1,"plan_digest":"${sha256}","plan_kind":"fix","moves":[],"checksum":"${sha256}","files":[`,
      (index) => `{"path":"assets/${index}/asset.json","before":"e30=","after_sha256":null}`,
      ']}',
      ',',
    ),
    (bytes) => parseUndoRecord(bytes, nodeCompute),
  ],
  [
    'a companion of many assets',
    repeated(`{"schema_version":1,"archive_digest":"${sha256}","asset_table":[`, row, ']}', ','),
    (bytes) => parseAssetTable({ bytes, file: 'f' }),
  ],
  [
    'an archive of many assets',
    (bytes) => archiveOfHeader(repeated('{"asset_table":[', row, '],"header_version":1,"preload":[]}', ',')(bytes)),
    inspectHeader,
  ],
  [
    'an archive whose table is a lie',
    (bytes) => archiveOfHeader(repeated('{"asset_table":[', row(0), '],"header_version":1,"preload":[{}]}', ',')(bytes)),
    inspectHeader,
  ],
  [
    'a certificate of a long patch',
    repeated(
      `{"certificate_version":1,"artifact":"asset","file":"f","input_sha256":"${sha256}","output_sha256":"${sha256}","from":3,"to":4,"steps":[{"id":"asset-3-to-4","from":3,"to":4,"patch":[`,
      (index) => `{"op":"add","path":"/preload/${index}","value":0}`,
      ']}]}',
      ',',
    ),
    (bytes) => verifyMigration(JSON.parse(Buffer.from(bytes).toString()), new Uint8Array(), new Uint8Array()),
  ],
  [
    'a PNG of many chunks',
    (bytes) => png(ihdr(), Buffer.concat(Array.from({ length: bytes / 13 }, () => text)), end),
    (bytes) => checkBytes('png', bytes, { compute: nodeCompute }),
  ],
  [
    'a WAV of many chunks',
    (bytes) => riff([fmt(), Buffer.concat(Array.from({ length: bytes / 8 }, () => tiny)), samples]),
    (bytes) => checkBytes('wav', bytes),
  ],
];

const text = chunk('tEXt', Uint8Array.of(0));
const tiny = wavChunk('LIST', Uint8Array.of());

function inspectHeader(bytes: Uint8Array): unknown {
  return inspectArchive(bytes, { maxHeaderBytes: 2 ** 30 });
}

describe('reading artifacts takes time in proportion to the file', () => {
  it.each(assets)('asset.json: %s', (_, make) => expectLinear({ make, run: readAsset, bytes: LITTLE }));
  it.each(longAssets)('asset.json: %s', (_, make) => expectLinear({ make, run: readAsset }));
  it.each(registries)('index.json: %s', (_, make) => expectLinear({ make, run: readIndex, bytes: LITTLE }));
  it.each(longRegistries)('index.json: %s', (_, make) => expectLinear({ make, run: readIndex }));
  it.each(others)('%s', (_, make, run) => expectLinear({ make, run }));
});
