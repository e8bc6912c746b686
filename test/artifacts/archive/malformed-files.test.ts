import { readFileSync, writeFileSync } from 'node:fs';
import { verifyArchive, type BudgetOptions, type Diagnostic } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { archiveCodes } from '../../../src/diagnostics/catalogue/archive-codes.js';
import { jsonCodes } from '../../../src/diagnostics/catalogue/json-codes.js';
import { readArchive } from '../../independent/archive-reader.js';
import { MOST_BYTES, malformedFiles } from './malformed-files.js';

/** What the record says of a file. */
interface Expected {
  readonly budgets?: BudgetOptions['json'];
  readonly diagnostics: readonly { readonly code: string; readonly offset: number; readonly length: number }[];
}

const record = new URL('../../../fixtures/archives/malformed.json', import.meta.url);
const made = malformedFiles();

/** Codes that only a writer raises, and the one of a text that is over the budget of a header before it is a text. */
const NO_READERS = ['ARCHIVE_TOO_LARGE', 'ARCHIVE_TEXT_NOT_ENCODABLE', 'JSON_TOO_LARGE'];

function placeOf({ code, location }: Diagnostic) {
  if (location.kind !== 'bytes') throw new Error(`${code} names no bytes`);
  return { code, offset: location.offset, length: location.length };
}

async function verify(bytes: Uint8Array, json: BudgetOptions['json']): Promise<Expected> {
  const workspace = createMemoryWorkspace({ 'build/assets.pa': bytes });
  const { ok, diagnostics } = (await verifyArchive(workspace, json === undefined ? {} : { budgets: { json } }))._unsafeUnwrap();
  expect(ok).toBe(false);
  return { ...(json === undefined ? {} : { budgets: json }), diagnostics: diagnostics.map(placeOf) };
}

if (process.env['UPDATE_FIXTURES'] === '1') {
  const recorded: Record<string, Expected> = {};
  for (const { name, bytes, budgets } of made) recorded[name] = await verify(bytes, budgets);
  writeFileSync(record, await format(JSON.stringify(recorded), { parser: 'json', printWidth: 140 }));
}

const expected = JSON.parse(readFileSync(record, 'utf8')) as Readonly<Record<string, Expected>>;
const names = made.map(({ name }) => name);
const read = (name: string): Uint8Array => made.find((file) => file.name === name)!.bytes;

describe('fixtures/archives/malformed.json', () => {
  it('says what is expected of each malformed archive, and of no other', () => {
    expect(Object.keys(expected)).toEqual(names);
  });

  it('is about small files only', () => {
    expect(names.filter((name) => read(name).length >= MOST_BYTES)).toEqual([]);
  });

  it('has a file for each code that the reader of archives raises', () => {
    const codes = new Set(names.map((name) => /^[A-Z0-9_]+/.exec(name)?.[0]));
    const raised = [...Object.keys(archiveCodes), ...Object.keys(jsonCodes)].filter((code) => !NO_READERS.includes(code));
    expect(codes).toEqual(new Set(raised));
  });

  it.each(Object.entries(expected))('%s is refused as recorded, first of all by the code in its name', async (name, known) => {
    const found = await verify(read(name), known.budgets);
    expect(found).toEqual(known);
    expect(name.split(/[-.]/)[0]).toBe(found.diagnostics[0]?.code);
  });

  it('has no file that a reader which shares nothing with ours would take, but for limits and newer minors', () => {
    const taken = names.filter((name) => expected[name]?.budgets === undefined && readArchive(read(name)).ok);
    expect(taken).toEqual([]);
  });
});
