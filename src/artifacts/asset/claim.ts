import { canonicalUuid, isCanonicalUuid } from '../../codec/uuid.js';

/** What an `asset.json` says of its own identity. The registry records; a declaration only claims. */
export type IdentityClaim =
  /** It claims nothing. */
  | { readonly kind: 'none' }
  /** It claims a canonical uuid. */
  | { readonly kind: 'valid'; readonly uuid: string }
  /** It claims a uuid that is spelled otherwise than canonically. */
  | { readonly kind: 'spelling'; readonly uuid: string; readonly found: string }
  /** What it claims is no uuid; `found` is the text, cut at 200 characters, or the kind of value. */
  | { readonly kind: 'invalid'; readonly found: string }
  /** The file could not be read, so it cannot be told. */
  | { readonly kind: 'unknown' };

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' && value !== null ? 'object' : JSON.stringify(value);
}

/** Reads a claim from the value of `asset_uuid`; undefined where the key is missing. */
export function readClaim(value: unknown): IdentityClaim {
  if (value === undefined) return { kind: 'none' };
  if (typeof value !== 'string') return { kind: 'invalid', found: kindOf(value) };
  if (isCanonicalUuid(value)) return { kind: 'valid', uuid: value };
  const uuid = canonicalUuid(value);
  return uuid === null ? { kind: 'invalid', found: value.slice(0, 200) } : { kind: 'spelling', uuid, found: value };
}
