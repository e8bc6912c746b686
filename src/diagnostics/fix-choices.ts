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
 *
 * @example
 * ```ts
 * import { identityChoicesOf, readWorkspace } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const read = await readWorkspace(createMemoryWorkspace({ 'assets/palette/asset.json': '{ "schema_version": 4 }' }));
 * const found = read.isOk() ? read.value.diagnostics : [];
 * console.log(found.map(identityChoicesOf).find((one) => one !== null)?.choices); // [ 'register' ]
 * ```
 */
export function identityChoicesOf({ data }: Diagnostic): { readonly root: string; readonly choices: readonly string[] } | null {
  return 'claimed' in data ? data : null;
}

/**
 * The ways to mend what a diagnostic reports that `planFix` can make a plan of; empty where there is none. An identity is
 * settled by one of the choices in the diagnostic's data, anything else by one of its fixes.
 *
 * @example
 * ```ts
 * import { doctor, fixChoicesOf } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const report = await doctor(createMemoryWorkspace({ 'assets/palette/asset.json': '\ufeff{}' }));
 * const found = report.isOk() ? report.value.diagnostics : [];
 * console.log(found.flatMap(fixChoicesOf).map(({ choice, unsafe }) => [choice, unsafe])); // [ [ '1', false ] ]
 * ```
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
