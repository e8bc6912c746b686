import { WORKSPACE_ROOT } from 'prometeu-packer';
import { at, utf8 } from '../contract-bench.js';
import { contractCase } from '../contract-case.js';
import type { PortContractCase } from '../port-contract-case.js';

/** Cases of making, renaming, removing and syncing entries. */
export const entryCases: readonly PortContractCase[] = [
  contractCase('makeFolder makes one folder where nothing stands', async ({ put, makeFolders, write, check }) => {
    await makeFolders(at('folder'), at('folder/inner'));
    await put(at('file'), '');
    check.fails(await write.makeFolder(at('folder')), 'exists', 'make-folder', at('folder'));
    check.fails(await write.makeFolder(at('file')), 'exists', 'make-folder', at('file'));
    check.fails(await write.makeFolder(WORKSPACE_ROOT), 'exists', 'make-folder', WORKSPACE_ROOT);
    check.fails(await write.makeFolder(at('missing/folder')), 'not-found', 'make-folder', at('missing/folder'));
    check.fails(await write.makeFolder(at('file/below')), 'not-a-folder', 'make-folder', at('file/below'));
  }),

  contractCase('rename moves a file to a free name, or over a file', async ({ put, makeFolders, write, readOne, listOne, check }) => {
    await makeFolders(at('folder'));
    await put(at('a'), 'a');
    await put(at('b'), 'b');
    check.value('to a free name', await write.rename(at('a'), at('folder/c')));
    check.sameBytes('moved', await readOne(at('folder/c')), utf8('a'));
    check.value('over a file', await write.rename(at('folder/c'), at('b')));
    check.sameBytes('replaced', await readOne(at('b')), utf8('a'));
    check.value('to itself', await write.rename(at('b'), at('b')));
    check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), ['b:file', 'folder:folder']);
  }),

  contractCase('rename moves a folder with all it holds', async ({ put, makeFolders, write, readOne, statOne, check }) => {
    await makeFolders(at('old'), at('old/inner'), at('new'));
    await put(at('old/inner/file'), 'x');
    check.value('rename', await write.rename(at('old'), at('new/name')));
    check.sameBytes('moved', await readOne(at('new/name/inner/file')), utf8('x'));
    check.fails(await statOne(at('old')), 'not-found', 'stat', at('old'));
  }),

  contractCase('rename changes the case of a name', async ({ put, makeFolders, write, listOne, check }) => {
    await put(at('file'), 'x');
    await makeFolders(at('folder'));
    check.value('file', await write.rename(at('file'), at('FILE')));
    check.value('folder', await write.rename(at('folder'), at('Folder')));
    check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), ['FILE:file', 'Folder:folder']);
  }),

  contractCase('rename refuses every other target and changes nothing', async ({ put, makeFolders, write, readOne, listOne, check }) => {
    await makeFolders(at('folder'), at('empty'));
    await put(at('file'), 'kept');
    await put(at('folder/inner'), '');
    const refuse = async (from: string, to: string, kind: 'not-found' | 'not-a-file' | 'not-a-folder' | 'exists' | 'unsupported') => {
      check.fails(await write.rename(at(from), at(to)), kind, 'rename', at(from), at(to));
    };
    await refuse('missing', 'new', 'not-found');
    await refuse('missing/below', 'new', 'not-found');
    await refuse('file/below', 'new', 'not-a-folder');
    await refuse('file', 'missing/new', 'not-found');
    await refuse('file', 'file/below', 'not-a-folder');
    await refuse('file', 'empty', 'not-a-file');
    await refuse('folder', 'file', 'exists');
    await refuse('folder', 'empty', 'exists');
    await refuse('folder', 'folder/below', 'unsupported');
    check.fails(await write.rename(WORKSPACE_ROOT, at('new')), 'unsupported', 'rename', WORKSPACE_ROOT);
    check.fails(await write.rename(at('file'), WORKSPACE_ROOT), 'not-a-file', 'rename', WORKSPACE_ROOT);
    check.fails(await write.rename(at('empty'), WORKSPACE_ROOT), 'exists', 'rename', WORKSPACE_ROOT);
    check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), ['empty:folder', 'file:file', 'folder:folder']);
    check.equal('folder', check.value('folder', await listOne(at('folder'))), ['inner:file']);
    check.sameBytes('file', await readOne(at('file')), utf8('kept'));
  }),

  contractCase('remove removes a file or an empty folder', async ({ put, makeFolders, write, listOne, check }) => {
    await makeFolders(at('full'), at('empty'));
    await put(at('full/file'), '');
    await put(at('file'), '');
    check.value('file', await write.remove(at('file')));
    check.value('empty', await write.remove(at('empty')));
    check.fails(await write.remove(at('full')), 'folder-not-empty', 'remove', at('full'));
    check.fails(await write.remove(at('file')), 'not-found', 'remove', at('file'));
    check.fails(await write.remove(at('full/file/below')), 'not-a-folder', 'remove', at('full/file/below'));
    check.equal('names', check.value('root', await listOne(WORKSPACE_ROOT)), ['full:folder']);
    check.equal('full', check.value('full', await listOne(at('full'))), ['file:file']);
  }),

  contractCase('remove never removes the root', async ({ write, statOne, check }) => {
    check.fails(await write.remove(WORKSPACE_ROOT), 'unsupported', 'remove', WORKSPACE_ROOT);
    check.value('root', await statOne(WORKSPACE_ROOT));
  }),

  contractCase('syncFolder takes folders only', async ({ put, makeFolders, write, check }) => {
    await makeFolders(at('folder'));
    await put(at('file'), '');
    check.value('root', await write.syncFolder(WORKSPACE_ROOT));
    check.value('folder', await write.syncFolder(at('folder')));
    check.fails(await write.syncFolder(at('missing')), 'not-found', 'sync-folder', at('missing'));
    check.fails(await write.syncFolder(at('file')), 'not-a-folder', 'sync-folder', at('file'));
  }),

  contractCase(
    'what is neither file nor folder is neither moved, replaced nor removed',
    async ({ plantSpecial, put, write, statOne, check }) => {
      const special = at('special');
      await plantSpecial(special);
      await put(at('file'), '');
      check.fails(await write.rename(special, at('new')), 'not-a-file', 'rename', special);
      check.fails(await write.rename(at('file'), special), 'not-a-file', 'rename', special);
      check.fails(await write.remove(special), 'not-a-file', 'remove', special);
      check.fails(await write.createFile(special), 'exists', 'create', special);
      check.fails(await write.syncFolder(special), 'not-a-folder', 'sync-folder', special);
      check.fails(await write.lock(special), 'not-a-file', 'lock', special);
      check.equal('it still stands', check.value('stat', await statOne(special))?.kind, 'other');
    },
    'plantSpecial',
  ),
];
