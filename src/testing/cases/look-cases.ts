import { WORKSPACE_ROOT } from 'prometeu-packer';
import { at } from '../contract-bench.js';
import { contractCase } from '../contract-case.js';
import type { PortContractCase } from '../port-contract-case.js';

const NOT_UTF8 = Uint8Array.of(0x62, 0x61, 0x64, 0xff, 0x2e, 0x70, 0x6e, 0x67); // bad\xff.png

/** Cases of asking what stands where. */
export const lookCases: readonly PortContractCase[] = [
  contractCase('statPaths tells files from folders, and their sizes', async ({ put, makeFolders, statOne, check }) => {
    await makeFolders(at('folder'));
    await put(at('folder/file'), '1234567');
    const folder = check.value('folder', await statOne(at('folder')));
    const file = check.value('file', await statOne(at('folder/file')));
    const root = check.value('root', await statOne(WORKSPACE_ROOT));
    check.equal('folder', [folder?.kind, folder?.size], ['folder', 0]);
    check.equal('file', [file?.kind, file?.size], ['file', 7]);
    check.equal('root', root?.kind, 'folder');
    check.equal('modifiedMs is a number', Number.isFinite(file?.modifiedMs), true);
  }),

  contractCase('statPaths tells what is missing', async ({ put, statOne, check }) => {
    await put(at('file'), '');
    check.fails(await statOne(at('missing')), 'not-found', 'stat', at('missing'));
    check.fails(await statOne(at('missing/below')), 'not-found', 'stat', at('missing/below'));
    check.fails(await statOne(at('file/below')), 'not-a-folder', 'stat', at('file/below'));
  }),

  contractCase('listFolders lists one level, with kinds', async ({ put, makeFolders, listOne, check }) => {
    await makeFolders(at('a'), at('a/b'), at('empty'));
    await put(at('a/.hidden'), '');
    await put(at('a/b/deep'), '');
    check.equal('root', check.value('root', await listOne(WORKSPACE_ROOT)), ['a:folder', 'empty:folder']);
    check.equal('a', check.value('a', await listOne(at('a'))), ['.hidden:file', 'b:folder']);
    check.equal('empty', check.value('empty', await listOne(at('empty'))), []);
  }),

  contractCase('listFolders tells what is missing from what is no folder', async ({ put, listOne, check }) => {
    await put(at('file'), '');
    check.fails(await listOne(at('missing')), 'not-found', 'list', at('missing'));
    check.fails(await listOne(at('file')), 'not-a-folder', 'list', at('file'));
    check.fails(await listOne(at('file/below')), 'not-a-folder', 'list', at('file/below'));
  }),

  contractCase('listFolders gives names as they were made', async ({ put, listOne, readOne, check }) => {
    const names = ['UPPER.TXT', 'with space', 'dots.in.name', 'percent%20', '日本語', '😀', 'ünï'.normalize('NFC')];
    for (const name of names) await put(at(name), name);
    check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), names.map((name) => `${name}:file`).sort());
    for (const name of names) check.sameBytes(name, await readOne(at(name)), new TextEncoder().encode(name));
  }),

  contractCase('listFolders lists hundreds of names', async ({ makeFolders, listOne, check }) => {
    const names = Array.from({ length: 300 }, (_, index) => `folder-${index}`);
    await makeFolders(...names.map(at));
    check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), names.map((name) => `${name}:folder`).sort());
  }),

  contractCase(
    'listFolders shows a name that is no UTF-8 with U+FFFD',
    async ({ plantRawName, listOne, check }) => {
      await plantRawName(NOT_UTF8);
      check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), ['bad\ufffd.png:file']);
    },
    'plantRawName',
  ),

  contractCase('caseSensitive says whether names differ by case alone', async ({ read, write, put, statOne, check }) => {
    await put(at('Name'), 'x');
    const other = await statOne(at('nAME'));
    if (read.caseSensitive) check.fails(other, 'not-found', 'stat', at('nAME'));
    else check.value('another spelling', other);
    const created = await write.createFile(at('NAME'));
    check.equal('another spelling is another file', created.isOk(), read.caseSensitive);
    if (created.isOk()) check.value('close', await created.value.close());
  }),

  contractCase(
    'what is neither file nor folder is named, and never opened',
    async ({ plantSpecial, read, readOne, statOne, listOne, check }) => {
      const path = at('special');
      await plantSpecial(path);
      check.equal('stat', check.value('stat', await statOne(path))?.kind, 'other');
      check.equal('list', check.value('list', await listOne(WORKSPACE_ROOT)), ['special:other']);
      check.fails(await readOne(path), 'not-a-file', 'read', path);
      check.fails(await read.openFile(path), 'not-a-file', 'open', path);
      check.fails(await listOne(path), 'not-a-folder', 'list', path);
      check.fails(await statOne(at('special/below')), 'not-a-folder', 'stat', at('special/below'));
    },
    'plantSpecial',
  ),
];
