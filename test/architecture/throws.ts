import ts from 'typescript';
import type { Rule } from './source-file.js';
import { lineOf, nodesOf, parse } from './syntax.js';

const allowed = 'src/base/assert-never.ts';

function throws(node: ts.Node): boolean {
  return ts.isThrowStatement(node) || (ts.isPropertyAccessExpression(node) && node.getText() === 'Promise.reject');
}

/** Failure is a value: only the guard of exhaustive switches throws. */
export const noThrow: Rule = (files) =>
  files
    .filter(({ path }) => path !== allowed)
    .flatMap((file) =>
      [...nodesOf(parse(file))]
        .filter(throws)
        .map((node) => ({ rule: 'throws', path: file.path, line: lineOf(node), found: node.getText() })),
    );
