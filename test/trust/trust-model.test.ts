import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DEFAULT_BUDGETS } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { MAX_PATH_BYTES, MAX_SEGMENT_BYTES } from '../../src/paths/path-fault.js';
import { MAX_UNDO_BYTES } from '../../src/plans/undo/parse-undo-record.js';
import { MAX_LOCK_BYTES } from '../../src/ports/lock-owner.js';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { readSources } from '../architecture/read-sources.js';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/trust-model.md'), 'utf8');

const namedTests = (text: string): readonly string[] =>
  [...text.matchAll(/`(?<path>test\/[^`]+)`/g)].map(({ groups }) => groups?.['path'] ?? '');

/** The rows of the table under a heading, cell by cell. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const bare = (cell: string): string => cell.replaceAll('`', '');

const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

describe('docs/trust-model.md', () => {
  it('names tests that there are', () => {
    const tests = namedTests(page);
    expect(tests.length).toBeGreaterThan(40);
    expect([...new Set(tests)].filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });

  it('names a test for each statement', () => {
    const statements = page.split('\n').filter((line) => line.startsWith('- '));
    expect(statements.filter((line) => namedTests(line).length === 0)).toEqual([]);
    const rows = [...tableUnder('Who and what is meant'), ...tableUnder('The gates')];
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((cells) => namedTests(cells.at(-1) ?? '').length === 0)).toEqual([]);
  });

  it('names values and functions of the gates that there are', () => {
    const all = readSources('src')
      .map(({ text }) => text)
      .join('\n');
    for (const [, values = '', functions = ''] of tableUnder('The gates')) {
      for (const [, name] of values.matchAll(/`(\w+)`/g))
        expect([name, new RegExp(`(?:interface|type) ${name}\\b`).test(all)]).toEqual([name, true]);
      for (const [, name] of functions.matchAll(/`(\w+)`/g))
        expect([name, new RegExp(`export (?:async )?function ${name}\\b`).test(all)]).toEqual([name, true]);
    }
  });

  it('tells the budgets as they are', () => {
    const told = tableUnder('Budgets').map(([budget = '', value = '']) => [bare(budget), value]);
    const known = Object.entries(DEFAULT_BUDGETS).flatMap(([area, limits]) =>
      Object.entries(limits as Readonly<Record<string, number>>).map(([name, value]) => [`${area}.${name}`, grouped(value)]),
    );
    expect(told).toEqual(known);
    const codes = tableUnder('Budgets').flatMap(([, , , cell = '']) => bare(cell).split(', '));
    expect(codes.filter((code) => !(code in catalogue))).toEqual([]);
  });

  it('tells the fixed limits as they are', () => {
    for (const limit of [MAX_SEGMENT_BYTES, MAX_PATH_BYTES, MAX_LOCK_BYTES, MAX_UNDO_BYTES]) expect(page).toContain(` ${grouped(limit)} `);
  });
});
