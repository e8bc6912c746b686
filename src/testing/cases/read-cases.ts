import { WORKSPACE_ROOT } from 'prometeu-packer';
import { at, utf8 } from '../contract-bench.js';
import { contractCase } from '../contract-case.js';
import type { PortContractCase } from '../port-contract-case.js';

const EVERY_BYTE = Uint8Array.from({ length: 512 }, (_, index) => index % 256);

/** A stretch of bytes without a short period, so that a piece in the wrong place shows. */
function patternOf(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) bytes[index] = index * 31 + (index >>> 8) * 17 + (index >>> 16);
  return bytes;
}

/** Cases of reading whole files. */
export const readCases: readonly PortContractCase[] = [
  contractCase('readFiles gives the very bytes that were written', async ({ put, readOne, check }) => {
    await put(at('all.bin'), EVERY_BYTE);
    check.sameBytes('all.bin', await readOne(at('all.bin')), EVERY_BYTE);
  }),

  contractCase('readFiles reads an empty file', async ({ put, readOne, check }) => {
    await put(at('empty'), '');
    check.sameBytes('empty', await readOne(at('empty'), 0), new Uint8Array());
  }),

  contractCase('readFiles reads a file of several mebibytes', async ({ put, readOne, check }) => {
    const bytes = patternOf(3 * 1024 * 1024 + 1);
    await put(at('large.bin'), bytes);
    check.sameBytes('large.bin', await readOne(at('large.bin')), bytes);
  }),

  contractCase('readFiles keeps to maxBytes exactly', async ({ put, readOne, check }) => {
    const path = at('ten');
    await put(path, '0123456789');
    check.sameBytes('maxBytes 10', await readOne(path, 10), utf8('0123456789'));
    check.fails(await readOne(path, 9), 'too-large', 'read', path);
    check.fails(await readOne(path, 0), 'too-large', 'read', path);
  }),

  contractCase('readFiles tells what is missing from what is no file', async ({ put, makeFolders, readOne, check }) => {
    await makeFolders(at('folder'));
    await put(at('file'), 'x');
    check.fails(await readOne(at('missing')), 'not-found', 'read', at('missing'));
    check.fails(await readOne(at('missing/below')), 'not-found', 'read', at('missing/below'));
    check.fails(await readOne(at('folder')), 'not-a-file', 'read', at('folder'));
    check.fails(await readOne(WORKSPACE_ROOT), 'not-a-file', 'read', WORKSPACE_ROOT);
    check.fails(await readOne(at('file/below')), 'not-a-folder', 'read', at('file/below'));
  }),

  contractCase('readFiles tells the stat of the file it read', async ({ put, read, check }) => {
    const path = at('five');
    await put(path, '12345');
    const done = await read.readFiles([{ path, maxBytes: 5 }], (_, file) => {
      const content = check.value('five', file);
      check.equal('kind and size', [content?.stat.kind, content?.stat.size], ['file', 5]);
      check.equal('modifiedMs is a number', Number.isFinite(content?.stat.modifiedMs), true);
    });
    check.value('readFiles', done);
  }),

  contractCase('readFiles gives plain bytes, of which slice makes a copy', async ({ put, read, check }) => {
    await put(at('a'), 'first');
    await put(at('b'), 'other');
    const kept: Uint8Array[] = [];
    for (const name of ['a', 'b']) {
      const done = await read.readFiles([{ path: at(name), maxBytes: 5 }], (_, file) => {
        if (file.isOk()) kept.push(file.value.bytes.slice());
      });
      check.value(name, done);
    }
    check.equal(
      'the copies',
      kept.map((bytes) => new TextDecoder().decode(bytes)),
      ['first', 'other'],
    );
  }),

  contractCase('readFiles reads what stands there now', async ({ put, readOne, write, check }) => {
    await put(at('file'), 'old');
    check.sameBytes('before', await readOne(at('file')), utf8('old'));
    await put(at('next'), 'new');
    check.value('rename', await write.rename(at('next'), at('file')));
    check.sameBytes('after', await readOne(at('file')), utf8('new'));
  }),

  contractCase(
    'readFiles tells a file that the host forbids to read',
    async ({ put, readOne, statOne, denyReading, check }) => {
      const path = at('secret');
      await put(path, 'x');
      await denyReading(path);
      check.fails(await readOne(path), 'denied', 'read', path);
      check.equal('stat', (await statOne(path)).map(({ kind }) => kind).unwrapOr('other'), 'file');
    },
    'denyReading',
  ),
];
