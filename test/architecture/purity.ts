import ts from 'typescript';
import { knowsHost } from './house.js';
import { importsOf } from './imports.js';
import { referencesOf } from './references.js';
import type { Rule, SourceFile, Violation } from './source-file.js';
import { lineOf, nodesOf, parse } from './syntax.js';

/** The host, the clock, chance, the locale: a core that asks any of them gives other answers elsewhere. */
const hostGlobals: ReadonlySet<string> = new Set([
  'process',
  'console',
  'Buffer',
  'NodeJS',
  'global',
  'globalThis',
  'require',
  'module',
  '__dirname',
  '__filename',
  'Date',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'navigator',
  'Intl',
]);

/** Methods whose answer depends on the locale. */
const localeMethods: ReadonlySet<string> = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'toLocaleDateString',
  'toLocaleTimeString',
]);

/** `Math` may be asked for anything but `random`; handed on whole, it could be asked for that. */
function takesRandom(identifier: ts.Identifier): boolean {
  if (identifier.text !== 'Math') return false;
  const { parent } = identifier;
  return !ts.isPropertyAccessExpression(parent) || parent.expression !== identifier || parent.name.text === 'random';
}

function judgeFile(file: SourceFile): readonly Violation[] {
  const at = (rule: string, node: ts.Node): Violation => ({ rule, path: file.path, line: lineOf(node), found: node.getText() });
  const references = referencesOf(file);
  const nodes = [...nodesOf(parse(file))];
  return [
    ...importsOf(file)
      .filter(({ specifier }) => specifier?.startsWith('node:') === true)
      .map(({ specifier, line }) => ({ rule: 'host-module', path: file.path, line, found: specifier ?? '' })),
    ...references.filter(({ text }) => hostGlobals.has(text)).map((node) => at('host-global', node)),
    ...references.filter(takesRandom).map((node) => at('random', node.parent)),
    ...nodes.filter(ts.isMetaProperty).map((node) => at('host-global', node)),
    ...nodes
      .filter(ts.isPropertyAccessExpression)
      .filter(({ name }) => localeMethods.has(name.text))
      .map(({ name }) => at('locale', name)),
  ];
}

/** Outside src/node and src/cli nothing knows the host, the clock, chance or the locale. */
export const purity: Rule = (files) => files.filter(({ path }) => !knowsHost(path)).flatMap(judgeFile);
