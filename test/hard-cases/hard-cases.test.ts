import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readSources } from '../architecture/read-sources.js';
import { nodesOf, parse } from '../architecture/syntax.js';
import { HARD_CASES } from './hard-cases.js';

const root = resolve(import.meta.dirname, '../..');

/** How many cases there are under each letter. */
const COUNTS = { B: 23, V: 12, P: 27, I: 11, A: 21, S: 9, C: 7, X: 22 } as const;

const ids = Object.entries(COUNTS).flatMap(([letter, count]) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`));

const RUNNERS = new Set(['it', 'test', 'describe']);

/** The name that a call such as `it.each(rows)('…')` runs under. */
function runnerOf(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) || ts.isCallExpression(node) ? runnerOf(node.expression) : null;
}

/** Everything in quotes that may be the title of a test: in calls that make tests, and in the tables that tests are made of. */
function titlesIn(path: string): readonly string[] {
  const tree = parse({ path, text: readFileSync(resolve(root, path), 'utf8') });
  const quoted = (node: ts.Node): readonly string[] =>
    [...nodesOf(node)].flatMap((each) =>
      ts.isStringLiteralLike(each) ? [each.text] : ts.isTemplateExpression(each) ? [each.getText()] : [],
    );
  return [...nodesOf(tree)].flatMap((node) => {
    if (ts.isCallExpression(node) && RUNNERS.has(runnerOf(node.expression) ?? '')) return quoted(node);
    return ts.isVariableStatement(node) ? quoted(node) : [];
  });
}

/** Whether a text is more than the id alone, which could be data. */
const names = (id: string, title: string): boolean => new RegExp(`\\b${id}\\b`).test(title) && /[a-z]{2,}|%s|\$\{/.test(title);

/** Whether a file that is no test is imported by one. */
const isRun = (path: string): boolean =>
  readSources('test').some(
    ({ path: other, text }) =>
      dirname(other) === dirname(path) && other.endsWith('.test.ts') && text.includes(`./${basename(path, '.ts')}.js'`),
  );

describe('hard cases', () => {
  it('are all in the table, each once, and nothing else is', () => {
    expect(ids).toHaveLength(132);
    expect([...HARD_CASES.keys()].sort()).toEqual([...ids].sort());
  });

  it.each([...HARD_CASES])('%s is named by a title in its file', (id, coverage) => {
    if ('reason' in coverage) {
      expect(coverage.reason.length).toBeGreaterThan(20);
      return;
    }
    expect([coverage.test, existsSync(resolve(root, coverage.test))]).toEqual([coverage.test, true]);
    expect([coverage.test, titlesIn(coverage.test).some((title) => names(id, title))]).toEqual([coverage.test, true]);
    if (!/\.test(?:-d)?\.ts$/.test(coverage.test)) expect([coverage.test, isRun(coverage.test)]).toEqual([coverage.test, true]);
  });
});
