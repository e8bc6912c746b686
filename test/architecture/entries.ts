import ts from 'typescript';
import { entryOf, entryRooms, roomOf } from './house.js';
import { targetOf } from './imports.js';
import type { Rule, SourceFile, Violation } from './source-file.js';
import { lineOf, parse } from './syntax.js';

function namesImportedBy(source: ts.SourceFile): ReadonlySet<string> {
  const clauses = source.statements.filter(ts.isImportDeclaration).map(({ importClause }) => importClause);
  return new Set(
    clauses.flatMap((clause) => {
      const bindings = clause?.namedBindings;
      const named =
        bindings === undefined ? [] : ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [bindings.name.text];
      return clause?.name === undefined ? named : [clause.name.text, ...named];
    }),
  );
}

function isReExport(statement: ts.Statement, imported: ReadonlySet<string>): boolean {
  if (!ts.isExportDeclaration(statement)) return false;
  if (statement.moduleSpecifier !== undefined) return true;
  const { exportClause } = statement;
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return false;
  return exportClause.elements.some(({ name, propertyName }) => imported.has((propertyName ?? name).text));
}

function judgeRoomFile(file: SourceFile): readonly Violation[] {
  const source = parse(file);
  const imported = namesImportedBy(source);
  return source.statements
    .filter((statement) => isReExport(statement, imported))
    .map((statement) => ({ rule: 're-export-outside-entry', path: file.path, line: lineOf(statement), found: statement.getText() }));
}

function judgeEntryStatement(path: string, rooms: readonly string[], statement: ts.Statement): string | null {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return 'entry-holds-code';
  if (statement.exportClause === undefined || !ts.isNamedExports(statement.exportClause)) return 'entry-names-nothing';
  const specifier = ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : '';
  const room = roomOf(targetOf(path, specifier) ?? '');
  return room !== null && rooms.includes(room) ? null : 'entry-out-of-its-rooms';
}

function judgeEntry(file: SourceFile, entry: string): readonly Violation[] {
  const rooms = entryRooms.get(entry);
  if (rooms === undefined) return [{ rule: 'unknown-entry', path: file.path, line: 1, found: entry }];
  if (entry === 'cli') return []; // a program, not a surface: it runs, and exports nothing
  const source = parse(file);
  const undocumented = /^\/\*\*[^]*?@packageDocumentation/.test(file.text)
    ? []
    : [{ rule: 'entry-undocumented', path: file.path, line: 1, found: entry }];
  const misplaced = source.statements.flatMap((statement) => {
    const rule = judgeEntryStatement(file.path, rooms, statement);
    return rule === null ? [] : [{ rule, path: file.path, line: lineOf(statement), found: statement.getText() }];
  });
  return [...undocumented, ...misplaced];
}

/**
 * The entries are flat files of explicit named re-exports from their own rooms, under a package comment, and nothing
 * else re-exports. `index` names no adapter.
 */
export const entrySurfaces: Rule = (files) =>
  files.flatMap((file) => {
    const entry = entryOf(file.path);
    return entry === null ? judgeRoomFile(file) : judgeEntry(file, entry);
  });
