import { WORKSPACE_ROOT } from 'prometeu-packer';
import { at, utf8, type ContractBench } from '../contract-bench.js';
import { contractCase } from '../contract-case.js';
import type { PortContractCase, PortContractHarness } from '../port-contract-case.js';

type LinkBench = ContractBench & Required<Pick<PortContractHarness, 'plantSymlink'>>;

/** A folder with a file, and links to both. */
async function layOut({ makeFolders, put, plantSymlink }: LinkBench): Promise<void> {
  await makeFolders(at('folder'));
  await put(at('folder/file'), 'kept');
  await plantSymlink('to-file', 'folder/file');
  await plantSymlink('to-folder', 'folder');
}

/** Cases of symlinks, which no port follows, wherever they lead. */
export const symlinkCases: readonly PortContractCase[] = [
  contractCase(
    'a symlink is told as one',
    async (bench) => {
      const { plantSymlink, statOne, listOne, check } = bench;
      await layOut(bench);
      await plantSymlink('dangling', 'missing');
      await plantSymlink('loop', 'loop');
      for (const name of ['to-file', 'to-folder', 'dangling', 'loop']) {
        check.equal(name, check.value(name, await statOne(at(name)))?.kind, 'symlink');
      }
      check.equal('list', check.value('root', await listOne(WORKSPACE_ROOT)), [
        'dangling:symlink',
        'folder:folder',
        'loop:symlink',
        'to-file:symlink',
        'to-folder:symlink',
      ]);
    },
    'plantSymlink',
  ),

  contractCase(
    'reading refuses a symlink at the path',
    async (bench) => {
      const { plantSymlink, read, readOne, listOne, check } = bench;
      await layOut(bench);
      await plantSymlink('dangling', 'missing');
      await plantSymlink('loop', 'loop');
      for (const path of ['to-file', 'to-folder', 'dangling', 'loop'].map(at)) {
        check.fails(await readOne(path), 'symlink', 'read', path);
        check.fails(await read.openFile(path), 'symlink', 'open', path);
        check.fails(await listOne(path), 'symlink', 'list', path);
      }
    },
    'plantSymlink',
  ),

  contractCase(
    'reading refuses a symlink above the path',
    async (bench) => {
      const { read, readOne, statOne, listOne, check } = bench;
      await layOut(bench);
      const path = at('to-folder/file');
      check.fails(await readOne(path), 'symlink', 'read', at('to-folder'));
      check.fails(await statOne(path), 'symlink', 'stat', at('to-folder'));
      check.fails(await listOne(path), 'symlink', 'list', at('to-folder'));
      check.fails(await read.openFile(path), 'symlink', 'open', at('to-folder'));
      check.fails(await readOne(at('to-folder/missing/deep')), 'symlink', 'read', at('to-folder'));
    },
    'plantSymlink',
  ),

  contractCase(
    'writing refuses a symlink above the path and changes nothing',
    async (bench) => {
      const { makeFolders, put, write, readOne, listOne, check } = bench;
      await layOut(bench);
      await makeFolders(at('folder/inner'));
      await put(at('own'), 'own');
      const link = at('to-folder');
      check.fails(await write.createFile(at('to-folder/new')), 'symlink', 'create', link);
      check.fails(await write.makeFolder(at('to-folder/new')), 'symlink', 'make-folder', link);
      check.fails(await write.rename(at('own'), at('to-folder/new')), 'symlink', 'rename', link);
      check.fails(await write.rename(at('own'), at('to-folder/file')), 'symlink', 'rename', link);
      check.fails(await write.rename(at('to-folder/file'), at('new')), 'symlink', 'rename', link);
      check.fails(await write.remove(at('to-folder/file')), 'symlink', 'remove', link);
      check.fails(await write.remove(at('to-folder/inner')), 'symlink', 'remove', link);
      check.fails(await write.syncFolder(at('to-folder/inner')), 'symlink', 'sync-folder', link);
      check.fails(await write.lock(at('to-folder/lock')), 'symlink', 'lock', link);
      check.equal('folder', check.value('list', await listOne(at('folder'))), ['file:file', 'inner:folder']);
      check.sameBytes('file', await readOne(at('folder/file')), utf8('kept'));
      check.sameBytes('own', await readOne(at('own')), utf8('own'));
    },
    'plantSymlink',
  ),

  contractCase(
    'writing refuses a symlink at the path, and removes it alone',
    async (bench) => {
      const { plantSymlink, put, write, readOne, listOne, check } = bench;
      await layOut(bench);
      await plantSymlink('dangling', 'missing');
      await put(at('own'), 'own');
      for (const link of ['to-file', 'to-folder', 'dangling'].map(at)) {
        check.fails(await write.createFile(link), 'exists', 'create', link);
        check.fails(await write.makeFolder(link), 'exists', 'make-folder', link);
        check.fails(await write.rename(at('own'), link), 'symlink', 'rename', link);
        check.fails(await write.rename(link, at('new')), 'symlink', 'rename', link);
        check.fails(await write.syncFolder(link), 'symlink', 'sync-folder', link);
        check.fails(await write.lock(link), 'symlink', 'lock', link);
        check.value(`remove ${link}`, await write.remove(link));
      }
      check.equal('names', check.value('list', await listOne(WORKSPACE_ROOT)), ['folder:folder', 'own:file']);
      check.sameBytes('file', await readOne(at('folder/file')), utf8('kept'));
    },
    'plantSymlink',
  ),
];
