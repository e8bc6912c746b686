import { compareStrings } from '../../base/compare-strings.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { fileOf } from '../../diagnostics/location.js';

/** The codes of findings, each once, by code units. */
export function distinctCodes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return [...new Set<string>(diagnostics.map(({ code }) => code))].sort(compareStrings);
}

/** Sorts findings by the file they point at, and gives the codes of some of the files. */
export function codesByFile(diagnostics: readonly Diagnostic[]): (files: readonly string[]) => readonly string[] {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const file = fileOf(diagnostic.location);
    const found = byFile.get(file);
    if (found === undefined) byFile.set(file, [diagnostic]);
    else found.push(diagnostic);
  }
  return (files) => distinctCodes(files.flatMap((file) => byFile.get(file) ?? []));
}
