import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCli } from '../cli/run-cli.js';

/** What a line of a page did. */
export interface ShellAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a line says of its own outcome, behind `#`: `exits with 1: CODE`, `tells CODE`. */
export interface ShellLine {
  /** What is run. */
  readonly command: string;
  /** The exit code that is told; 0 where none is. */
  readonly exits: number;
  /** The codes that are told. */
  readonly tells: readonly string[];
}

/** Takes a line of a `sh` block apart. */
export function shellLine(line: string): ShellLine {
  const [command = '', comment = ''] = line.split(/ # (?=exits|tells)/);
  const exits = /exits with (?<code>\d)/.exec(comment)?.groups?.['code'];
  return { command, exits: Number(exits ?? 0), tells: comment.match(/\b[A-Z]+(?:_[A-Z0-9]+)+\b/g) ?? [] };
}

/** Runs the packer in this process, and writes what it prints where `>` says. */
async function runPacker(folder: string, command: string): Promise<ShellAnswer> {
  const [called = '', target] = command.split(' > ');
  const answer = await runCli(folder, called.split(' ').slice(1));
  if (target !== undefined) writeFileSync(resolve(folder, target), answer.stdout);
  return answer;
}

const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_TERMINAL_PROMPT: '0' };

/** Runs a line of a page in a folder: the packer in this process, everything else in a shell. */
export async function runShell(folder: string, command: string): Promise<ShellAnswer> {
  if (command.startsWith('prometeu-packer ')) return runPacker(folder, command);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env });
  return { code: status ?? -1, stdout, stderr };
}

/** Puts what earlier lines have printed where a line has a word in capitals for it: FINGERPRINT, DIGEST, TOKEN. */
export function filledIn(command: string, printed: string): string {
  const last = (pattern: RegExp): string => [...printed.matchAll(pattern)].at(-1)?.[1] ?? 'none';
  return command
    .replace('FINGERPRINT', () => last(/fix ([0-9a-f]{16}) --choice/g))
    .replace('DIGEST', () => last(/--plan ([0-9a-f]+)/g))
    .replace('TOKEN', () => last(/token "?([0-9a-f]{8,32})/g));
}
