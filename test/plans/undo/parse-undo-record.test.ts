import { describe, expect, it } from 'vitest';
import { createTextEdit } from '../../../src/plans/create-text-edit.js';
import { makePlan } from '../../../src/plans/make-plan.js';
import { createUndoRecord, serializeUndoRecord, type UndoRecord } from '../../../src/plans/stage/undo-record.js';
import { parseUndoRecord } from '../../../src/plans/undo/parse-undo-record.js';
import { codesOf, compute, sha256, valueOf } from '../bench.js';

const DECLARATION = 'assets/hero/asset.json';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const MOVE = { kind: 'move-folder', path: 'assets/there', from: 'assets/here' } as const;
const plan = makePlan({
  kind: 'mutate',
  edits: [createTextEdit(DECLARATION, '{"é😀": 1}\r\n', '{}'), createTextEdit('assets/old/asset.json', 'x', null), MOVE],
  identityChanges: [],
  preconditions: { projectUuid: null, files: [], heads: [], folders: [] },
});
const record = createUndoRecord(plan, compute) as UndoRecord;
const parse = (text: string) => parseUndoRecord(new TextEncoder().encode(text), compute);
const parseRecord = (changed: unknown) => parse(serializeUndoRecord(changed as UndoRecord, compute));
const faultOf = (result: ReturnType<typeof parse>): unknown => {
  const [first] = result._unsafeUnwrapErr();
  return first.code === 'UNDO_DAMAGED' ? [first.data, first.location] : first.code;
};
const damage = (fault: string, pointer: string) => [
  { path: 'assets/.prometeu/undo/last.json', fault, pointer },
  { kind: 'file', file: 'assets/.prometeu/undo/last.json' },
];
const withMove = (change: object) => ({ ...record, moves: [{ ...record.moves[0], ...change }] });
const withFile = (change: object) => ({ ...record, files: [{ ...record.files[0], ...change }] });

