import type { ExpectedFile, ExpectedFolder, WorkspacePath } from 'prometeu-packer';
import { at, type ContractBench } from '../contract-bench.js';
import { contractCase } from '../contract-case.js';
import type { PortContractCase } from '../port-contract-case.js';

/** A folder and some files in it, as they are now. */
async function expectedNow({ statOne, check }: ContractBench, path: WorkspacePath, ...names: readonly string[]): Promise<ExpectedFolder> {
  const folder = check.value(path, await statOne(path));
  const files: ExpectedFile[] = [];
  for (const name of names) {
    const stat = check.value(name, await statOne(at(`${path}/${name}`)));
    if (stat !== undefined) files.push({ name, size: stat.size, modifiedMs: stat.modifiedMs });
  }
  return { path, modifiedMs: folder?.modifiedMs ?? 0, files };
}

async function setUp(bench: ContractBench): Promise<readonly ExpectedFolder[]> {
  const { makeFolders, put } = bench;
  await makeFolders(at('a'), at('b'));
  for (const path of ['a/x', 'a/y', 'b/x']) await put(at(path), path);
  return [await expectedNow(bench, at('a'), 'x', 'y'), await expectedNow(bench, at('b'), 'x')];
}

/** What the port names, whatever its order; null where it has no such method. */
async function changedOf({ read, check }: ContractBench, folders: readonly ExpectedFolder[]): Promise<readonly number[] | null> {
  if (read.findChanged === undefined) return null;
  const found = check.value('findChanged', await read.findChanged(folders));
  return [...(found ?? [])].sort((a, b) => a - b);
}

/** Cases of asking for changes, for ports that can be asked. It may name one folder too many, never one too few. */
export const findChangedCases: readonly PortContractCase[] = [
  contractCase('findChanged names no place that was not asked, and none twice', async (bench) => {
    const folders = await setUp(bench);
    const gone = { path: at('missing'), modifiedMs: 0, files: [] };
    const found = await changedOf(bench, [...folders, gone, gone]);
    if (found === null) return;
    bench.check.equal('what is missing', found.slice(-2), [2, 3]);
    bench.check.equal('places', [...new Set(found)].filter((index) => index >= 0 && index < 4).length, found.length);
  }),

  contractCase('findChanged names a folder whose file has another size or time, is gone, or is no file', async (bench) => {
    const [a, b] = await setUp(bench);
    const { put, write, makeFolders, check } = bench;
    if (a === undefined || b === undefined) return;
    const others: readonly (readonly [string, ExpectedFile])[] = a.files.flatMap((file) => [
      ['size', { ...file, size: file.size + 1 }] as const,
      ['time', { ...file, modifiedMs: file.modifiedMs - 1000 }] as const,
    ]);
    for (const [what, file] of others) {
      const found = await changedOf(bench, [b, { ...a, files: a.files.map((known) => (known.name === file.name ? file : known)) }]);
      check.equal(`another ${what} of ${file.name}`, found?.includes(1) ?? true, true);
    }
    const asked = [{ ...a, modifiedMs: null }];
    await put(at('a/next'), 'longer than before');
    check.value('rename', await write.rename(at('a/next'), at('a/y')));
    check.equal('a file that was replaced', (await changedOf(bench, asked))?.includes(0) ?? true, true);
    check.value('remove', await write.remove(at('b/x')));
    check.equal('a file that is gone', (await changedOf(bench, [{ ...b, modifiedMs: null }]))?.includes(0) ?? true, true);
    await makeFolders(at('b/x'));
    check.equal('a folder in its place', (await changedOf(bench, [{ ...b, modifiedMs: null }]))?.includes(0) ?? true, true);
  }),

  contractCase('findChanged names a folder of another time, and what is no folder', async (bench) => {
    const [a] = await setUp(bench);
    const { check } = bench;
    if (a === undefined) return;
    const earlier = { ...a, modifiedMs: (a.modifiedMs ?? 0) - 1000, files: [] };
    check.equal('another time', (await changedOf(bench, [earlier]))?.includes(0) ?? true, true);
    const file = { path: at('a/x'), modifiedMs: null, files: [] };
    check.equal('a file', (await changedOf(bench, [file]))?.includes(0) ?? true, true);
  }),

  contractCase('findChanged answers an empty list, and a call that is aborted', async ({ read, check }) => {
    if (read.findChanged === undefined) return;
    check.equal('nothing asked', (await read.findChanged([])).unwrapOr([0]), []);
    const controller = new AbortController();
    controller.abort();
    check.fails(
      await read.findChanged([{ path: at('a'), modifiedMs: null, files: [] }], { signal: controller.signal }),
      'aborted',
      'stat',
      at('a'),
    );
  }),

  contractCase(
    'findChanged names what is reached through a symlink',
    async (bench) => {
      const [a] = await setUp(bench);
      const { plantSymlink, write, check } = bench;
      if (a === undefined) return;
      check.value('rename', await write.rename(at('a/x'), at('a/z')));
      await plantSymlink('a/x', 'z');
      check.equal('a file', (await changedOf(bench, [{ ...a, modifiedMs: null }]))?.includes(0) ?? true, true);
      await plantSymlink('link', 'b');
      const through = { path: at('link'), modifiedMs: null, files: [] };
      check.equal('a folder', (await changedOf(bench, [through]))?.includes(0) ?? true, true);
    },
    'plantSymlink',
  ),
];
