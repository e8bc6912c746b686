import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyPlan, build, planRegister, verifyWorkspace, type PackerHost } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOutputs, type BuiltFiles } from '../e2e/build-outputs.js';
import { bundle } from '../e2e/bundle.js';
import { countingIdentity } from '../e2e/counting-identity.js';
import { readBuild } from '../e2e/read-build.js';
import { runProgram } from '../e2e/run-program.js';
import { unwrap } from '../e2e/unwrap.js';
import { sha256 } from '../independent/archive-reader.js';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

interface CorpusFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

const manifest = JSON.parse(readFileSync(join(corpus, 'MANIFEST.json'), 'utf8')) as { readonly files: readonly CorpusFile[] };

/** The files of some games by their path under `assets/`, with what the manifest says of them. */
const filesOf = (games: readonly string[]): ReadonlyMap<string, CorpusFile> =>
  new Map(
    games.flatMap((game) => {
      const prefix = `games/${game}/`;
      return manifest.files.filter(({ path }) => path.startsWith(prefix)).map((file) => [file.path.slice('games/'.length), file] as const);
    }),
  );

const isDotFile = (path: string): boolean => path.split('/').some((name) => name.startsWith('.'));

let temporary: string;
let program: string;
beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'prometeu-games-'));
  program = await bundle('test/e2e/workspace-program.ts', join(temporary, 'program'));
}, 120_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }), 120_000);

/** Copies files into a new workspace, one after the other, in the order given. */
function createWorkspace(paths: Iterable<string>): string {
  const folder = mkdtempSync(join(temporary, 'workspace-'));
  for (const path of paths) {
    const target = join(folder, 'assets', path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(corpus, 'games', path), target);
  }
  return folder;
}

const open = (folder: string): PackerHost => {
  const opened = openNodeWorkspace(folder);
  if (opened.isErr()) throw new Error(opened.error.kind);
  return { ...opened.value, identity: countingIdentity() };
};

async function registerAndBuild(host: PackerHost): Promise<void> {
  unwrap(await applyPlan(host, unwrap(await planRegister(host)).value));
  unwrap(await build(host));
}

const outputsIn = (folder: string): BuiltFiles => readOutputs((path) => readFileSync(join(folder, path)));
const digestsOf = (files: BuiltFiles): object => Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, sha256(bytes)]));

/** Numbers that look random and are the same in every run. */
function shuffle<T>(list: Iterable<T>): readonly T[] {
  let state = 1;
  const next = (): number => (state = Math.imul(state, 48_271) >>> 0);
  return [...list]
    .map((item) => [next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

const suites = [
  { name: 'kenney-arcade', games: ['kenney-arcade'], count: 301 },
  { name: 'gun-dude', games: ['gun-dude'], count: 124 },
  { name: 'both games in one workspace', games: ['gun-dude', 'kenney-arcade'], count: 425 },
];

describe.each(suites)('$name', ({ name, games, count }) => {
  const files = filesOf(games);
  let folder: string;
  let reference: BuiltFiles;

  it('is the corpus as it was described', () => {
    console.log(`${name}: ${files.size} files`);
    expect(files.size).toBe(count);
    const onDisk = games.flatMap((game) => {
      const entries = readdirSync(join(corpus, 'games', game), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(corpus, 'games/').length));
    });
    expect(onDisk.sort()).toEqual([...files.keys()].sort());
  });

  it('is registered, built and verified from nothing', async () => {
    folder = createWorkspace(files.keys());
    const host = open(folder);
    await registerAndBuild(host);
    reference = outputsIn(folder);
    const report = unwrap(await verifyWorkspace(host));
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.length).toBe(reference['build/assets.pa'].length);
  });

  it('has nothing left to register', async () => {
    const { value: plan } = unwrap(await planRegister(open(folder)));
    expect(plan.edits).toEqual([]);
    expect(plan.identityChanges).toEqual([]);
  });

  it('has every file in its archive exactly once, byte for byte', () => {
    const { archive, companions } = readBuild(reference);
    const packed = companions.assets.flatMap(({ asset_id, root, inputs }) => {
      const slice = archive.slices.get(asset_id)!;
      return inputs.map(({ path, offset, size }) => [`${root}/${path}`, sha256(slice.subarray(offset, offset + size)), size] as const);
    });
    const expected = [...files].filter(([path]) => !isDotFile(path)).map(([path, file]) => [path, file.sha256, file.bytes] as const);
    const byPath = (a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number => (a[0] < b[0] ? -1 : 1);
    expect(packed.toSorted(byPath)).toEqual(expected.toSorted(byPath));
    console.log(`${name}: ${packed.length} files in ${companions.assets.length} assets, ${reference['build/assets.pa'].length} bytes`);
  });

  it('leaves its sources as they were', () => {
    for (const [path, file] of files) expect(sha256(readFileSync(join(folder, 'assets', path))), path).toBe(file.sha256);
  });

  it('is built byte for byte the same again', async () => {
    unwrap(await build(open(folder)));
    expect(digestsOf(outputsIn(folder))).toEqual(digestsOf(reference));
  });

  it('is built the same where the files came in another order', async () => {
    for (const order of [[...files.keys()].reverse(), shuffle(files.keys())]) {
      const other = createWorkspace(order);
      await registerAndBuild(open(other));
      expect(digestsOf(outputsIn(other))).toEqual(digestsOf(reference));
    }
  });

  it('is built the same from memory, listed in any order', async () => {
    const content = [...files.keys()].map((path) => [`assets/${path}`, readFileSync(join(corpus, 'games', path))] as const);
    for (const seed of [0, 1, 2]) {
      const workspace = createMemoryWorkspace(shuffle(content), { order: 'shuffled', seed });
      await registerAndBuild(workspace);
      const built = workspace.files();
      expect(digestsOf(readOutputs((path) => built.get(path)))).toEqual(digestsOf(reference));
    }
  });

  it.each([
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' },
  ])('is built the same by another process in $TZ with $LANG', async (environment) => {
    const other = createWorkspace(files.keys());
    const report = await runProgram(program, [other, 'register', 'build', 'digests'], environment);
    expect(report).toMatchObject({
      failure: null,
      timeZone: environment.TZ,
      locale: environment.LANG.slice(0, 5).replace('_', '-'),
      digests: digestsOf(reference),
    });
    expect(digestsOf(outputsIn(other))).toEqual(digestsOf(reference));
  });
});
