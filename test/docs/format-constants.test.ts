import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import {
  applyPlan,
  build,
  DEFAULT_BUDGETS,
  formatLockOwner,
  isStagedName,
  MAX_LOCK_BYTES,
  parseEvidence,
  parsePolicy,
  parseWorkspacePath,
  planRegister,
  stagedName,
} from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { SCRIPT_KEY_NAMES } from '../../etc/authored-pages.mjs';
import { controlKeys, formatKeys } from '../../etc/format-notes.mjs';
import { rowsOfSchema } from '../../etc/schema-pages.mjs';
import { ASSET_TYPES } from '../../src/artifacts/asset/model.js';
import { isScriptKey } from '../../src/artifacts/asset/script-keys.js';
import { CACHE_KINDS, UNREAD, UNSETTLED, UNSOUND } from '../../src/artifacts/cache/serialize-cache.js';
import { UNDO_RECORD_PATH } from '../../src/artifacts/journal/target-class.js';
import { CACHE_PATH, GITIGNORE_PATH, LOCK_PATH } from '../../src/paths/owned-paths.js';
import { MAX_PATH_BYTES, MAX_SEGMENT_BYTES } from '../../src/paths/path-fault.js';
import { isStagingToken } from '../../src/paths/staged-names.js';
import { MAX_UNDO_BYTES } from '../../src/plans/undo/parse-undo-record.js';
import { undoRecordSchema } from '../../src/plans/undo-record.schema.js';
import { LARGEST_VERSION } from '../../src/versioning/classify-version.js';
import { pageTable } from './page-table.js';

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const control = read('formats/journal.md');

