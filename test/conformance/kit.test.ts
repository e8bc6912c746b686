import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { verifyArchive } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { checkArchiveSlices } from '../../src/artifacts/archive/check-archive-slices.js';
import { decodeArchiveHeader } from '../../src/artifacts/archive/decode-archive-header.js';
import { decodeArchivePrelude } from '../../src/artifacts/archive/decode-archive-prelude.js';
import { encodeHeader } from '../../src/artifacts/archive/encode-header.js';
import { encodePrelude } from '../../src/artifacts/archive/encode-prelude.js';
import { archiveCodes } from '../../src/diagnostics/catalogue/archive-codes.js';
import { readArchive } from '../independent/archive-reader.js';
import { boundedKeys, headerKeys } from './kit-rules.js';
import { kitFiles, kitManifest } from './make-kit.js';

const root = new URL('../../', import.meta.url);
const folder = new URL('fixtures/conformance/', root);
const papers = ['README.md', 'manifest.json', 'manifest.schema.json'];

if (process.env['UPDATE_FIXTURES'] === '1') {
  for (const below of ['golden', 'adversarial']) {
    rmSync(new URL(below, folder), { recursive: true, force: true });
    mkdirSync(new URL(below, folder), { recursive: true });
  }
  for (const { path, bytes } of kitFiles) writeFileSync(new URL(path, folder), bytes);
  writeFileSync(new URL('manifest.json', folder), await format(JSON.stringify(kitManifest()), { parser: 'json', printWidth: 140 }));
}

const textOf = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
const bytesOf = (path: string): Uint8Array => Uint8Array.from(readFileSync(new URL(path, folder)));
const manifest = JSON.parse(textOf('manifest.json')) as ReturnType<typeof kitManifest>;
const entries = manifest.files;
const golden = entries.flatMap((entry) => ('expected' in entry ? [entry] : []));
const adversarial = entries.flatMap((entry) => ('made_from' in entry ? [entry] : []));
const named = <Entry extends { readonly file: string }>(list: readonly Entry[]) => list.map((entry) => [entry.file, entry] as const);

const verify = async (bytes: Uint8Array) => (await verifyArchive(createMemoryWorkspace({ 'build/assets.pa': bytes })))._unsafeUnwrap();

/** Whether all that stands before the payload is sound, and the payload as long as that says. */
function boots(bytes: Uint8Array): boolean {
  const file = 'build/assets.pa';
  const start = decodeArchivePrelude({ bytes: bytes.subarray(0, 32), fileLength: bytes.length, file, maxHeaderBytes: 1 << 20 });
  if (start.isErr() || start.value.diagnostics.length > 0) return false;
  const prelude = start.value.value;
  const end = 32 + prelude.headerLength;
  const header = { header: bytes.subarray(32, end), padding: bytes.subarray(end, prelude.payloadOffset) };
  return decodeArchiveHeader({ prelude, file, ...header }).match(
    (front) => checkArchiveSlices(front).length === 0,
    () => false,
  );
}

