import { type Diagnostic, escapeText, fixChoicesOf } from 'prometeu-packer';
import { shellQuote } from './shell-quote.js';

function placeOf({ location }: Diagnostic): string {
  return location.kind === 'workspace' ? 'workspace' : location.file;
}

/** For each finding that can be mended the command that does it, with what can be chosen; nothing where none can. */
export function fixLines(diagnostics: readonly Diagnostic[], workspace: string): readonly string[] {
  const where = workspace === '.' ? '' : ` --workspace ${escapeText(shellQuote(workspace))}`;
  const lines = diagnostics.flatMap((found) => {
    const choices = fixChoicesOf(found).map(({ choice }) => escapeText(choice));
    if (choices.length === 0) return [];
    const command = `prometeu-packer fix ${found.fingerprint}${where} --choice ${choices.join('|')}`;
    return [`fix: ${command}  # ${found.code} ${escapeText(placeOf(found))}`];
  });
  return lines.length === 0 ? [] : [...lines, ''];
}
