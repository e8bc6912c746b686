import { spawnSync } from 'node:child_process';
import { build } from '../../src/index.js';
import { openNodeWorkspace } from '../../src/node.js';

/** Linux hands a process the peak memory of the one that started it: so a small one starts it. */
const launcher =
  "const { status } = require('node:child_process').spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit' });" +
  'process.exitCode = status ?? 1;';

/** The environment variable by which a program is told to build the workspace in a folder, and to say what it took. */
const FOLDER = 'BENCH_PEAK_OF';

/** Builds the workspace in the folder that this very program was told, and prints its peak memory in bytes; false where it was told none. */
export async function buildAsTold(): Promise<boolean> {
  const folder = process.env[FOLDER];
  if (folder === undefined) return false;
  const host = openNodeWorkspace(folder);
  const built = host.isOk() ? await build(host.value) : host;
  if (built.isErr()) throw new Error(`refused: ${JSON.stringify(built.error).slice(0, 500)}`);
  process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
  return true;
}

/** Peak memory of a process that does nothing but build the workspace in a folder: bytes. The program has to call `buildAsTold`. */
export function peakMemoryOf(folder: string, program: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, ['--eval', launcher, program], {
    encoding: 'utf8',
    env: { ...process.env, [FOLDER]: folder },
  });
  const bytes = Number(stdout);
  if (!(bytes > 0)) throw new Error(`no build: ${stderr}`);
  return bytes;
}
