import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { format, type Options } from 'prettier';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { codeExamples } from '../../src/explain/code-examples.js';
import { codePages } from '../../src/explain/code-pages.js';
import { explainCode, renderCodePage } from '../../src/explain.js';
import { explain } from '../../src/report/explain.js';
import { readCase } from '../diagnostics/cases/read-cases.js';
import { recordCase, type CaseExample } from '../diagnostics/cases/record-case.js';

const update = process.env['UPDATE_FIXTURES'] === '1';
const codes = Object.keys(catalogue).sort();
const folder = new URL('../../docs/diagnostics/', import.meta.url);
const prettierOptions = JSON.parse(readFileSync(new URL('../../etc/prettier.json', import.meta.url), 'utf8')) as Options;
const examplesFile = new URL('../../src/explain/code-examples.ts', import.meta.url);

/** The source of the examples, as it is written from the cases. */
async function examplesSource(examples: Readonly<Record<string, CaseExample>>): Promise<string> {
  const source = [
    "import type { DiagnosticCode } from 'prometeu-packer';",
    "import type { CodeExample } from './code-example.js';",
    '',
    '/** A finding of each code, recorded from its case in fixtures/diagnostics by the test of the pages. */',
    `export const codeExamples: Readonly<Record<DiagnosticCode, CodeExample>> = ${JSON.stringify(examples)};`,
    '',
  ];
  return format(source.join('\n'), { ...prettierOptions, parser: 'typescript' });
}

const row = (code: string): string => {
  const { severity, summary } = explain(code) ?? { severity: '', summary: '' };
  return `| [${code}](${code}.md) | ${severity} | ${summary.replaceAll('|', '\\|')} |`;
};

/** What each case gives now. */
async function recordExamples(): Promise<ReadonlyMap<string, CaseExample>> {
  const examples = new Map<string, CaseExample>();
  for (const code of codes) {
    const { example } = await recordCase(code, readCase(code));
    if (example !== null) examples.set(code, example);
  }
  return examples;
}

const examples = await recordExamples();

/** The pages by name, with the examples as the cases give them now. */
const pages: ReadonlyMap<string, string> = new Map([
  ['README.md', ['# Diagnostics', '', '| code | severity | what is wrong |', '|---|---|---|', ...codes.map(row), ''].join('\n')],
  ...codes.flatMap((code): [string, string][] => {
    const [explained, example] = [explainCode(code), examples.get(code)];
    return explained === undefined || example === undefined ? [] : [[`${code}.md`, renderCodePage({ ...explained, example })]];
  }),
]);

if (update) {
  writeFileSync(examplesFile, await examplesSource(Object.fromEntries(examples)));
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder));
  for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
}

describe('the pages of codes', () => {
  it('exist for each code and no other', () => {
    expect(Object.keys(codePages).sort()).toEqual(codes);
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  });

  it('show examples as the cases give them', () => {
    expect(Object.keys(codeExamples).sort()).toEqual(codes);
    expect(JSON.parse(JSON.stringify(codeExamples))).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(examples))));
  });

  it.each([...pages])('%s is what the catalogue, the page and the case say', (name, text) => {
    expect(existsSync(new URL(name, folder))).toBe(true);
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
  });

  it.each(codes)('%s says why it matters and what to do', (code) => {
    const { why, fix } = explainCode(code) ?? { why: '', fix: [] };
    expect(why.length).toBeGreaterThan(60);
    expect(fix.length).toBeGreaterThan(0);
    for (const step of fix) expect(step).toMatch(/^\S.*[.]$/);
  });

  it('name only commands that there are', () => {
    const named = Object.values(codePages).flatMap(({ why, fix }) => [why, ...fix].join(' ').match(/(?<=`prometeu-packer )[a-z-]+/g) ?? []);
    const known = ['register', 'migrate', 'set', 'fix', 'undo', 'unlock', 'doctor', 'build', 'verify', 'diff', 'report', 'explain'];
    expect(named.filter((command) => !known.includes(command))).toEqual([]);
  });

  it('nothing is said of a code that there is not', () => {
    expect(explainCode('NO_SUCH_CODE')).toBeUndefined();
    expect(explainCode('toString')).toBeUndefined();
  });
});
