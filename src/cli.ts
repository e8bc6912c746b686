#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOutput } from './cli/create-output.js';
import { EXIT_NOT_RUN } from './cli/exit-codes.js';
import { run } from './cli/run.js';

// Beside the bundle as beside this file, package.json lies one folder up, and npm always packs it.
function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { readonly version: string };
  return manifest.version;
}

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort()); // a second one ends the process as ever

let isCut = false;
// A reader that goes away early, as `head` does, is no reason to fall over.
const stdout = createOutput(1, () => {
  isCut = true;
  process.exitCode = EXIT_NOT_RUN;
});
const stderr = createOutput(2, () => undefined); // where nobody reads what is wrong, the exit code still tells

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: stdout.write,
  stderr: stderr.write,
  isTerminal: stderr.isTerminal(),
  color: (process.env['NO_COLOR'] ?? '') === '' && stdout.isTerminal(),
  version: readVersion,
  signal: interrupted.signal,
}).then((code) => {
  process.exitCode = isCut ? EXIT_NOT_RUN : code;
});
