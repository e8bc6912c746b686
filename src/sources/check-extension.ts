import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { expectedKindOf } from './expected-kind-of.js';
import { SNIFFED_BYTES, sniffKind } from './sniff-kind.js';

/**
 * Whether a file with the extension .png or .wav is what it is called.
 *
 * @param file - path from the workspace root.
 * @param firstBytes - the first twelve bytes, or all where there are fewer.
 * @returns null, or SOURCE_EXTENSION_MISMATCH.
 */
export function checkExtension(file: string, firstBytes: Uint8Array): Diagnostic<'SOURCE_EXTENSION_MISMATCH'> | null {
  const expected = expectedKindOf(file);
  const found = sniffKind(firstBytes);
  if (expected === 'other' || expected === found) return null;
  const length = Math.min(firstBytes.length, SNIFFED_BYTES);
  return diagnose('SOURCE_EXTENSION_MISMATCH', {
    artifact: 'source',
    location: { kind: 'bytes', file, offset: 0, length },
    data: { expected, found },
  });
}
