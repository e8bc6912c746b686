import { digestText } from '../../ports/digest-text.js';
import type { ReadContext } from '../read-context.js';

/** How a workspace is read: what its verdicts depend on besides its files. */
export type HowRead = Pick<ReadContext, 'json' | 'sources' | 'folders' | 'diagnostics' | 'requireCurrent'>;

/** Digest of how a workspace is read: a cache is of use only to whoever reads with the same limits and options. */
export function howDigest({ json, sources, folders, diagnostics, requireCurrent }: HowRead, compute: ReadContext['compute']): string {
  const inOrder = [json, sources, folders ?? null, diagnostics ?? null].map((limits) => Object.entries(limits ?? {}).sort());
  return digestText(JSON.stringify([...inOrder, requireCurrent === true]), compute);
}
