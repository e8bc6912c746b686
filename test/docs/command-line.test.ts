import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { EXIT_ERRORS, EXIT_NOT_RUN, EXIT_OK } from '../../src/cli/exit-codes.js';
import { parseArguments } from '../../src/cli/parse-arguments.js';
import { sampleGame } from '../cli/run-cli.js';
import { guidePage } from './page-examples.js';
import { pageTable } from './page-table.js';
import { filledIn, runShell, shellLine } from './shell-runner.js';

const page = guidePage('docs/command-line.md');
const column = (heading: string, index: number): readonly string[] =>
  pageTable(page.text, heading).map((row) => (row[index] ?? '').replaceAll('`', ''));

describe('docs/command-line.md', () => {
  it('has a row for each command, and no other', () => {
    expect(column('The command line', 0).map((usage) => usage.split(' ')[0])).toEqual(commands.map(({ name }) => name));
  });

  it('says of a command that it writes with --apply where it takes --apply', () => {
    const told = pageTable(page.text, 'The command line').map(([, , writes = '']) => writes.includes('--apply'));
    expect(told).toEqual(commands.map(({ options }) => options.includes('apply')));
  });

  it('tells the exit codes as they are', () => {
    expect(column('Exit codes', 0)).toEqual([EXIT_OK, EXIT_ERRORS, EXIT_NOT_RUN].map(String));
  });

  it('names each format that there is', () => {
    const formats = column('Formats', 0);
    const taken = formats.filter((format) => parseArguments([format === 'html' ? 'report' : 'doctor', '--format', format]).isOk());
    expect(taken).toEqual(formats);
    expect(formats).toEqual(['text', 'json', 'sarif', 'github', 'baseline', 'html']);
  });

  it('has commands that run in the sample game, one after the other', async () => {
    const folder = sampleGame();
    const lines = page.blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'));
    expect(lines.length).toBeGreaterThan(8);
    let printed = '';
    for (const { command, exits } of lines.map(shellLine)) {
      const { code, stdout, stderr } = await runShell(folder, filledIn(command, printed));
      expect({ command, code, stderr }).toEqual({ command, code: exits, stderr: '' });
      printed += stdout;
    }
  });
});
