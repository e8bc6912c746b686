import type { Sample } from './sample.js';

function decode(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Bytes that look like nothing in particular, the same each time. */
function noise(length: number, seed: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(length / 4));
  let state = seed * 2654435761 + 1;
  for (let index = 0; index < words.length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    words[index] = state;
  }
  return new Uint8Array(words.buffer, 0, length);
}

/** The files of a sample, by path from the workspace root. */
export function sampleFiles({ files, madeUp }: Sample): ReadonlyMap<string, Uint8Array> {
  const found = new Map(Object.entries(files).map(([path, base64]) => [path, decode(base64)]));
  for (let index = 1; index <= (madeUp?.folders ?? 0); index++) {
    const name = String(index).padStart(4, '0');
    found.set(`assets/chunks/${name}/chunk.bin`, noise(madeUp?.bytes ?? 0, index));
  }
  return found;
}
