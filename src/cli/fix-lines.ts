import { type Diagnostic, fixChoicesOf, type Verdict } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import { shellQuote } from './shell-quote.js';

function placeOf({ location }: Diagnostic): string {
  return location.kind === 'workspace' ? 'workspace' : location.file;
}

/** The option that names the workspace, for a command that is shown; nothing where it is the current folder. */
function whereOf(workspace: string): string {
  return workspace === '.' ? '' : ` --workspace ${escapeText(shellQuote(workspace))}`;
}

function isSafe(found: Diagnostic): boolean {
  return found.fixes.some(({ applicability, edits }) => applicability === 'safe' && edits.length > 0);
}

const LOOKUPS: ReadonlySet<string> = new Set(['IDENTITY_MOVED', 'IDENTITY_LOST_CLAIM', 'IDENTITY_SPELLING']);

function unlockLines(diagnostics: readonly Diagnostic[], where: string): readonly string[] {
  return diagnostics.flatMap(({ code, data }) => {
    const owner = code === 'PLAN_LOCKED' && 'owner' in data ? data.owner : null;
    if (owner === null || typeof owner === 'string') return [];
    return [`if that packer will not come back: prometeu-packer unlock --owner ${escapeText(owner.token)}${where} --apply`];
  });
}

/** Whether the workspace as a whole is in doubt, so that nobody's identity is settled: a lock alone only makes everybody wait. */
function isInDoubt({ mutate }: Verdict): boolean {
  return mutate.decidedBy.some((code) => code !== 'PLAN_LOCKED');
}

/**
 * What can be mended, each with the very command that does it: each finding with what can be chosen, then everything that is safe
 * at once; nothing where nothing can. Identities are settled only in a workspace that is in no doubt as a whole.
 */
export function fixLines(diagnostics: readonly Diagnostic[], verdict: Verdict, workspace: string): readonly string[] {
  const where = whereOf(workspace);
  const mendable = isInDoubt(verdict) ? diagnostics.filter(({ fixes }) => fixes.length > 0) : diagnostics;
  const lines = mendable.flatMap((found) => {
    const choices = fixChoicesOf(found).map(({ choice }) => escapeText(choice));
    if (choices.length === 0) return [];
    const command = `prometeu-packer fix ${found.fingerprint}${where} --choice ${choices.join('|')}`;
    return [`fix: ${command}  # ${found.code} ${escapeText(placeOf(found))}`];
  });
  const safe = mendable.filter((found) => isSafe(found) || LOOKUPS.has(found.code)).length;
  const all = safe === 0 ? [] : [`${safe} of these can be mended safely: prometeu-packer doctor${where} --fix`];
  const told = [...lines, ...all, ...unlockLines(diagnostics, where)];
  return told.length === 0 ? [] : [...told, ''];
}
