import { entryOf, firstOuterFloor, floorOf, packageName, roomOf } from './house.js';
import { importsOf, targetOf } from './imports.js';
import type { Rule, SourceFile, Violation } from './source-file.js';

function judgeOwnName(room: string, specifier: string): string | null {
  if (specifier !== packageName && !specifier.startsWith(`${packageName}/`)) return null;
  const floor = floorOf(room);
  if (floor < firstOuterFloor) return 'core-imports-itself-by-name';
  const other = specifier.slice(packageName.length + 1);
  return other === '' || floorOf(other) < floor ? null : 'not-a-lower-floor';
}

function judgeRelative(file: SourceFile, room: string, target: string): string | null {
  const other = roomOf(target);
  if (other === room) return isForeignSchema(file.path, target) ? 'schema-imports-schema' : null;
  if (entryOf(target) !== null) return 'imports-an-entry';
  if (other === null) return 'leaves-src';
  if (floorOf(other) >= floorOf(room)) return 'not-a-lower-floor';
  return floorOf(room) >= firstOuterFloor ? 'core-not-by-package-name' : null;
}

/** The schema of a version is a frozen copy: it knows no other version's. */
function isForeignSchema(path: string, target: string): boolean {
  return path.endsWith('.schema.ts') && target.endsWith('.schema.ts');
}

function judgeFile(file: SourceFile): readonly Violation[] {
  const room = roomOf(file.path);
  if (room === null) return [];
  if (floorOf(room) < 0) return [{ rule: 'unknown-room', path: file.path, line: 1, found: room }];
  return importsOf(file).flatMap(({ specifier, line }) => {
    if (specifier === null) return [];
    const target = targetOf(file.path, specifier);
    const rule = target === null ? judgeOwnName(room, specifier) : judgeRelative(file, room, target);
    return rule === null ? [] : [{ rule, path: file.path, line, found: specifier }];
  });
}

/**
 * Imports go to a lower floor or stay in their room; rooms of one floor do not know each other. Type imports count.
 * The outer rooms reach the core by the package's name only, so that every entry shares one copy of it.
 */
export const layers: Rule = (files) => files.flatMap(judgeFile);
