import ts from 'typescript';
import type { Rule } from './source-file.js';
import { exportedDeclarations, lineOf, parse } from './syntax.js';

function isDocumented(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).some((doc) => ts.isJSDoc(doc) && (ts.getTextOfJSDocComment(doc.comment) ?? '').trim() !== '');
}

/** Every export says what it is. (Members of what the entries show are watched by the API reports.) */
export const docComments: Rule = (files) =>
  files.flatMap((file) => {
    const exported = exportedDeclarations(parse(file));
    const documented = new Set(exported.filter(({ node }) => isDocumented(node)).map(({ name }) => name)); // one overload speaks for all
    return exported
      .filter(({ name }) => !documented.has(name))
      .map(({ name, node }) => ({ rule: 'undocumented-export', path: file.path, line: lineOf(node), found: name }));
  });
