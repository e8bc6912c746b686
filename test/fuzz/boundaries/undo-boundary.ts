import { createTextEdit } from '../../../src/plans/create-text-edit.js';
import { makePlan } from '../../../src/plans/make-plan.js';
import { nodeCompute } from '../../../src/node/node-compute.js';
import { createUndoRecord, serializeUndoRecord, type UndoRecord, undoChecksum } from '../../../src/plans/stage/undo-record.js';
import { parseUndoRecord, type RecordedUndo } from '../../../src/plans/undo/parse-undo-record.js';
import { isPortablePath } from '../../paths/portable-oracle.js';
import { type Boundary, holds } from '../boundary.js';
import { decode, encode } from '../seeds.js';

function recordOf(change: Pick<Parameters<typeof makePlan>[0], 'edits'>): Uint8Array {
  const preconditions = { projectUuid: null, files: [], heads: [], folders: [] };
  const plan = makePlan({ kind: 'mutate', identityChanges: [], preconditions, ...change });
  return encode(serializeUndoRecord(createUndoRecord(plan, nodeCompute) as UndoRecord, nodeCompute));
}

const texts = [
  createTextEdit('assets/hero/asset.json', '{"é😀": 1}\r\n', '{}'),
  createTextEdit('assets/old/asset.json', 'x', null),
  createTextEdit('assets/.prometeu/index.json', null, '{}'),
];

/** The record that an undo goes by. */
export const undoBoundary: Boundary = {
  name: 'undo-record',
  extension: 'json',
  words: [
    '"assets/a/asset.json"',
    '"build/assets.pa"',
    '"../x"',
    '"assets/.prometeu/lock"',
    '"gIA="',
    '"e30"',
    '"e30="',
    '"e31="',
    '"/w=="',
    'null',
  ],
  seeds: () => [
    recordOf({ edits: texts }),
    recordOf({ edits: texts.slice(0, 1) }),
    recordOf({ edits: [{ kind: 'move-folder', path: 'assets/there', from: 'assets/here' }] }),
    recordOf({ edits: [...texts, { kind: 'move-folder', path: 'assets/there', from: 'assets/here' }] }),
  ],
  repair: (bytes) => {
    const record: UndoRecord & { checksum?: string } = JSON.parse(decode(bytes)) as UndoRecord;
    delete record.checksum;
    return encode(JSON.stringify({ ...record, checksum: undoChecksum(record, nodeCompute) }));
  },
  run: (bytes) =>
    parseUndoRecord(bytes, nodeCompute).match<ReturnType<Boundary['run']>>(
      (value) => ({ value, diagnostics: [] }),
      (diagnostics) => ({ value: null, diagnostics }),
    ),
  check: ({ value }, bytes) => {
    if (value === null) return;
    const { files, moves } = value as RecordedUndo;
    const written = JSON.parse(decode(bytes)) as UndoRecord;
    for (const [index, { path, text }] of files.entries()) {
      const isTarget = path.startsWith('assets/') && /\/(asset\.json|\.prometeu\/(index\.json|\.gitignore))$/.test(path);
      holds(isPortablePath(path) && isTarget, 'an undo names declarations and the registry alone', path);
      const before = written.files[index]?.before ?? null;
      holds(text === (before === null ? null : Buffer.from(before, 'base64').toString('utf8')), 'a text is that of the record', text);
      holds(before === null || Buffer.from(before, 'base64').toString('base64') === before, 'base64 is canonical', before);
    }
    for (const { from, to } of moves) {
      holds(
        [from, to].every((path) => isPortablePath(path) && path.startsWith('assets/')),
        'an undo moves folders of assets alone',
        from,
        to,
      );
    }
  },
};
