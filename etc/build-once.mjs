// Builds the package, unless dist/ is what the sources give: what looks at dist/ can be run alone, and builds nothing twice.
// `node etc/build-once.mjs`; with --stamp it builds nothing, and takes dist/ for built from what there is now.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const stampFile = join(root, 'build/dist.sha256'); // not in dist/, which is packed; a build begins by removing it
const inputs = ['src', 'etc', 'docs/schemas', 'docs/formats', 'fixtures/conformance', 'package-lock.json', 'tsconfig.json'];
/** What a build takes from package.json: not its scripts, nor where its entries are found. */
const partsOfManifest = ['name', 'version', 'type', 'dependencies', 'peerDependencies', 'devDependencies'];

function filesOf(path) {
  if (!existsSync(join(root, path))) return [];
  const entries = readdirSync(join(root, path), { withFileTypes: true, recursive: true });
  const isInput = (entry) => entry.isFile() && entry.name !== 'size-limits.json';
  return entries.filter(isInput).map((entry) => join(entry.parentPath, entry.name));
}

function digestOfInputs() {
  const files = inputs.flatMap((path) => (/\.json$/.test(path) ? [join(root, path)] : filesOf(path)));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hash = createHash('sha256');
  hash.update(JSON.stringify([Object.keys(manifest.exports), ...partsOfManifest.map((part) => manifest[part])]));
  for (const file of files.sort())
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

const digest = digestOfInputs();

function stamp() {
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(stampFile, digest);
}

const isBuilt = () => existsSync(join(root, 'dist/cli.cjs')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest;

if (process.argv.includes('--stamp')) stamp();
else if (!isBuilt()) {
  // The script of that name leaves the stamp behind.
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = status ?? 1;
}
