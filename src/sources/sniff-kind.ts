import { PNG_SIGNATURE } from './png/png-signature.js';
import { latin1 } from './latin1.js';
import type { SourceContent } from './source-kind.js';

/** Bytes that {@link sniffKind} looks at. */
export const SNIFFED_BYTES = 12;

const WAVE_CONTAINERS: readonly string[] = ['RIFF', 'RIFX', 'RF64', 'BW64'];

/**
 * What a file is by its first twelve bytes, whatever its name: a PNG by its signature, a WAV by its container and the word
 * `WAVE`. Containers other than RIFF count as WAV too, so that they are refused by name.
 */
export function sniffKind(firstBytes: Uint8Array): SourceContent {
  if (latin1(firstBytes.subarray(0, 8)) === PNG_SIGNATURE) return 'png';
  const isWave = WAVE_CONTAINERS.includes(latin1(firstBytes.subarray(0, 4))) && latin1(firstBytes.subarray(8, 12)) === 'WAVE';
  return isWave ? 'wav' : 'other';
}
