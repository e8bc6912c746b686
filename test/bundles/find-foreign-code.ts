import ts from 'typescript';
import { importsOf } from '../architecture/imports.js';
import { referencesOf } from '../architecture/references.js';
import type { SourceFile } from '../architecture/source-file.js';
import { lineOf, nodesOf, parse } from '../architecture/syntax.js';

/** One place where a script could make code of data, or start another program. */
export interface ForeignCode {
  readonly rule: 'evaluates' | 'constructs-code' | 'timer-of-text' | 'runs-code' | 'computed-module' | 'starts-worker' | 'code-url';
  /** Line, counted from 1. */
  readonly line: number;
  readonly found: string;
}

const evaluators: ReadonlySet<string> = new Set([
  'eval',
  'Function',
  'AsyncFunction',
  'GeneratorFunction',
  'WebAssembly',
  'importScripts',
  'execScript',
]);
const workers: ReadonlySet<string> = new Set(['Worker', 'SharedWorker']);
const timers: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate']);
const runners = /^(node:)?(vm|child_process|worker_threads|cluster|module|inspector|repl|wasi|sea)(\/|$)/;
const codeUrl = /^(data|blob|javascript):/i;

function nameOf(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : null;
}

/** Whether an expression is a text, as far as its form tells. */
function isText(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

/** A name that a bundler may have numbered: `join2` of `join`. */
const isNamed = (node: ts.Expression, name: string): boolean => nameOf(node)?.replace(/\d+$/, '') === name;

/**
 * Whether a worker's program is a module that the text itself names, beside its own: `new URL('./x.js', import.meta.url)`, or
 * `join(import.meta.dirname, 'x.js')`.
 */
function isOwnModule(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isNewExpression(node) && isNamed(node.expression, 'URL')) {
    const [path, base] = node.arguments ?? [];
    return path !== undefined && base !== undefined && ts.isStringLiteralLike(path) && base.getText() === 'import.meta.url';
  }
  if (!ts.isCallExpression(node) || !isNamed(node.expression, 'join')) return false;
  const [folder, name, ...more] = node.arguments;
  const isHere = folder?.getText() === 'import.meta.dirname' && more.length === 0;
  return isHere && name !== undefined && ts.isStringLiteralLike(name) && /^[\w-]+\.js$/.test(name.text);
}

function judgeCall(node: ts.CallExpression | ts.NewExpression): ForeignCode['rule'] | null {
  const name = nameOf(node.expression);
  const [first] = node.arguments ?? [];
  if (name === null) return null;
  if (workers.has(name) && ts.isNewExpression(node) && !isOwnModule(first)) return 'starts-worker';
  if (timers.has(name) && first !== undefined && isText(first)) return 'timer-of-text';
  const isBare = ts.isIdentifier(node.expression);
  // (() => {}).constructor('code'): the constructor of functions, without its name
  return name === 'constructor' && !isBare && first !== undefined ? 'constructs-code' : null;
}

function judge(node: ts.Node): ForeignCode['rule'] | null {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return judgeCall(node);
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) return codeUrl.test(node.text) ? 'code-url' : null;
  if (ts.isBindingElement(node)) return evaluators.has((node.propertyName ?? node.name).getText()) ? 'evaluates' : null;
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return null;
  const name = nameOf(node);
  if (name === 'createObjectURL') return 'code-url';
  return name !== null && evaluators.has(name) ? 'evaluates' : null;
}

/**
 * The places of a script where text becomes code or another program starts, by syntax: evaluators by any name that leads
 * to them, modules and workers that are not named in the text, timers that take text, addresses that hold code. The
 * address of a worker's program may come from whoever calls, but then the caller starts the worker.
 */
export function findForeignCode(file: SourceFile): readonly ForeignCode[] {
  return [
    ...referencesOf(file)
      .filter(({ text }) => evaluators.has(text))
      .map((node): ForeignCode => ({ rule: 'evaluates', line: lineOf(node), found: node.text })),
    ...importsOf(file).flatMap(({ specifier, line }): readonly ForeignCode[] => {
      if (specifier === null) return [{ rule: 'computed-module', line, found: 'import()' }];
      return runners.test(specifier) ? [{ rule: 'runs-code', line, found: specifier }] : [];
    }),
    ...[...nodesOf(parse(file))].flatMap((node): readonly ForeignCode[] => {
      const rule = judge(node);
      return rule === null ? [] : [{ rule, line: lineOf(node), found: node.getText().slice(0, 80) }];
    }),
  ];
}
