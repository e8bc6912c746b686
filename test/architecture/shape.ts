import ts from 'typescript';
import type { Rule } from './source-file.js';
import { hasModifier, lineOf, nodesOf, parse } from './syntax.js';

function judge(node: ts.Node): string | null {
  if (ts.isClassLike(node)) return 'class';
  if (ts.isEnumDeclaration(node)) return 'enum';
  if (ts.isModuleDeclaration(node)) return 'namespace';
  if (ts.isExportAssignment(node) || hasModifier(node, ts.SyntaxKind.DefaultKeyword)) return 'default-export';
  return ts.isExportSpecifier(node) && node.name.text === 'default' ? 'default-export' : null;
}

/** Functions and plain data under their own names: no classes, enums, namespaces or default exports. */
export const shape: Rule = (files) =>
  files.flatMap((file) =>
    [...nodesOf(parse(file))].flatMap((node) => {
      const rule = judge(node);
      return rule === null ? [] : [{ rule, path: file.path, line: lineOf(node), found: node.getText().split('\n')[0] ?? '' }];
    }),
  );
