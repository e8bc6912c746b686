import { WORKSPACE_ROOT, type BatchOptions, type BatchVisitor, type PortResult, type ReadPort, type WorkspacePath } from 'prometeu-packer';
import { at, type ContractBench } from '../contract-bench.js';
import { contractCase } from '../contract-case.js';
import type { PortContractCase } from '../port-contract-case.js';

const MANY = 700;

type Batch = (paths: readonly WorkspacePath[], visit: BatchVisitor<unknown>, options?: BatchOptions) => Promise<PortResult<void>>;

/** The three batch methods, alike: what holds for one holds for all. */
function batchesOf(read: ReadPort): readonly (readonly [name: string, batch: Batch])[] {
  return [
    [
      'readFiles',
      (paths, visit, options) =>
        read.readFiles(
          paths.map((path) => ({ path, maxBytes: 100 })),
          visit,
          options,
        ),
    ],
    ['statPaths', (paths, visit, options) => read.statPaths(paths, visit, options)],
    ['listFolders', (paths, visit, options) => read.listFolders(paths, visit, options)],
  ];
}

/** Runs a batch and gives, for each item, `ok`, the kind of its error, or how often it was answered where not once. */
async function outcomesOf(
  { check }: ContractBench,
  name: string,
  batch: Batch,
  paths: readonly WorkspacePath[],
): Promise<readonly string[]> {
  const answers = new Map<number, string[]>();
  const done = await batch(paths, (index, answer) => {
    answers.set(index, [...(answers.get(index) ?? []), answer.isOk() ? 'ok' : answer.error.kind]);
  });
  check.value(name, done);
  check.equal(
    `${name} answers nothing that was not asked`,
    [...answers.keys()].filter((index) => paths[index] === undefined),
    [],
  );
  return paths.map((_, index) => {
    const given = answers.get(index) ?? [];
    return given.length === 1 ? (given[0] ?? '') : `answered ${given.length} times`;
  });
}

/** Cases of what all batch methods share. */
export const batchCases: readonly PortContractCase[] = [
  contractCase('a batch answers each item exactly once, errors among them', async (bench) => {
    const { read, put, makeFolders, check } = bench;
    await makeFolders(at('folder'));
    await put(at('file'), 'x');
    const paths = ['file', 'missing', 'folder', 'file', 'file/below', 'folder/missing'].map(at);
    const expected = new Map([
      ['readFiles', ['ok', 'not-found', 'not-a-file', 'ok', 'not-a-folder', 'not-found']],
      ['statPaths', ['ok', 'not-found', 'ok', 'ok', 'not-a-folder', 'not-found']],
      ['listFolders', ['not-a-folder', 'not-found', 'ok', 'not-a-folder', 'not-a-folder', 'not-found']],
    ]);
    for (const [name, batch] of batchesOf(read)) check.equal(name, await outcomesOf(bench, name, batch, paths), expected.get(name));
  }),

  contractCase('an empty batch is answered and visits nothing', async (bench) => {
    for (const [name, batch] of batchesOf(bench.read)) bench.check.equal(name, await outcomesOf(bench, name, batch, []), []);
  }),

  contractCase(`a batch of ${MANY} answers each item exactly once`, async (bench) => {
    const { read, put, check } = bench;
    await put(at('file'), 'x');
    const paths = Array.from({ length: MANY }, (_, index) => (index % 2 === 0 ? at('file') : at(`missing-${index}`)));
    const [readFiles] = batchesOf(read);
    if (readFiles === undefined) return;
    const outcomes = await outcomesOf(bench, ...readFiles, paths);
    check.equal(
      'every other file exists',
      outcomes,
      paths.map((path) => (path === at('file') ? 'ok' : 'not-found')),
    );
  }),

  contractCase('a batch whose signal has fired visits nothing', async ({ read, check }) => {
    const controller = new AbortController();
    controller.abort();
    for (const [name, batch] of batchesOf(read)) {
      let visits = 0;
      const done = await batch([at('file'), WORKSPACE_ROOT], () => (visits += 1), { signal: controller.signal });
      check.equal(`${name}: kind`, done.isErr() ? done.error.kind : 'ok', 'aborted');
      check.equal(`${name}: visits`, visits, 0);
    }
  }),

  contractCase('a batch stops once its signal fires', async ({ read, check }) => {
    const paths = Array.from({ length: MANY }, (_, index) => at(`missing-${index}`));
    for (const [name, batch] of batchesOf(read)) {
      const controller = new AbortController();
      let visits = 0;
      const done = await batch(
        paths,
        () => {
          visits += 1;
          if (visits === 3) controller.abort();
        },
        { signal: controller.signal },
      );
      check.equal(`${name}: kind`, done.isErr() ? done.error.kind : 'ok', 'aborted');
      check.equal(`${name}: leaves items out`, visits < MANY, true);
    }
  }),
];
