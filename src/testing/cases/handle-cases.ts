import { WORKSPACE_ROOT } from 'prometeu-packer';
import { at, utf8 } from '../contract-bench.js';
import { contractCase } from '../contract-case.js';
import type { PortContractCase } from '../port-contract-case.js';

const NO_POSITIONS: readonly number[] = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY];

/** Cases of files held open. */
export const handleCases: readonly PortContractCase[] = [
  contractCase('openFile reads pieces at any position', async ({ put, read, check }) => {
    await put(at('digits'), '0123456789');
    const handle = check.value('open', await read.openFile(at('digits')));
    if (handle === undefined) return;
    check.equal('stat', [handle.stat.kind, handle.stat.size], ['file', 10]);
    for (const [position, length, expected] of [
      [6, 3, '678'],
      [0, 2, '01'],
      [8, 5, '89'],
      [10, 5, ''],
      [99, 1, ''],
      [3, 0, ''],
    ] as const) {
      const into = new Uint8Array(length);
      let done = 0;
      for (let count = -1; count !== 0; done += count)
        count = check.value('read', await handle.read(into.subarray(done), position + done)) ?? 0;
      check.equal(`${length} bytes at ${position}`, new TextDecoder().decode(into.subarray(0, done)), expected);
    }
    for (const position of NO_POSITIONS) check.fails(await handle.read(new Uint8Array(1), position), 'unsupported', 'read', at('digits'));
    check.value('close', await handle.close());
    check.fails(await handle.read(new Uint8Array(1), 0), 'lost', 'read', at('digits'));
    check.value('close again', await handle.close());
  }),

  contractCase('openFile opens nothing but files', async ({ put, makeFolders, read, check }) => {
    await makeFolders(at('folder'));
    await put(at('file'), '');
    check.fails(await read.openFile(at('missing')), 'not-found', 'open', at('missing'));
    check.fails(await read.openFile(at('folder')), 'not-a-file', 'open', at('folder'));
    check.fails(await read.openFile(WORKSPACE_ROOT), 'not-a-file', 'open', WORKSPACE_ROOT);
    check.fails(await read.openFile(at('file/below')), 'not-a-folder', 'open', at('file/below'));
  }),

  contractCase('createFile makes a file only where nothing stands', async ({ put, makeFolders, write, readOne, check }) => {
    await makeFolders(at('folder'));
    await put(at('file'), 'kept');
    check.fails(await write.createFile(at('file')), 'exists', 'create', at('file'));
    check.fails(await write.createFile(at('folder')), 'exists', 'create', at('folder'));
    check.fails(await write.createFile(WORKSPACE_ROOT), 'exists', 'create', WORKSPACE_ROOT);
    check.fails(await write.createFile(at('missing/file')), 'not-found', 'create', at('missing/file'));
    check.fails(await write.createFile(at('file/below')), 'not-a-folder', 'create', at('file/below'));
    check.sameBytes('the file is kept', await readOne(at('file')), utf8('kept'));
  }),

  contractCase('a written file can be written anywhere, in any order', async ({ write, writeAll, readOne, check }) => {
    const handle = check.value('create', await write.createFile(at('file')));
    if (handle === undefined) return;
    await writeAll(handle, utf8('world'), 6);
    await writeAll(handle, utf8('hello'), 0);
    await writeAll(handle, utf8('W'), 6);
    check.equal('no bytes', check.value('write', await handle.write(new Uint8Array(), 0)), 0);
    for (const position of NO_POSITIONS) check.fails(await handle.write(utf8('x'), position), 'unsupported', 'write', at('file'));
    check.value('sync', await handle.sync());
    check.value('close', await handle.close());
    check.sameBytes('file', await readOne(at('file')), utf8('hello\0World'));
  }),

  contractCase('a closed file can be neither written nor synced', async ({ write, check }) => {
    const handle = check.value('create', await write.createFile(at('file')));
    if (handle === undefined) return;
    check.value('close', await handle.close());
    check.fails(await handle.write(utf8('x'), 0), 'lost', 'write', at('file'));
    check.fails(await handle.sync(), 'lost', 'sync', at('file'));
    check.value('close again', await handle.close());
  }),

  contractCase('the bytes given to write may be used again afterwards', async ({ write, readOne, check }) => {
    const handle = check.value('create', await write.createFile(at('file')));
    if (handle === undefined) return;
    const bytes = utf8('first');
    const written = check.value('write', await handle.write(bytes, 0)) ?? 0;
    bytes.fill(0);
    check.value('close', await handle.close());
    check.sameBytes('file', await readOne(at('file')), utf8('first').subarray(0, written));
  }),
];
