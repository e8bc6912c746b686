import type { ByteSpan } from './json-fault.js';
import { type OpenContainer, pointerTo } from './open-container.js';

/** A span with the pointer to where the walk stands. */
export function placedSpan({ offset, length }: ByteSpan, open: readonly OpenContainer[]): ByteSpan & { readonly pointer: string } {
  return { offset, length, pointer: pointerTo(open) };
}
