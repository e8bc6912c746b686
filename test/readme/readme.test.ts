import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCli, sampleGame } from '../cli/run-cli.js';
import { markdownBlocks, type MarkdownBlock } from './markdown-blocks.js';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'build/readme');
const blocks = markdownBlocks(readFileSync(join(root, 'README.md'), 'utf8'));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };

const examples = blocks.flatMap((block, index) => {
  const next = blocks[index + 1];
  const expected = next?.language === 'text' ? next.text : undefined;
  return block.language === 'ts' ? [{ line: block.line, file: join(folder, `line-${block.line}.ts`), text: block.text, expected }] : [];
});

const shell = blocks.filter(({ language }) => language === 'sh');
const linesOf = ({ text }: MarkdownBlock): readonly string[] => text.trim().split('\n');

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of examples) writeFileSync(file, text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('README.md', () => {
  it('has blocks of known languages alone', () => {
    expect(examples.length).toBeGreaterThan(3);
    expect(blocks.filter(({ language }) => !['ts', 'sh', 'text'].includes(language))).toEqual([]);
  });

  it.each(examples)('runs the example at line $line, and it prints what is said', async ({ file, expected }) => {
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => void printed.push(values.join(' ')));
    try {
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    } finally {
      log.mockRestore();
    }
    expect(printed).not.toEqual([]);
    if (expected !== undefined) expect(`${printed.join('\n')}\n`).toBe(expected);
  });

  it('has examples that compile under the strictest options', () => {
    const config = join(root, 'test/tsconfig.json');
    const read = ts.getParsedCommandLineOfConfigFile(config, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
    const program = ts.createProgram(
      examples.map(({ file }) => file),
      { ...read?.options, noEmit: true, noUnusedLocals: true },
    );
    const told = examples.flatMap(({ file }) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
    expect(told.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });

  it('names npm scripts that there are', () => {
    const commands = shell.flatMap(linesOf).filter((line) => line.startsWith('npm '));
    const named = commands.flatMap((line) => line.split(' && ')).map((command) => command.replace(/^npm (run )?/, ''));
    expect(named).toEqual(expect.arrayContaining(['ci', 'demo', 'test']));
    expect(named.filter((name) => name !== 'ci' && !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('has commands that run in the sample game, one after the other', async () => {
    const workspace = sampleGame();
    const commands = shell.flatMap(linesOf).filter((line) => line.startsWith('prometeu-packer '));
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      const { code, stderr } = await runCli(workspace, command.split(' ').slice(1));
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
    }
  });

  it('has no other shell commands', () => {
    expect(shell.flatMap(linesOf).filter((line) => !/^(npm|prometeu-packer) /.test(line))).toEqual([]);
  });

  it('shows the archive that the sample game builds', async () => {
    const workspace = sampleGame();
    await runCli(workspace, ['register', '--apply']);
    const { stdout } = await runCli(workspace, ['build']);
    const table = blocks.find(({ text }) => text.startsWith('id  name'));
    expect(stdout.startsWith(table?.text ?? '-')).toBe(true);
  });
});
