import { readClaim } from '../../artifacts/asset/claim.js';
import { claimText } from '../../workspace/claim-text.js';
import { claimedUuid } from '../../workspace/claimed-uuid.js';
import type { IdentityValue } from '../plan.js';
import { readDocument } from './read-document.js';
import type { BareChange } from './record-changes.js';

/** What the text of a declaration claims, as it stands there; null where it claims nothing, or cannot be read. */
function claimIn(text: string | null): { readonly value: unknown } | null {
  const document = text === null ? null : readDocument(text);
  return document !== null && Object.hasOwn(document, 'asset_uuid') ? { value: document['asset_uuid'] } : null;
}

/** The uuid that the text of a declaration claims, in its canonical form; null where it claims none. */
export function claimedIn(text: string): string | null {
  return claimedUuid(readClaim(claimIn(text)?.value));
}

/**
 * How an edit of a declaration changes what it claims; null where it does not.
 *
 * @param root - folder of the asset under `assets/`.
 */
export function claimChange(root: string, before: string | null, after: string | null): BareChange | null {
  const from = claimIn(before);
  const to = claimIn(after);
  if (JSON.stringify(from) === JSON.stringify(to)) return null;
  const valueOf = ({ value }: { readonly value: unknown }): IdentityValue => ({
    asset_uuid: claimText(readClaim(value)),
    asset_id: 0,
    root,
  });
  const kind = from === null ? 'claim-added' : to === null ? 'claim-removed' : 'claim-changed';
  return { kind, root, before: from && valueOf(from), after: to && valueOf(to) };
}
