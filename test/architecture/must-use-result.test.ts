import { Linter } from 'eslint';
import { resolve } from 'node:path';
import ts from 'typescript';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { mustUseResult } from '../../etc/must-use-result.js';

const filename = resolve(import.meta.dirname, 'planted.ts');

const head = `import { ok, type Result } from 'neverthrow';
declare function one(): Result<number, string>;
declare function later(): Promise<Result<number, string>>;
declare function either(): Result<number, string> | undefined;
declare function plain(): Promise<number>;
`;

/** A program of one file that exists only here, typed by the packages that are installed. */
function programOf(text: string): ts.Program {
  const options: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, types: [] };
  const installed = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...installed,
    fileExists: (name) => name === filename || installed.fileExists(name),
    getSourceFile: (name, ...rest) =>
      name === filename ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : installed.getSourceFile(name, ...rest),
  };
  return ts.createProgram([filename], options, host);
}

function findingsIn(body: string) {
  const text = head + body;
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser, parserOptions: { programs: [programOf(text)] } },
    plugins: { local: { rules: { 'must-use-result': mustUseResult } } },
    rules: { 'local/must-use-result': 'error' },
  };
  const cwd = resolve(import.meta.dirname, '../..');
  return new Linter({ cwd }).verify(text, config, { filename }).map(({ line, ruleId }) => ({ line, ruleId }));
}

describe('local/must-use-result', () => {
  it('reports each Result that a statement drops', () => {
    const dropped = ['one();', 'await later();', 'void later();', 'one().map((n) => n + 1);', 'either();', 'ok(1);'];
    const first = head.split('\n').length;
    expect(findingsIn(dropped.join('\n'))).toEqual(dropped.map((_, index) => ({ line: first + index, ruleId: 'local/must-use-result' })));
  });

  it('accepts a Result that is looked at, returned or handed on', () => {
    const used = [
      'let kept = one();',
      'kept = await later();',
      'if (kept.isErr()) kept.error.trim();',
      'one().match(String, String);',
      'export const answer = async () => (await later()).isOk();',
      'export const given = () => one();',
      'console.log(await later());',
      'await plain();',
    ];
    expect(findingsIn(used.join('\n'))).toEqual([]);
  });
});