/** A project that was registered and built, with its cache. */
async function builtGame() {
  const workspace = createMemoryWorkspace({ 'assets/day/colours.bin': new Uint8Array(32) });
  const planned = (await planRegister(workspace))._unsafeUnwrap();
  (await applyPlan(workspace, planned.value))._unsafeUnwrap();
  (await build(workspace, { cache: 'write' }))._unsafeUnwrap();
  return workspace;
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('docs/formats say the constants of the code', () => {
  it('of strict JSON and of version numbers', () => {
    for (const page of ['asset', 'registry']) {
      expect(read(`formats/${page}.md`)).toContain(`at most ${DEFAULT_BUDGETS.json.maxDepth} levels deep`);
    }
    for (const page of ['asset', 'registry', 'companions', 'journal']) {
      expect(read(`formats/${page}.md`)).toContain(`an integer from 1 to ${LARGEST_VERSION}, without`);
    }
  });

  it('of paths, and of keys that ask for something to be run', () => {
    const page = read('formats/asset.md');
    expect(page).toContain(`at most ${MAX_SEGMENT_BYTES} bytes a name and ${MAX_PATH_BYTES} from the workspace root`);
    const asked = ['run', 'main', 'name', 'type', 'inputs', 'scripted', ...SCRIPT_KEY_NAMES].filter(
      (key) => isScriptKey('', key) && isScriptKey('/output', key),
    );
    expect(asked).toEqual(SCRIPT_KEY_NAMES);
    const definition = readFileSync(new URL('../../src/artifacts/asset/script-keys.ts', import.meta.url), 'utf8');
    expect([...definition.matchAll(/^ {2}'([a-z]+)',$/gm)].map(([, key]) => key)).toEqual(SCRIPT_KEY_NAMES);
    for (const name of ['..', 'a\\b', 'a\u0001', '<', '>', ':', '"', '|', '?', '*', 'a.', 'a ', 'con']) {
      expect([name, parseWorkspacePath(`assets/day/${name}`).isOk()]).toEqual([name, false]);
    }
  });

  it('of the types, their banks and formats', () => {
    const sentences = Object.entries(ASSET_TYPES).map(([type, { bankType, formats }]) => [type, bankType, formats.join(' or ')]);
    const told = [...formatKeys.asset.type.matchAll(/`([a-z_]+)`(?: loads)? into ([A-Z]+)(?: and is|,) ([a-z ]+)[;.]/g)];
    expect(told.map(([, type, bank, formats]) => [type, bank, formats])).toEqual(sentences);
  });

  it('of the undo record', async () => {
    expect(control).toContain(`\`${UNDO_RECORD_PATH}\``);
    expect(control).toContain(`at most ${MAX_UNDO_BYTES} bytes`);
    const rows = rowsOfSchema(z.toJSONSchema(undoRecordSchema()), {}).map(([path = '']) => path.replaceAll('`', ''));
    expect(Object.keys(controlKeys.undo)).toEqual(rows);
    const written = (await builtGame()).files().get(UNDO_RECORD_PATH);
    expect(Object.keys(JSON.parse(textOf(written)) as object)).toEqual(rows.filter((path) => !path.includes('.')));
  });

  it('of the lock', () => {
    expect(control).toContain(`\`${LOCK_PATH}\``);
    expect(control).toContain(`at most ${MAX_LOCK_BYTES} bytes`);
    const line = textOf(formatLockOwner({ token: '0123456789abcdef', host: 'h', bootId: 'b', pid: 1, processStart: '1' }));
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(Object.keys(JSON.parse(line) as object)).toEqual(Object.keys(controlKeys.lock));
  });

  it('of tokens and staged names', () => {
    const lengths = Array.from({ length: 40 }, (_, index) => index).filter((length) => isStagingToken('a'.repeat(length)));
    expect([lengths[0], lengths.at(-1), lengths.length]).toEqual([8, 32, 25]);
    for (const meaning of [formatKeys.journal.token, controlKeys.lock.token])
      expect(meaning).toContain('8 to 32 lower-case hexadecimal digits');
    expect(stagedName('index.json', '0123456789abcdef')).toBe('.index.json.0123456789abcdef.prometeu.tmp');
    const long = stagedName('x'.repeat(MAX_SEGMENT_BYTES), '0123456789abcdef');
    expect([isStagedName(long), new TextEncoder().encode(long).length <= MAX_SEGMENT_BYTES]).toEqual([true, true]);
    expect(control).toContain(`at most ${MAX_SEGMENT_BYTES} bytes; of a longer name the end gives way to 16 hexadecimal digits`);
  });

  it('of what register keeps out of version control', async () => {
    const written = textOf((await builtGame()).files().get(GITIGNORE_PATH));
    expect(control).toContain(`\`\`\`text\n${written}\`\`\``);
  });

  it('of the cache: its keys in their order, and what the numbers of its kinds mean', async () => {
    const text = textOf((await builtGame()).files().get(CACHE_PATH));
    const rows = pageTable(control, '`cache` version 1');
    expect(rows.map(([key = '']) => key.replaceAll('`', ''))).toEqual(Object.keys(JSON.parse(text) as object));
    const kinds = rows.find(([key]) => key === '`file_kinds`')?.[1] ?? '';
    const names = { document: 'declaration or registry', raw: 'raw', png: 'PNG', wav: 'WAV' };
    expect(kinds).toContain(`${CACHE_KINDS.map((kind, index) => `${index} ${names[kind]}`).join(', ')}; ${UNSETTLED} more`);
    expect(kinds).toContain(`, ${UNSOUND} more where something was found`);
    expect(kinds).toContain(`, ${UNREAD} more where it has no digest`);
  });

  it('of policies and evidence: another key is a warning', () => {
    const bytes = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
    const policy = parsePolicy(bytes({ policy_version: 1, more: 1 }), 'policy.json')._unsafeUnwrap();
    const budgets = { max_file_bytes: 1, max_png_side: 1, max_png_inflated_bytes: 1 };
    const shards = [{ shard: 1, sound: { png: [], wav: [] } }];
    const evidence = parseEvidence(
      bytes({ evidence_version: 1, rules: 1, budgets, shard_count: 1, shards, more: 1 }),
      'e.json',
    )._unsafeUnwrap();
    for (const { diagnostics } of [policy, evidence]) {
      expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['STRUCTURE_UNKNOWN_KEY', 'warning']]);
    }
    for (const name of ['policy', 'evidence']) expect(read(`formats/${name}.md`)).toContain('a key that is not listed is a warning');
  });
});

describe('the tables of JSON Schemas', () => {
  it('have no words for a shape that they do not know', () => {
    expect(() => rowsOfSchema({ properties: { a: {} } }, {})).toThrow(/no words/);
    expect(() => rowsOfSchema({ properties: { a: { $ref: '#/definitions/b' } } }, {})).toThrow(/no definition/);
  });
});
