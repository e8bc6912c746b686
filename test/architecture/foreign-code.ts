import { importsOf } from './imports.js';
import { referencesOf } from './references.js';
import type { Rule } from './source-file.js';
import { lineOf } from './syntax.js';

const evaluators: ReadonlySet<string> = new Set(['eval', 'Function', 'WebAssembly', 'importScripts']);
const runners = /^(node:)?(vm|child_process|worker_threads|cluster|module|inspector|repl)(\/|$)/;

/** The one thread that the package starts, to digest bytes: its program is a file of our own, named in the text. */
const ownThread: ReadonlySet<string> = new Set(['src/node/hash-worker.ts', 'src/node/late-module.ts', 'src/node/node-digest-helper.ts']);

/** Nothing foreign runs, in no room: no evaluated text, no other process, no module whose name is computed. */
export const foreignCode: Rule = (files) =>
  files.flatMap((file) => [
    ...referencesOf(file)
      .filter(({ text }) => evaluators.has(text))
      .map((node) => ({ rule: 'evaluates', path: file.path, line: lineOf(node), found: node.text })),
    ...importsOf(file).flatMap(({ specifier, line }) => {
      if (specifier === null) return [{ rule: 'computed-module', path: file.path, line, found: 'import()' }];
      if (specifier === 'node:worker_threads' && ownThread.has(file.path)) return [];
      return runners.test(specifier) ? [{ rule: 'runs-code', path: file.path, line, found: specifier }] : [];
    }),
  ]);
