import type { Diagnostic } from 'prometeu-packer';
import { withoutKeys } from './without-keys.js';

/** A finding as a recorded answer holds it: everything but what is written for people. */
export function showDiagnostic(diagnostic: Diagnostic): unknown {
  const { related, fixes, manualAction, ...rest } = withoutKeys(diagnostic, ['message']);
  return {
    ...rest,
    related: related.map(({ location }) => location),
    fixes: fixes.map(({ applicability, edits }) => ({ applicability, edits })),
    ...(manualAction !== undefined && { manualAction: { required: manualAction.required } }),
  };
}
