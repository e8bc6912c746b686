import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageName } from '../../etc/entries.js';

const root = join(import.meta.dirname, '../..');

/** Runs a program and answers what it wrote; what it wrote to standard error is shown when it fails. */
export function run(cwd: string, command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Packs the package as it would be published, into `folder`; answers the tarball and the files in it. */
export function pack(folder: string): { readonly tarball: string; readonly files: readonly string[] } {
  const answer = run(root, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  const [packed] = Object.values(JSON.parse(answer) as Record<string, { filename: string; files: { path: string }[] }>);
  if (packed === undefined) throw new Error('npm packed nothing');
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path) };
}

/** Makes a fresh project in `folder` that depends on the tarball and on the peer it asks for. */
export function install(folder: string, tarball: string): void {
  const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { peerDependencies: Record<string, string> };
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: { [packageName]: `file:${tarball}`, ...peerDependencies } }),
  );
  run(folder, 'npm', 'install', '--ignore-scripts', '--omit=optional', '--prefer-offline', '--no-audit', '--no-fund');
}

/** Type-checks files of a consumer with this repository's compiler, declarations of packages included; answers the findings. */
export function typeCheck(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const compilerOptions = { module: 'NodeNext', target: 'ES2022', strict: true, skipLibCheck: false, noEmit: true, types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  return spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' }).stdout;
}
