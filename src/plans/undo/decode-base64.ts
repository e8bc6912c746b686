import { encodeBase64 } from '../stage/encode-base64.js';

const SHAPE = /^[A-Za-z0-9+/]*={0,2}$/;

/** Reads base64 just as `encodeBase64` writes it: padded, nothing else in it, spare bits 0; null where the text is no such. */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !SHAPE.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return encodeBase64(bytes) === text ? bytes : null;
}
