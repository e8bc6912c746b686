import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ProgramReport } from './workspace-program.js';

/** Linux hands a process the peak memory of the one that started it: so a small one starts it, not the test runner. */
const launcher =
  "const { status } = require('node:child_process').spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit' });" +
  'process.exitCode = status ?? 1;';

/**
 * Runs the workspace program in a process of its own.
 *
 * @param program - path of the bundled program.
 * @param args - the folder of the workspace, then the steps.
 * @param environment - what to change in the environment.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ProgramReport> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', launcher, program, ...args], {
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout) as ProgramReport;
}
