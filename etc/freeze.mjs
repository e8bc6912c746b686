// Writes fixtures/frozen/<version>: what the package of this version writes, and what it says of that. Works on dist/. Writes the
// sections of the version in CHANGELOG.md that follow from it. Once the version is sealed, its folder is never written again: what
// the code has other things to say of since goes to fixtures/frozen/next, until there is a version for it.
// `npm run freeze`; `--why TEXT` where this version has other things to say of what earlier ones wrote;
// `--seal` once the version is released: then its folder never changes; `--check-sealed` fails unless it is.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values: asked } = parseArgs({
  options: { why: { type: 'string' }, seal: { type: 'boolean' }, 'check-sealed': { type: 'boolean' } },
});
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'fixtures/frozen');
const lockFile = join(folder, 'lock.json');
const outDir = join(root, 'build/freeze'); // inside the package, so that its own name leads to dist/
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

mkdirSync(folder, { recursive: true });
if (!existsSync(lockFile)) writeFileSync(lockFile, '{}\n');

await build({
  entryPoints: ['changelog', 'examine-case', 'freeze', 'frozen-lock', 'read-frozen', 'superseded'].map((name) =>
    join(root, `test/frozen/${name}.ts`),
  ),
  outdir: outDir,
  bundle: true,
  packages: 'external', // this one too: what is frozen is what dist/ writes
  platform: 'node',
  format: 'esm',
  target: 'node20',
  tsconfigRaw: {}, // those of the tests lead to src/
  outExtension: { '.js': '.mjs' },
  logLevel: 'error',
});
const load = (name) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
const { changelogSections, withSections } = await load('changelog');
const { examineCase } = await load('examine-case');
const { frozenFiles } = await load('freeze');
const { digestsOf, freezeTarget, lockFaults, NEXT } = await load('frozen-lock');
const { readFrozen } = await load('read-frozen');
const { newestFirst, recordThatHolds } = await load('superseded');

function fail(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

function gitTags() {
  try {
    return execFileSync('git', ['tag', '--list', 'v*'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n');
  } catch {
    return []; // no git, no tags
  }
}

const writeLock = (lock) => writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
const before = readFrozen(folder);
const faultsOf = (name) => lockFaults(before.lock[name] ?? { files: {} }, digestsOf(before.versions.get(name) ?? new Map()));

if (asked['check-sealed']) {
  if (before.lock[version]?.released !== true) fail(`${version} is not sealed: npm run freeze, then npm run release:seal.`);
} else if (asked.seal) {
  const faults = faultsOf(version);
  if (before.lock[version] === undefined) fail(`${version} is not frozen: npm run freeze.`);
  if (faults.length > 0) fail(...faults);
  writeLock({ ...before.lock, [version]: { ...before.lock[version], released: true } });
  console.log(`${version} is sealed.`);
} else {
  const { folder: target, refused } = freezeTarget(before.lock, version, gitTags());
  if (refused !== undefined) fail(refused);
  const facts = (name) => JSON.parse(readFileSync(join(folder, name, 'facts.json'), 'utf8'));
  const anew = new Set([target, NEXT]);
  const known = before.cases.filter((one) => !anew.has(one.version));
  const whys = Object.assign({}, ...[...anew].map((name) => before.superseded.get(name)));
  const superseded = {};
  for (const one of known) {
    const later = Object.fromEntries(Object.entries(one.later).filter(([name]) => !anew.has(name)));
    const found = await examineCase(one.frozen);
    const key = `${one.version}/${one.frozen.name}`;
    if (!isDeepStrictEqual(found, recordThatHolds({ ...one, later }))) {
      superseded[key] = { why: asked.why ?? whys[key]?.why, expected: found };
    }
  }
  const unexplained = Object.keys(superseded).filter((key) => superseded[key].why === undefined);
  if (unexplained.length > 0) fail('Of these there are other things to say now; tell --why:', ...unexplained);

  const files = target === NEXT ? new Map() : new Map(await frozenFiles());
  if (Object.keys(superseded).length > 0) {
    files.set('superseded.json', new TextEncoder().encode(`${JSON.stringify(superseded, null, 2)}\n`));
  }
  for (const name of anew) rmSync(join(folder, name), { recursive: true, force: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, target, path)), { recursive: true });
    writeFileSync(join(folder, target, path), bytes);
  }
  const kept = Object.entries(before.lock).filter(([name]) => !anew.has(name));
  const own = files.size === 0 ? [] : [[target, { released: false, files: digestsOf(files) }]];
  writeLock(Object.fromEntries([...kept, ...own]));
  if (target !== NEXT) {
    const [previous] = newestFirst([...before.versions.keys()].filter((name) => !anew.has(name)));
    const sections = changelogSections(facts(version), previous === undefined ? null : facts(previous));
    const changelog = join(root, 'CHANGELOG.md');
    writeFileSync(changelog, withSections(readFileSync(changelog, 'utf8'), version, sections));
  }
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`fixtures/frozen/${target}: ${files.size} files, ${size} bytes`);
}
