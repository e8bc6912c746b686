import { passed, type Passed } from '../../base/passed.js';
import type { SizedBytes } from './sized-bytes.js';
import { decodeUtf8 } from './utf8.js';

/** A text that is UTF-8. */
export interface DecodedText extends Passed<'encoding'> {
  /** Its bytes. */
  readonly bytes: Uint8Array;
  /** The text: encoded as UTF-8 it gives back just these bytes. A byte order mark stands in it as a character. */
  readonly text: string;
}

/** The second gate: undefined where the bytes are no UTF-8. */
export function decodedText({ bytes }: SizedBytes): DecodedText | undefined {
  const text = decodeUtf8(bytes);
  return text === undefined ? undefined : passed<DecodedText>({ bytes, text });
}
