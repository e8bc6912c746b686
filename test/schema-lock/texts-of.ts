import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { compareStrings } from '../../src/base/compare-strings.js';

const root = join(import.meta.dirname, '../..');

function textsIn(file: string, pick: (node: ts.Node) => string | null): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = pick(node);
    if (text !== null) found.push(text);
    if (!ts.isImportDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest));
  return [...new Set(found)].sort(compareStrings);
}

/** The keys of all object literals in a source file. */
export function keysOf(file: string): readonly string[] {
  return textsIn(file, (node) => (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : null));
}

/** The texts and keys that a source file holds. */
export function textsOf(file: string): readonly string[] {
  const texts = textsIn(file, (node) => (ts.isStringLiteral(node) ? node.text : null));
  return [...new Set([...texts, ...keysOf(file)])];
}
