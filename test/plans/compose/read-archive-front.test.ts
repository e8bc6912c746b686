import { expect, it } from 'vitest';
import { JSON_BUDGETS } from '../../../src/codec/json/read-json.js';
import { readArchiveFront, readArchiveStart } from '../../../src/plans/compose/read-archive-front.js';
import { apply, benchWith, buildPlan, path, recipeOf, REGISTRY, rewire, valueOf } from '../bench.js';

const FILE = path('build/assets.pa');

const built = await (async () => {
  const { workspace } = benchWith({ [REGISTRY]: '{}', 'assets/one/a': 'content' });
  valueOf(await apply(workspace, await buildPlan(workspace, recipeOf(workspace, { one: ['a'] }))));
  return workspace.files().get(FILE) ?? new Uint8Array();
})();
const frontLength = built.length - 'content'.length;

/** Opens an archive of such bytes; the `failAt`-th read of it fails, counted from 0. */
async function open(bytes: Uint8Array, failAt = Number.POSITIVE_INFINITY) {
  const { workspace, board } = benchWith({ [FILE]: bytes });
  const handle = valueOf(await workspace.read.openFile(FILE));
  rewire(board, (_, __, call) => (call === failAt ? 'io' : undefined));
  return { handle, board };
}
const patched = (offset: number, value: number): Uint8Array => built.map((byte, at) => (at === offset ? value : byte));

it('reads what stands before the payload, and what it says', async () => {
  const { handle, board } = await open(built);
  const { value, diagnostics } = valueOf(valueOf(await readArchiveFront(handle, FILE)));
  expect(value.bytes).toEqual(built.subarray(0, frontLength));
  expect(value.front.header.asset_table).toMatchObject([{ asset_id: 1, offset: 0, size: 7 }]);
  expect(value.front.prelude).toMatchObject({ payloadOffset: frontLength, payloadLength: 7 });
  expect(diagnostics).toEqual([]);
  expect(board.calls).toHaveLength(2);
  const start = valueOf(valueOf(await readArchiveStart((await open(built)).handle, FILE, JSON_BUDGETS.maxBytes)));
  expect(start).toEqual({ value: { bytes: value.bytes, prelude: value.front.prelude }, diagnostics: [] });
});

it.each([0, 1])('answers the error of the port: read %i', async (failAt) => {
  const { handle } = await open(built, failAt);
  expect((await readArchiveFront(handle, FILE))._unsafeUnwrapErr()).toMatchObject({ kind: 'io', operation: 'read', path: FILE });
});

it.each<[string, Uint8Array, string]>([
  ['too short', built.subarray(0, 9), 'ARCHIVE_TOO_SHORT'],
  ['cut off', built.subarray(0, frontLength), 'ARCHIVE_TRUNCATED'],
  ['of another envelope', patched(4, 2), 'ARCHIVE_ENVELOPE_UNSUPPORTED'],
  ['not padded with zeros', patched(frontLength - 1, 1), 'ARCHIVE_PADDING_NOT_ZERO'],
  ['of another header than its checksum says', patched(32, 0x20), 'ARCHIVE_HEADER_CHECKSUM'],
])('answers what is wrong with one that is %s', async (_, bytes, code) => {
  const { handle } = await open(bytes);
  const outcome = valueOf(await readArchiveFront(handle, FILE));
  expect(outcome._unsafeUnwrapErr()).toMatchObject([{ code, artifact: 'archive', location: { file: FILE } }]);
});

it('holds a header to the budget before it reads it', async () => {
  const { handle, board } = await open(built);
  const outcome = valueOf(await readArchiveFront(handle, FILE, { ...JSON_BUDGETS, maxBytes: 9 }));
  expect(outcome._unsafeUnwrapErr()).toMatchObject([{ code: 'ARCHIVE_HEADER_TOO_LARGE', data: { limit: 9 } }]);
  expect(board.calls).toHaveLength(1);
});

it('tells of a minor envelope that is not known, and reads on', async () => {
  const { handle } = await open(patched(6, 3));
  const { value, diagnostics } = valueOf(valueOf(await readArchiveFront(handle, FILE)));
  expect(diagnostics).toMatchObject([{ code: 'ARCHIVE_ENVELOPE_MINOR_UNKNOWN', data: { found: { major: 1, minor: 3 } } }]);
  expect(value.front.header.asset_table).toHaveLength(1);
});

it('reads no more than it needs, of a short file and of a long one', async () => {
  const asked = async (bytes: Uint8Array): Promise<readonly number[]> => {
    const { handle } = await open(bytes);
    const lengths: number[] = [];
    const read: typeof handle.read = (into, position) => {
      lengths.push(into.length);
      return handle.read(into, position);
    };
    expect((await readArchiveStart({ ...handle, read }, FILE, JSON_BUDGETS.maxBytes)).isOk()).toBe(true);
    return lengths;
  };
  expect(await asked(built)).toEqual([32, frontLength]);
  expect(await asked(built.subarray(0, 9))).toEqual([9]);
  expect(await asked(new Uint8Array())).toEqual([]);
});
