#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { run } from './cli/run.js';

// Beside the bundle as beside this file, package.json lies one folder up, and npm always packs it.
function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  return manifest.version;
}

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort()); // a second one ends the process as ever

// A reader that goes away early, as `head` does, is no reason to fall over.
process.stdout.on('error', () => {
  process.exitCode = 2;
});
process.stderr.on('error', () => undefined); // where nobody reads what is wrong, the exit code still tells

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  color: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
  version: readVersion,
  signal: interrupted.signal,
});
