import { compareStrings } from '../../base/compare-strings.js';
import type { Diagnostic, Fix, TextEdit } from '../../diagnostics/diagnostic.js';

/** A fix that changes no meaning, and the finding that offers it. */
export interface SafeTextFix {
  /** The finding. */
  readonly diagnostic: Diagnostic;
  /** Its place among the fixes of the finding, from `1`: what `planFix` takes as the choice. */
  readonly choice: string;
  /** The fix. */
  readonly fix: Fix;
}

function isApart(edit: TextEdit, others: readonly TextEdit[] = []): boolean {
  return others.every(({ start, end }) => edit.end <= start || edit.start >= end);
}

/**
 * The safe fixes among findings that can be made together: of each finding the first one, and of two that overlap the one that
 * comes first. Who has made them looks again for the others.
 *
 * @param isTaken - whether fixes of a file are taken at all.
 */
export function safeTextFixes(diagnostics: readonly Diagnostic[], isTaken: (file: string) => boolean): readonly SafeTextFix[] {
  const taken: SafeTextFix[] = [];
  const edits = new Map<string, TextEdit[]>();
  for (const diagnostic of diagnostics) {
    const index = diagnostic.fixes.findIndex((fix) => fix.applicability === 'safe' && fix.edits.length > 0);
    const fix = diagnostic.fixes[index];
    if (fix?.edits.every((edit) => isTaken(edit.file) && isApart(edit, edits.get(edit.file))) !== true) continue;
    for (const edit of fix.edits) edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
    taken.push({ diagnostic, choice: String(index + 1), fix });
  }
  return taken;
}

/** The replacements of several fixes in one file, in its order. */
export function editsOfSafeTextFixes(fixes: readonly SafeTextFix[]): ReadonlyMap<string, readonly TextEdit[]> {
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of fixes.flatMap(({ fix }) => fix.edits)) {
    const others = byFile.get(edit.file);
    if (others === undefined) byFile.set(edit.file, [edit]);
    else others.push(edit);
  }
  for (const edits of byFile.values()) edits.sort((a, b) => a.start - b.start || compareStrings(a.newText, b.newText));
  return byFile;
}