describe('fixtures/conformance', () => {
  it('holds what its manifest names, and nothing else; the manifest is valid by its schema, and less than a megabyte with all of it', () => {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = found.map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.pathname.length).replace(/^\//, ''));
    expect(paths.sort()).toEqual([...entries.map(({ file }) => file), ...papers].sort());
    const validate = new Ajv({ allErrors: true }).compile(JSON.parse(textOf('manifest.schema.json')) as object);
    expect([validate(manifest), validate.errors]).toEqual([true, null]);
    expect(paths.reduce((sum, path) => sum + bytesOf(path).length, 0)).toBeLessThan(1_000_000);
  });

  it('is what its maker makes, byte for byte', () => {
    expect(manifest).toEqual(kitManifest());
    for (const { path, bytes } of kitFiles) expect([path, Buffer.compare(bytesOf(path), bytes)]).toEqual([path, 0]);
  });

  it.each(named(golden))('%s is taken by both readers, and says what the manifest expects', async (file, { expected }) => {
    const bytes = bytesOf(file);
    const report = await verify(bytes);
    const read = readArchive(bytes);
    expect([report.ok, report.diagnostics, report.archiveDigest, read.ok]).toEqual([true, [], expected.archive_digest, true]);
    const offsets = report.header?.asset_table.map(({ codec, decoded_size, ...row }) => {
      expect([codec, decoded_size]).toEqual(['NONE', row.size]);
      return { ...row, offset: row.offset + expected.payload_offset };
    });
    expect(offsets).toEqual(expected.assets);
    const banks = new Map(expected.assets.map(({ asset_id, bank_type }) => [asset_id, bank_type]));
    expect(report.header?.preload.map((row) => ({ ...row, bank_type: banks.get(row.asset_id) }))).toEqual(expected.preload);
  });

  it.each(named(golden))('%s begins as our writer would have written it', async (file, { expected }) => {
    const bytes = bytesOf(file);
    const header = encodeHeader((await verify(bytes)).header!)._unsafeUnwrap();
    expect(header).toEqual(bytes.subarray(32, 32 + header.length));
    const prelude = { payloadOffset: expected.payload_offset, payloadLength: bytes.length - expected.payload_offset };
    expect(encodePrelude(prelude, header)).toEqual(bytes.subarray(0, 32));
  });

  it.each(named(adversarial))('%s is refused by both readers, by ours with one code', async (file, entry) => {
    const bytes = bytesOf(file);
    const { ok, diagnostics } = await verify(bytes);
    expect([ok, diagnostics.map(({ code }) => code)]).toEqual([false, [entry.prometeu_packer]]);
    expect(readArchive(bytes).ok).toBe(false);
    expect(boots(bytes)).toBe(entry.seen_by === 'payload');
  });

  it.each(named(adversarial))(
    '%s is its golden but for one fault and what follows from it',
    (file, { at, made_from: { golden: from, edits } }) => {
      const [bytes, sound] = [Buffer.from(bytesOf(file)), Buffer.from(bytesOf(from))];
      const made = edits.reduceRight((made, { offset, remove, insert }) => {
        return Buffer.concat([made.subarray(0, offset), Buffer.from(insert, 'hex'), made.subarray(offset + remove)]);
      }, sound);
      expect(made).toEqual(bytes);
      const repaired = edits.reduce((repaired, { offset, remove, insert }) => {
        const after = repaired.subarray(offset + insert.length / 2);
        return Buffer.concat([repaired.subarray(0, offset), sound.subarray(offset, offset + remove), after]);
      }, bytes);
      expect(repaired).toEqual(sound);

      const [headerEnd, payloadOffset] = [32 + sound.readUInt32LE(8), Number(sound.readBigUInt64LE(16))];
      const faults = edits.filter(({ why }) => why === 'fault');
      const regions = faults.map(({ offset }) => [32, headerEnd, payloadOffset].filter((start) => offset >= start).length);
      expect([faults.length > 0, new Set(regions).size]).toEqual([true, faults.length]);
      for (const { why, offset, remove, insert } of edits) {
        if (why === 'fault') continue;
        const isField = offset >= 8 && offset + remove <= 32 && insert.length / 2 === remove;
        const isPadding = offset === headerEnd && offset + remove <= payloadOffset && /^(?:00)*$/.test(insert);
        expect([offset, isField || isPadding]).toEqual([offset, true]);
      }
      expect(bytes.subarray(at.offset, at.offset + at.length)).toEqual(Buffer.from(faults[0]!.insert, 'hex'));
    },
  );
});

describe('the rules of the kit', () => {
  const page = readFileSync(new URL('docs/formats/archive.md', root), 'utf8');
  const rows = (section: string): readonly string[] => {
    const [, text = ''] = page.split(`## ${section}`);
    return [...(text.split('\n## ')[0] ?? '').matchAll(/^\| (?:\d+ \| \d+ \| )?`([^`]+)` \|/gm)].map(([, name = '']) => name);
  };
  const ids = manifest.rules.map(({ id }) => id);

  it('are each broken by a file, and each file breaks one of them, of the same class', () => {
    expect(new Set(adversarial.map(({ rule }) => rule))).toEqual(new Set(ids));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { file, rule, class: refused, seen_by } of adversarial) {
      expect([file, manifest.rules.find(({ id }) => id === rule)]).toMatchObject([file, { class: refused, seen_by }]);
    }
  });

  it('have one for each field of the prelude that the page of the format has', () => {
    const fields = rows('`archive-envelope` version 1');
    expect(fields.length).toBeGreaterThanOrEqual(7);
    expect(ids.filter((id) => id.startsWith('prelude.')).sort()).toEqual(fields.map((field) => `prelude.${field}`).sort());
  });

  it('have one for each key of the header that the page has, for its being there, its type and its bounds', () => {
    const keys = rows('`archive-header` version 1');
    expect(Object.keys(headerKeys).sort()).toEqual([...keys].sort());
    const parts = (key: string) => ['required', 'type', 'bounds'].filter((part) => ids.includes(`key.${key}.${part}`));
    for (const key of keys) {
      const required = key.endsWith('<key>') ? [] : ['required'];
      expect([key, parts(key)]).toEqual([key, [...required, 'type', ...(boundedKeys.includes(key) ? ['bounds'] : [])]]);
    }
  });

  it('have a file for each code that the reader of archives has, but for what only a writer or a budget raises', () => {
    const others = ['ARCHIVE_TOO_LARGE', 'ARCHIVE_TEXT_NOT_ENCODABLE', 'ARCHIVE_HEADER_TOO_LARGE'];
    const raised = new Set<string>(adversarial.map((entry) => entry.prometeu_packer));
    expect(Object.keys(archiveCodes).filter((code) => !raised.has(code))).toEqual(
      Object.keys(archiveCodes).filter((code) => others.includes(code)),
    );
  });

  it('say of what class a refusal is in the words of the manifest', () => {
    expect(new Set(manifest.rules.map((rule) => rule.class))).toEqual(new Set(Object.keys(manifest.classes)));
  });
});
