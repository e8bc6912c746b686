import ts from 'typescript';
import { knowsHost } from './house.js';
import type { Rule, SourceFile, Violation } from './source-file.js';
import { hasModifier, lineOf, nodesOf, parse } from './syntax.js';

const containers: ReadonlySet<string> = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);

function isReadonly(type: ts.TypeNode): boolean {
  if (ts.isTypeOperatorNode(type)) return type.operator === ts.SyntaxKind.ReadonlyKeyword;
  return ts.isTypeReferenceNode(type) && !/^(Map|Set|WeakMap|WeakSet|Array|Record)$/.test(type.typeName.getText());
}

function stripSatisfies(value: ts.Expression): ts.Expression {
  return ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value) ? stripSatisfies(value.expression) : value;
}

/** A list or map that whoever sees it may change: neither `as const` nor of a read-only type. */
function isMutableContainer({ type, initializer }: ts.VariableDeclaration, exported: boolean): boolean {
  if (initializer === undefined || (type !== undefined && isReadonly(type))) return false;
  const value = stripSatisfies(initializer);
  if (ts.isNewExpression(value)) {
    const made = value.expression.getText();
    return containers.has(made) || (exported && made.endsWith('Array'));
  }
  return ts.isArrayLiteralExpression(value) || (exported && ts.isObjectLiteralExpression(value));
}

/** A global or sticky expression remembers where its last match ended. */
function statefulExpressions(source: ts.SourceFile, declaration: ts.VariableDeclaration): readonly ts.Node[] {
  const { name, initializer } = declaration;
  if (initializer === undefined || !ts.isRegularExpressionLiteral(initializer) || !/\/[a-z]*[gy][a-z]*$/.test(initializer.text)) return [];
  return [...nodesOf(source)]
    .filter(ts.isPropertyAccessExpression)
    .filter((access) => access.expression.getText() === name.getText() && ['test', 'exec', 'lastIndex'].includes(access.name.text));
}

function judgeStatement(source: ts.SourceFile, statement: ts.Statement): readonly (readonly [rule: string, node: ts.Node])[] {
  if (ts.isVariableStatement(statement)) {
    const { declarationList } = statement;
    if ((declarationList.flags & ts.NodeFlags.Const) === 0) return [['mutable-binding', declarationList]];
    const exported = hasModifier(statement, ts.SyntaxKind.ExportKeyword);
    return declarationList.declarations.flatMap((declaration) => [
      ...(isMutableContainer(declaration, exported) ? [['mutable-container', declaration.name] as const] : []),
      ...statefulExpressions(source, declaration).map((node) => ['stateful-expression', node] as const),
    ]);
  }
  const declares =
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return declares ? [] : [['runs-on-load', statement]];
}

function judgeFile(file: SourceFile): readonly Violation[] {
  const source = parse(file);
  return source.statements
    .flatMap((statement) => judgeStatement(source, statement))
    .map(([rule, node]) => ({ rule, path: file.path, line: lineOf(node), found: node.getText() }));
}

/** Outside src/node and src/cli a module only declares: no bindings or containers that change, nothing run on loading. */
export const moduleState: Rule = (files) => files.filter(({ path }) => !knowsHost(path)).flatMap(judgeFile);
