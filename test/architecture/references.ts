import ts from 'typescript';
import type { SourceFile } from './source-file.js';
import { nodesOf, parse } from './syntax.js';

/** Whether an identifier only names a part of something: a property, a parameter's label, a declaration, an import. */
function isName(identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === identifier;
  if (ts.isQualifiedName(parent)) return parent.right === identifier;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.name === identifier || parent.propertyName === identifier;
  if (ts.isImportSpecifier(parent) || ts.isMetaProperty(parent)) return true;
  return 'name' in parent && parent.name === identifier;
}

/**
 * The identifiers of a file that refer to something, in code and in types. Whether a local declaration hides a global
 * of the same name is not asked: such a name misleads readers too.
 */
export function referencesOf(file: SourceFile): readonly ts.Identifier[] {
  return [...nodesOf(parse(file))].filter(ts.isIdentifier).filter((identifier) => !isName(identifier));
}
