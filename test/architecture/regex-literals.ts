import ts from 'typescript';
import { referencesOf } from './references.js';
import type { Rule, SourceFile } from './source-file.js';
import { lineOf, nodesOf, parse } from './syntax.js';

/** A regular expression as it stands in a file. */
export interface RegexLiteral {
  readonly path: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** With its slashes and flags. */
  readonly text: string;
}

/** Every regular expression of some files. */
export function regexLiteralsOf(files: readonly SourceFile[]): readonly RegexLiteral[] {
  return files.flatMap((file) =>
    [...nodesOf(parse(file))]
      .filter(ts.isRegularExpressionLiteral)
      .map((node) => ({ path: file.path, line: lineOf(node), text: node.text })),
  );
}

/** Makes the expression that a literal stands for. */
export function regexOf({ text }: RegexLiteral): RegExp {
  const end = text.lastIndexOf('/');
  return new RegExp(text.slice(1, end), text.slice(end + 1));
}

/**
 * Expressions are literals, so that the linter can tell whether their time grows with the text: none is made of another
 * text, and nowhere is the linter told to look away.
 */
export const literalRegexes: Rule = (files) =>
  files.flatMap((file) => [
    ...referencesOf(file)
      .filter(({ text, parent }) => text === 'RegExp' && (ts.isCallExpression(parent) || ts.isNewExpression(parent)))
      .map((node) => ({ rule: 'regex-of-text', path: file.path, line: lineOf(node), found: node.parent.getText() })),
    ...[...file.text.matchAll(/eslint-disable[^\n]*regexp\/[\w-]+/g)].map(({ 0: found, index }) => ({
      rule: 'regex-unchecked',
      path: file.path,
      line: file.text.slice(0, index).split('\n').length,
      found,
    })),
  ]);
