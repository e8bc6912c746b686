import ts from 'typescript';
import type { SourceFile } from './source-file.js';

const trees = new WeakMap<SourceFile, ts.SourceFile>();

/** The syntax tree of a file; made once, since every rule asks for it. */
export function parse(file: SourceFile): ts.SourceFile {
  const tree = trees.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
  trees.set(file, tree);
  return tree;
}

/** The line on which a node begins, counted from 1. */
export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** Every node below and including `node`, in the order of the text. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** Whether a declaration carries a modifier such as `export`. */
export function hasModifier(node: ts.Node, kind: ts.ModifierSyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);
}

/** The declarations that a file itself exports, with their names; re-exports aside. */
export function exportedDeclarations(source: ts.SourceFile): readonly { readonly name: string; readonly node: ts.Statement }[] {
  const listed = new Set(
    source.statements
      .filter(ts.isExportDeclaration)
      .flatMap(({ exportClause }) => (exportClause !== undefined && ts.isNamedExports(exportClause) ? [...exportClause.elements] : []))
      .map(({ name, propertyName }) => (propertyName ?? name).text),
  );
  return source.statements.flatMap((node) =>
    declaredNames(node)
      .filter((name) => hasModifier(node, ts.SyntaxKind.ExportKeyword) || listed.has(name))
      .map((name) => ({ name, node })),
  );
}

function declaredNames(node: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const named =
    ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node);
  return named && node.name !== undefined ? [node.name.text] : [];
}
