import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCli, sampleGame } from '../cli/run-cli.js';
import { bundle } from '../e2e/bundle.js';
import { readExamples } from './read-examples.js';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'build/examples');
const exported = readExamples();

const examples = exported.flatMap(({ entry, name, examples: texts }) =>
  texts
    .map((text, index) => ({ name: `${entry}.${name}${index === 0 ? '' : `.${index + 1}`}`, text }))
    .map(({ name: title, text }) => ({
      title,
      text,
      file: join(folder, `${title}.ts`),
    })),
);

/** What an example says that it prints: the comment behind each call of `console.log`, or the lines of comment below it. */
function saidToPrint(text: string): readonly string[] {
  return [...text.matchAll(/console\.log\(.*\);(?: \/\/ (.*)|((?:\n\/\/ .*)+))?/g)].map(
    ({ 1: behind, 2: below = '' }) => behind ?? below.replaceAll('\n// ', '\n').slice(1),
  );
}

async function registeredGame(place: string): Promise<void> {
  rmSync(place, { recursive: true, force: true });
  cpSync(sampleGame(), place, { recursive: true });
  await runCli(place, ['register', '--apply']);
}

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of examples) writeFileSync(file, text);
  const worker = examples.find(({ text }) => text.startsWith('// packer-worker.ts'));
  if (worker !== undefined) renameSync(await bundle(worker.file.slice(root.length + 1), folder), join(folder, 'packer-worker.js'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('examples in the comments of what the entries export', () => {
  it('are there for every function', () => {
    expect(exported.filter(({ isFunction }) => isFunction).length).toBeGreaterThan(80);
    expect(exported.filter((one) => one.isFunction && one.examples.length === 0).map(({ entry, name }) => `${entry}.${name}`)).toEqual([]);
  });

  it('name what they are examples of', () => {
    const strangers = exported.filter(({ name, examples: texts }) =>
      texts.some((text) => !new RegExp(`^import .*\\b${name}\\b`, 'm').test(text)),
    );
    expect(strangers.map(({ entry, name }) => `${entry}.${name}`)).toEqual([]);
  });

  it('compile under the strictest options', () => {
    const config = join(root, 'test/tsconfig.json');
    const read = ts.getParsedCommandLineOfConfigFile(config, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
    const program = ts.createProgram(
      examples.map(({ file }) => file),
      { ...read?.options, noEmit: true, noUnusedLocals: false },
    );
    const told = examples.flatMap(({ title, file }) =>
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(file))
        .map(({ messageText }) => `${title}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
    );
    expect(told).toEqual([]);
  });

  it.each(examples)('$title runs, and prints what it says', async ({ text, file }) => {
    const cwd = process.cwd();
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => void printed.push(format(...values)));
    if (text.includes('my-game')) await registeredGame(join(folder, 'my-game'));
    process.chdir(folder);
    try {
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    } finally {
      log.mockRestore();
      process.chdir(cwd);
    }
    expect(printed).toEqual(saidToPrint(text));
  });
});
