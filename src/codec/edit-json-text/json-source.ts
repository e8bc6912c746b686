/** A JSON text and what scanning it needs. */
export interface JsonSource {
  /** The text. */
  readonly text: string;
  /**
   * A byte for each UTF-16 code unit: ASCII as it is, 255 for any other. The scanners of `codec/json` only tell ASCII
   * apart, so they take it for UTF-8 and answer in code units.
   */
  readonly units: Uint8Array;
}

/** Makes a text ready to be scanned. */
export function createJsonSource(text: string): JsonSource {
  const units = new Uint8Array(text.length);
  for (let at = 0; at < units.length; at++) units[at] = Math.min(text.charCodeAt(at), 0xff);
  return { text, units };
}
