import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { countDiagnostics } from '../../src/diagnostics/count-diagnostics.js';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { ciAnnotations } from '../../src/report/ci-annotations.js';
import { escapeText } from '../../src/report/escape-text.js';
import { showCounts } from '../../src/report/show-counts.js';
import { anyDiagnostic } from './many-diagnostics.js';
import { atBytes, atHostileFile, atText, atWorkspace, omitted } from './sample-diagnostics.js';

const COMMAND = /^::(error|warning|notice)(?: ([^:\r\n]*))?::([^\r\n]*)$/;

function unescape(text: string): string {
  return text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}

/** What the runner makes of each line. */
function read(text: string) {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, command = '', properties = '', message = ''] = COMMAND.exec(line) ?? [];
      const named = properties.split(',').map((each) => [each.slice(0, each.indexOf('=')), unescape(each.slice(each.indexOf('=') + 1))]);
      return { command, ...(Object.fromEntries(named) as Record<string, string>), message: unescape(message) };
    });
}

function error(file: string, line = 1, endLine = line): Diagnostic {
  const range = { start: { line, column: 3, offset: 0 }, end: { line: endLine, column: 9, offset: 0 } };
  return diagnose('ASSET_NO_INPUTS', { artifact: 'asset', location: { kind: 'text', file, pointer: `/${line}`, range }, data: {} });
}

const warning = (file: string) =>
  diagnose('STRUCTURE_UNKNOWN_KEY', { artifact: 'asset', location: { kind: 'file', file }, data: { key: file, didYouMean: null } });

const times = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index));

describe('ciAnnotations', () => {
  it('says nothing of no findings', () => {
    expect(ciAnnotations([])).toBe('');
  });

  it('points to files, lines and columns, with the code as the title', () => {
    expect(read(ciAnnotations([atWorkspace, atText, atBytes, warning('w')], { pathOf: (file) => `game/${file}` }))).toMatchObject([
      { command: 'error', title: 'IO_ABORTED' },
      {
        command: 'error',
        file: 'game/assets/hero/asset.json',
        line: '2',
        endLine: '2',
        col: '13',
        endColumn: '18',
        title: 'ASSET_FORMAT_UNSUITABLE',
      },
      { command: 'error', file: 'game/assets/hero/idle.png', title: 'ASSET_NO_INPUTS' },
      { command: 'warning', file: 'game/w', title: 'STRUCTURE_UNKNOWN_KEY' },
    ]);
  });

  it('gives columns only within one line', () => {
    const [across] = read(ciAnnotations([error('a', 2, 4)]));
    expect(across).toMatchObject({ line: '2', endLine: '4' });
    expect(across).not.toHaveProperty('col');
  });

  it('escapes what would end a property, a command or a line', () => {
    const file = 'a,b:c%d\r\n::error::forged';
    const text = ciAnnotations([error(file)]);
    expect(text.trimEnd().split(/\r|\n/)).toHaveLength(1);
    expect(text).toContain('file=a%2Cb%3Ac%25d\\u000d\\u000a%3A%3Aerror%3A%3Aforged,');
    expect(read(text)[0]).toMatchObject({ file: escapeText(file) });
  });

  it('lets no name of a file move the cursor, hide, or turn the reading direction', () => {
    const text = ciAnnotations([error('a\u001b[2Jb\u202ec\u0085d\u{e0041}'), atHostileFile], { pathOf: (file) => `\u001b${file}` });
    expect(text.replaceAll('\n', '')).toBe(escapeText(text.replaceAll('\n', '')));
  });

  it('shows more than a call takes arguments, where it is told to', () => {
    const found = times(200_000, () => atBytes).map((diagnostic) => ({ ...diagnostic }));
    const text = ciAnnotations(found, { limit: Infinity, total: Infinity });
    expect(text.split('\n')).toHaveLength(200_001);
  });

  it('shows all where all fit, and no notice besides', () => {
    const found = [...times(10, (index) => error(`e${index}`)), ...times(10, (index) => warning(`w${index}`))];
    expect(read(ciAnnotations(found))).toHaveLength(20);
  });

  it('shows ten of a severity, and tells the exact numbers of all', () => {
    const found = [...times(11, (index) => error(`e${index}`)), ...times(12, (index) => warning(`w${index}`))];
    const shown = read(ciAnnotations(found));
    expect(shown.map(({ command }) => command)).toEqual([...times(10, () => 'error'), ...times(10, () => 'warning'), 'notice']);
    expect(shown.at(-1)?.message).toContain(showCounts({ error: 11, warning: 12, info: 0 }));
  });

  it('gives every file one before any has two', () => {
    const found = [...times(30, (index) => error('a', index + 1)), error('b'), error('c')];
    const files = read(ciAnnotations(found, { limit: 4 })).flatMap(({ command, ...rest }) =>
      command === 'error' ? [rest['file' as never]] : [],
    );
    expect(files).toEqual(['a', 'a', 'b', 'c']);
  });

  it('keeps errors before warnings where only so many fit in all', () => {
    const found = [...times(3, (index) => warning(`w${index}`)), ...times(3, (index) => error(`e${index}`))];
    expect(read(ciAnnotations(found, { total: 5 })).map(({ command }) => command)).toEqual([
      'error',
      'error',
      'error',
      'warning',
      'notice',
    ]);
  });

  it('tells what was left out before it came here', () => {
    const shown = read(ciAnnotations([atBytes, omitted]));
    expect(shown.at(-1)?.message).toContain(showCounts({ error: 31, warning: 0, info: 1 }));
  });

  it('is commands in lines of their own whatever the findings, and never over a limit', () => {
    fc.assert(
      fc.property(
        fc.array(anyDiagnostic, { maxLength: 40 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 3, max: 20 }),
        (found, limit, total) => {
          const text = ciAnnotations(found, { limit, total });
          const lines = text.split('\n').slice(0, -1);
          expect(lines.filter((line) => !COMMAND.test(line))).toEqual([]);
          expect(lines.length).toBeLessThanOrEqual(total);
          for (const command of ['error', 'warning', 'notice']) {
            expect(lines.filter((line) => line.startsWith(`::${command}`)).length).toBeLessThanOrEqual(limit);
          }
          const counts = countDiagnostics(found);
          if (counts.error > 0 && found.some(({ severity }) => severity === 'error')) expect(lines[0]).toMatch(/^::error/);
          if (lines.length < found.length) expect(read(text).at(-1)?.message).toContain(showCounts(counts));
        },
      ),
    );
  });
});
