import type { Diagnostic } from './diagnostic.js';

/** One way to mend what a diagnostic reports, which a plan can be made of. */
export interface FixChoice {
  /** What it is called: the choice that settles an identity, or for any other fix its place among the fixes, from `1`. */
  readonly choice: string;
  /** What it does, in the imperative; empty for a choice that settles an identity. */
  readonly title: string;
  /** Whether it is never taken unless it is chosen, even where it is the only one. */
  readonly unsafe: boolean;
}

/** A choice that no plan can be made of. */
const BY_HAND = 'edit-by-hand';

/**
 * What is disputed, and how that can be settled; null where a diagnostic is not about an identity in dispute. The refusal of
 * a choice lists choices too, and is nothing that could be settled.
 */
export function identityChoicesOf({ data }: Diagnostic): { readonly root: string; readonly choices: readonly string[] } | null {
  return 'claimed' in data ? data : null;
}

/**
 * The ways to mend what a diagnostic reports that `planFix` can make a plan of; empty where there is none. An identity is
 * settled by one of the choices in the diagnostic's data, anything else by one of its fixes.
 */
export function fixChoicesOf(diagnostic: Diagnostic): readonly FixChoice[] {
  const identity = identityChoicesOf(diagnostic);
  if (identity !== null) {
    return identity.choices.filter((choice) => choice !== BY_HAND).map((choice) => ({ choice, title: '', unsafe: false }));
  }
  return diagnostic.fixes.flatMap((fix, index) =>
    fix.applicability === 'display-only' || fix.edits.length === 0
      ? []
      : [{ choice: String(index + 1), title: fix.title, unsafe: fix.applicability === 'unsafe' }],
  );
}
