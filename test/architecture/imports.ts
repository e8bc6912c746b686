import ts from 'typescript';
import type { SourceFile } from './source-file.js';
import { lineOf, nodesOf, parse } from './syntax.js';

/** One place where a file names another module, for values or for types alike. */
export interface ImportReference {
  /** The module's name as written; null where it is computed. */
  readonly specifier: string | null;
  /** Line, counted from 1. */
  readonly line: number;
}

function moduleNameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads = expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
  return loads ? (node.arguments[0] ?? node) : undefined;
}

/** Every module that a file names: imports and exports, `import()` of values and of types, `require`. */
export function importsOf(file: SourceFile): readonly ImportReference[] {
  return [...nodesOf(parse(file))].flatMap((node) => {
    const name = moduleNameOf(node);
    if (name === undefined) return [];
    return [{ specifier: ts.isStringLiteralLike(name) ? name.text : null, line: lineOf(node) }];
  });
}

/** The file that a relative specifier leads to, from the repository's root; null for packages. */
export function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const { pathname } = new URL(specifier, `file:///${path}`);
  return pathname.slice(1).replace(/\.js$/, '.ts');
}
