import ts from 'typescript';
import { entries } from '../../etc/entries.js';
import { targetOf } from '../architecture/imports.js';
import { readSources } from '../architecture/read-sources.js';
import type { SourceFile } from '../architecture/source-file.js';
import { exportedDeclarations, parse } from '../architecture/syntax.js';

/** Something that an entry exports. */
export interface EntryExport {
  /** The entry: `index`, `node` and so on. */
  readonly entry: string;
  /** The name under which it is exported. */
  readonly name: string;
  /** Whether it can be called. */
  readonly isFunction: boolean;
  /** The code of its examples. */
  readonly examples: readonly string[];
}

function isFunction(node: ts.Statement): boolean {
  if (!ts.isVariableStatement(node)) return ts.isFunctionDeclaration(node);
  return node.declarationList.declarations.some(
    ({ initializer }) => initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
  );
}

function examplesOf(node: ts.Statement): readonly string[] {
  return ts
    .getJSDocTags(node)
    .filter(({ tagName }) => tagName.text === 'example')
    .map(({ comment }) => (ts.getTextOfJSDocComment(comment) ?? '').replace(/^```ts\n/, '').replace(/\n```$/, '\n'));
}

function reExportsOf(file: SourceFile): readonly { readonly name: string; readonly own: string; readonly path: string }[] {
  return parse(file)
    .statements.filter(ts.isExportDeclaration)
    .flatMap(({ exportClause, moduleSpecifier }) => {
      if (exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
      const path = moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? targetOf(file.path, moduleSpecifier.text) : null;
      return path === null
        ? []
        : exportClause.elements.map(({ name, propertyName }) => ({ name: name.text, own: (propertyName ?? name).text, path }));
    });
}

/** Whatever the entries export, with the examples in its comment. */
export function readExamples(): readonly EntryExport[] {
  const sources = new Map(readSources('src').map((file) => [file.path, file]));
  const declarationsOf = (path: string) => {
    const file = sources.get(path);
    return file === undefined ? [] : exportedDeclarations(parse(file));
  };
  return entries.flatMap((entry) => {
    const file = sources.get(`src/${entry}.ts`);
    return (file === undefined ? [] : reExportsOf(file)).flatMap(({ name, own, path }) => {
      const nodes = declarationsOf(path).filter((declared) => declared.name === own);
      return {
        entry,
        name,
        isFunction: nodes.some(({ node }) => isFunction(node)),
        examples: nodes.flatMap(({ node }) => examplesOf(node)),
      };
    });
  });
}
