import { findListAndRead, type ListedFolder, type PortResult, type WorkspacePath } from 'prometeu-packer';
import { at, utf8, type ContractBench } from '../contract-bench.js';
import { contractCase } from '../contract-case.js';
import type { PortContractCase } from '../port-contract-case.js';

interface Found {
  readonly names: readonly string[];
  readonly bytes: Uint8Array | null;
}

type List = (path: WorkspacePath, name: string, maxBytes?: number) => Promise<PortResult<Found> | null>;

/** Lists one folder and reads one file in it; null where the port does not do both at once. */
function listing({ read, check }: ContractBench): List {
  return async (path, name, maxBytes = 1000) => {
    let kept: PortResult<Found> | null = null;
    const keep = ({ entries, content }: ListedFolder): Found => ({
      names: entries.map((entry) => `${entry.name}:${entry.kind}`).sort(),
      bytes: content === null ? null : Uint8Array.from(content.bytes),
    });
    const ran = await findListAndRead(read)?.run([path], { name, maxBytes }, (_, answer) => {
      kept = answer.map(keep);
    });
    if (ran !== undefined) check.value('listAndRead', ran);
    return kept;
  };
}

/** Cases of listing and reading at once, for ports that do it: what is given is what each call gives by itself. */
export const listAndReadCases: readonly PortContractCase[] = [
  contractCase('listAndRead lists what listFolders lists', async (bench) => {
    const { put, makeFolders, listOne, check } = bench;
    const list = listing(bench);
    await makeFolders(at('folder'), at('folder/below'));
    await put(at('folder/file'), 'x');
    const found = await list(at('folder'), 'file');
    if (found === null) return;
    check.equal('names', found.map(({ names }) => names).unwrapOr([]), (await listOne(at('folder'))).unwrapOr([]));
    for (const [path, kind] of [
      ['folder/file', 'not-a-folder'],
      ['missing', 'not-found'],
    ] as const) {
      const refused = await list(at(path), 'file');
      if (refused !== null) check.fails(refused, kind, 'list', at(path));
    }
  }),

  contractCase('listAndRead gives the very bytes of the file, or none', async (bench) => {
    const { put, makeFolders, check } = bench;
    const list = listing(bench);
    await makeFolders(at('folder'), at('folder/below'));
    await put(at('folder/file'), 'bytes');
    const isGiven = async (name: string, maxBytes?: number): Promise<boolean> => {
      const found = await list(at('folder'), name, maxBytes);
      const bytes = found?.map((folder) => folder.bytes).unwrapOr(null) ?? null;
      if (bytes !== null) check.equal(`the bytes of ${name}`, [...bytes], [...utf8('bytes')]);
      return bytes !== null;
    };
    await isGiven('file');
    await isGiven('file', 5);
    check.equal('a file over maxBytes', await isGiven('file', 4), false);
    check.equal('a folder', await isGiven('below'), false);
    check.equal('what is missing', await isGiven('other'), false);
  }),

  contractCase('listAndRead gives what stands there now', async (bench) => {
    const { put, write, makeFolders, check } = bench;
    const list = listing(bench);
    await makeFolders(at('folder'));
    await put(at('folder/file'), 'old');
    const before = await list(at('folder'), 'file');
    check.equal('before', before?.isOk() ?? true, true);
    await put(at('folder/next'), 'new');
    check.value('rename', await write.rename(at('folder/next'), at('folder/file')));
    const bytes = (await list(at('folder'), 'file'))?.map((found) => found.bytes).unwrapOr(null) ?? null;
    if (bytes !== null) check.equal('the bytes', [...bytes], [...utf8('new')]);
  }),

  contractCase(
    'listAndRead reads through no symlink, and no pipe',
    async (bench) => {
      const { put, makeFolders, plantSymlink, plantSpecial, check } = bench;
      const list = listing(bench);
      await makeFolders(at('folder'), at('other'));
      await put(at('other/file'), 'x');
      await plantSymlink('folder/file', '../other/file');
      await plantSymlink('link', 'other');
      await plantSpecial('folder/pipe');
      for (const name of ['file', 'pipe']) {
        const found = await list(at('folder'), name);
        check.equal(name, found?.map(({ bytes }) => bytes === null).unwrapOr(false) ?? true, true);
      }
      const through = await list(at('link'), 'file');
      if (through !== null) check.fails(through, 'symlink', 'list', at('link'));
    },
    'plantSymlink',
    'plantSpecial',
  ),

  contractCase(
    'listAndRead tells a folder of which it may not read the file',
    async (bench) => {
      const { put, makeFolders, denyReading, check } = bench;
      const list = listing(bench);
      await makeFolders(at('folder'));
      await put(at('folder/secret'), 'x');
      await denyReading(at('folder/secret'));
      const found = await list(at('folder'), 'secret');
      if (found !== null) check.equal('the folder', found.unwrapOr(null), { names: ['secret:file'], bytes: null });
    },
    'denyReading',
  ),
];
