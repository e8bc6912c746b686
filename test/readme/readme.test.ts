import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as packer from 'prometeu-packer';
import * as studio from 'prometeu-packer/studio';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { runCli, sampleGame } from '../cli/run-cli.js';
import { guidePage, testExamples } from '../docs/page-examples.js';
import { pageTable } from '../docs/page-table.js';
import type { MarkdownBlock } from './markdown-blocks.js';

const root = resolve(import.meta.dirname, '../..');
const { text: readme, blocks } = guidePage('README.md');
type Names = Readonly<Record<string, unknown>>;
const {
  scripts,
  exports: exported,
  engines,
  peerDependencies,
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Names;
  readonly exports: Names;
  readonly engines: { readonly node: string };
  readonly peerDependencies: Names;
};

const shell = blocks.filter(({ language }) => language === 'sh');
const linesOf = ({ text }: MarkdownBlock): readonly string[] => text.trim().split('\n');

describe('README.md', () => {
  testExamples('README.md');

  it('has blocks of known languages alone', () => {
    expect(blocks.filter(({ language }) => !['ts', 'sh', 'text'].includes(language))).toEqual([]);
  });

  it('names npm scripts that there are', () => {
    const lines = shell.flatMap(linesOf).filter((line) => line.startsWith('npm '));
    const named = lines.flatMap((line) => line.split(' && ')).map((command) => command.replace(/^npm (run )?/, ''));
    expect(named).toEqual(expect.arrayContaining(['ci', 'demo', 'test']));
    expect(named.filter((name) => name !== 'ci' && !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('names the entry points of the package, and no other', () => {
    const told = pageTable(readme, 'Entry points').map(([cell = '']) => cell.replaceAll('`', '').replace('prometeu-packer', '.'));
    expect(told.sort()).toEqual(
      Object.keys(exported)
        .filter((entry) => entry !== './package.json')
        .sort(),
    );
  });

  it('names functions and commands that there are', () => {
    const quoted = (cell = ''): readonly string[] => [...cell.matchAll(/`([a-zA-Z]+)`/g)].map(([, name = '']) => name);
    const jobs = pageTable(readme, 'What it does');
    expect(jobs.length).toBeGreaterThan(6);
    const functions = new Set([...Object.keys(packer), ...Object.keys(studio)]);
    expect(jobs.flatMap(([, cell]) => quoted(cell)).filter((name) => !functions.has(name))).toEqual([]);
    const known = new Set(commands.map(({ name }) => name));
    expect(jobs.flatMap(([, , cell]) => quoted(cell)).filter((name) => !known.has(name))).toEqual([]);
  });

  it('says what it needs as package.json does', () => {
    expect(readme).toContain(`Node ${engines.node.replace('>=', '')} or later`);
    expect(pageTable(readme, 'Stability')[0]).toEqual(['Node', `${engines.node.replace('>=', '')} and later`]);
    expect(Object.keys(peerDependencies)).toEqual(['neverthrow']);
  });

  it('has commands that run in the sample game, one after the other', async () => {
    const workspace = sampleGame();
    const lines = shell.flatMap(linesOf).filter((line) => line.startsWith('prometeu-packer '));
    expect(lines.length).toBeGreaterThan(5);
    for (const command of lines) {
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
