import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { scratchFolder } from './harness/scratch-folder.js';
import { gameFiles, layOut } from './samples/game.js';

const program = resolve('dist/cli.cjs');
if (!existsSync(program)) throw new Error('there is no dist/cli.cjs: run `npm run build` first');

const game = scratchFolder('command-line');
layOut(game, gameFiles(10, 4096));

// With this, Node reads some hundred certificates before it begins, and everyone would look the same.
const env = { ...process.env, NODE_EXTRA_CA_CERTS: '' };

/** Runs Node in a process of its own, in the game; throws where what comes out is not what it should be. */
function runNode(args: readonly string[], expected: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: game, env, encoding: 'utf8' });
  if (status !== 0 || !stdout.includes(expected)) throw new Error(`${args.join(' ')}: ${status ?? 'killed'}\n${stdout}${stderr}`);
}

const limit = { name: 'bare node', run: () => runNode(['-e', '0'], '') };
const module = { name: 'an empty module', run: () => runNode(['--input-type=module', '-e', '0'], '') };
const note = 'Of the whole process, from its start to its end.';

answer([
  await compare({
    operation: 'prometeu-packer --help',
    size: 'whole process',
    target: 1.5,
    rounds: 41,
    limit,
    subject: { name: 'prometeu-packer', run: () => runNode([program, '--help'], 'prometeu-packer COMMAND') },
    peers: [module],
    note,
  }),
  await compare({
    operation: 'prometeu-packer doctor',
    size: '10 assets, whole process',
    target: 1.5,
    rounds: 41,
    limit,
    subject: { name: 'prometeu-packer', run: () => runNode([program, 'doctor'], 'can build: yes') },
    note,
  }),
]);
