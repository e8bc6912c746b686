import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJson } from '../../src/codec/json/read-json.js';
import { guidePage, pagePrograms, writePrograms } from './page-examples.js';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'build/guides-compiled');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
const programs = pages.flatMap((path) => pagePrograms(path, folder));

/** Which test runs the examples of each page that has any. */
const runBy: Readonly<Record<string, string>> = {
  'README.md': 'test/readme/readme.test.ts',
  'docs/operations.md': 'test/docs/operations.test.ts',
  'docs/port-authors.md': 'test/docs/port-authors.test.ts',
  'docs/recipes.md': 'test/docs/recipes.test.ts',
  'docs/runtime-boundary.md': 'test/docs/runtime-boundary.test.ts',
  'docs/studio.md': 'test/studio/guide.test.ts',
};

beforeAll(() => writePrograms(programs));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the examples of the pages', () => {
  it('are run, those of each page by a test of its own', () => {
    const withExamples = pages.filter((path) => guidePage(path).blocks.some(({ language }) => language === 'ts'));
    expect(withExamples.sort()).toEqual(Object.keys(runBy));
    const unread = Object.entries(runBy).filter(([path, test]) => !readFileSync(join(root, test), 'utf8').includes(path));
    expect(unread).toEqual([]);
  });

  it('are JSON where they say so', () => {
    const texts = [...pages, 'docs/schemas/README.md'].flatMap((path) =>
      guidePage(path).blocks.flatMap(({ language, text, line }) => (language === 'json' ? [{ path, line, text }] : [])),
    );
    expect(texts.length).toBeGreaterThan(2);
    for (const { path, line, text } of texts)
      expect([path, line, readJson(new TextEncoder().encode(text)).isOk()]).toEqual([path, line, true]);
  });

  it('compile under the strictest options', { timeout: 300_000 }, () => {
    const config = join(root, 'test/tsconfig.json');
    const read = ts.getParsedCommandLineOfConfigFile(config, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
    const files = programs.map(({ file }) => file);
    const program = ts.createProgram(files, { ...read?.options, noEmit: true, noUnusedLocals: true });
    const told = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map((one) => [file, one] as const));
    const shown = told.map(
      ([file, { messageText }]) => `${file.slice(folder.length)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
    expect(shown).toEqual([]);
  });
});
