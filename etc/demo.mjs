// Builds the sample game in a temporary folder, with the program as it is installed. `npm run demo`
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sampleGameFolder } from './make-sample-game.mjs';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'dist/cli.cjs');

function run(command, args, cwd) {
  const shell = command === 'npm' && process.platform === 'win32'; // there npm is a script
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', shell });
  if (error !== undefined) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(program)) run('npm', ['run', 'build'], root);

const workspace = mkdtempSync(join(tmpdir(), 'prometeu-sample-game-'));
cpSync(sampleGameFolder, workspace, { recursive: true });
console.log(`a copy of fixtures/sample-game: ${workspace}`);

for (const step of [['register'], ['register', '--apply'], ['build'], ['verify'], ['doctor']]) {
  console.log(`\n$ prometeu-packer ${step.join(' ')}`);
  run(process.execPath, [program, ...step], workspace);
}

console.log(`\nlook at ${join(workspace, 'build')}`);
