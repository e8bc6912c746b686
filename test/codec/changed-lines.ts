import { diffArrays } from 'diff';

/** The lines of which two texts differ, their line endings included. */
export function changedLines(before: string, after: string): { readonly removed: readonly string[]; readonly added: readonly string[] } {
  const lines = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const parts = diffArrays(lines(before), lines(after));
  return {
    removed: parts.filter(({ removed }) => removed).flatMap(({ value }) => value),
    added: parts.filter(({ added }) => added).flatMap(({ value }) => value),
  };
}