describe('parseUndoRecord', () => {
  it('reads back what was written', () => {
    expect(valueOf(parseRecord(record))).toEqual({
      planDigest: plan.digest,
      planKind: 'mutate',
      files: [
        { path: DECLARATION, text: '{"é😀": 1}\r\n', afterSha256: sha256('{}') },
        { path: 'assets/old/asset.json', text: 'x', afterSha256: null },
      ],
      moves: [{ from: 'assets/here', to: 'assets/there' }],
    });
  });

  it('takes the registry back too', () => {
    const registry = 'assets/.prometeu/index.json';
    expect(valueOf(parseRecord(withFile({ path: registry }))).files[0]?.path).toBe(registry);
  });

  it('writes the keys in the order of the record, checksum last', () => {
    const text = serializeUndoRecord(record, compute);
    const keys = [...text.matchAll(/"([a-z0-9_]+)":/g)].map(([, key]) => key);
    const file = ['path', 'before', 'after_sha256'];
    expect(keys).toEqual(['schema_version', 'plan_digest', 'plan_kind', 'files', ...file, ...file, 'moves', 'from', 'to', 'checksum']);
  });

  it('reads nothing else from a record in which a bit has changed', () => {
    const bytes = new TextEncoder().encode(serializeUndoRecord(record, compute));
    const whole = JSON.stringify(valueOf(parseUndoRecord(bytes, compute)));
    let refused = 0;
    for (let bit = 0; bit < bytes.length * 8; bit += 3) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const read = parseUndoRecord(flipped, compute);
      if (read.isErr()) refused += 1;
      else expect(JSON.stringify(read.value)).toBe(whole); // white space
    }
    expect(refused).toBeGreaterThan(bytes.length * 2);
  });

  it.each<[string, string, unknown]>([
    ['nothing', '', damage('json', '')],
    ['a torn text', serializeUndoRecord(record, compute).slice(0, 100), damage('json', '')],
    ['another value', '[]', damage('json', '')],
    ['no version', '{}', damage('version', '')],
    ['version 0', '{"schema_version": 0}', damage('version', '/schema_version')],
    ['a version that is no integer', '{"schema_version": 1.0}', damage('version', '/schema_version')],
    ['a version of old', '{"schema_version": "1"}', damage('version', '/schema_version')],
    ['a newer version that is no integer', '{"schema_version": 2.5}', damage('version', '/schema_version')],
    ['a version below 0', '{"schema_version": -2}', damage('version', '/schema_version')],
    ['a version that no number holds', '{"schema_version": 20000000000000}', damage('version', '/schema_version')],
  ])('refuses %s', (_, text, expected) => {
    expect(faultOf(parse(text))).toEqual(expected);
  });

  it('tells a record of a newer release, whatever else it holds', () => {
    for (const version of [2, 10, 1234567890]) {
      expect(parse(`{"schema_version": ${version}, "files": 7}`)._unsafeUnwrapErr()).toMatchObject([
        { code: 'UNDO_TOO_NEW', artifact: 'workspace', data: { version, current: 1 } },
      ]);
    }
  });

  it.each<[string, unknown, unknown]>([
    ['an unknown key', { ...record, more: 1 }, damage('structure', '')],
    ['nothing that was changed', { ...record, files: [], moves: [] }, damage('structure', '/files')],
    ['no moves', { ...record, moves: undefined }, damage('structure', '/moves')],
    ['a move out of the assets', withMove({ to: 'build/x' }), damage('target', '/moves/0')],
    ['a move of the control folder', withMove({ from: 'assets/.prometeu' }), damage('target', '/moves/0')],
    ['a move that leads out', withMove({ to: '../x' }), damage('target', '/moves/0')],
    ['a move to where it stands', withMove({ to: 'assets/here' }), damage('target', '/moves/0')],
    ['a move over a file that changes', withMove({ to: 'assets/hero' }), damage('target', '/files/0')],
    ['a digest that is none', { ...record, plan_digest: 'x' }, damage('structure', '/plan_digest')],
    ['a file without a path', withFile({ path: undefined }), damage('structure', '/files/0/path')],
    ['a path that leads out', withFile({ path: '../asset.json' }), damage('target', '/files/0')],
    ['a source file', withFile({ path: 'assets/hero/hero.png' }), damage('target', '/files/0')],
    ['a build output', withFile({ path: 'build/preload.json' }), damage('target', '/files/0')],
    ['itself', withFile({ path: 'assets/.prometeu/undo/last.json' }), damage('target', '/files/0')],
    ['a file twice', { ...record, files: [record.files[0], record.files[0]] }, damage('target', '/files/1')],
    ['bytes that are no base64', withFile({ before: 'x' }), damage('content', '/files/0')],
    ['base64 with spare bits', withFile({ before: 'eB==' }), damage('content', '/files/0')],
    ['base64 in two lines', withFile({ before: 'eHh4\neHh4' }), damage('content', '/files/0')],
    ['bytes that are no UTF-8', withFile({ before: '/w==' }), damage('content', '/files/0')],
    ['a file that did not change', withFile({ before: base64('{}') }), damage('content', '/files/0')],
    ['a file that never was', withFile({ before: null, after_sha256: null }), damage('content', '/files/0')],
  ])('refuses %s', (_, changed, expected) => {
    expect(faultOf(parseRecord(changed))).toEqual(expected);
  });

  it('refuses a checksum that is not its own', () => {
    const text = serializeUndoRecord(record, compute).replace(base64('x'), base64('y'));
    expect(faultOf(parse(text))).toEqual(damage('checksum', '/checksum'));
    expect(codesOf(parse(text))).toEqual(['UNDO_DAMAGED']);
  });

  it('reads a string of many megabytes', () => {
    const long = `"${'é'.repeat(700_000)}"`;
    const large = { ...record, files: [{ ...record.files[0], before: base64(long) }] };
    expect(valueOf(parseRecord(large)).files[0]?.text?.length).toBe(long.length);
  });
});
