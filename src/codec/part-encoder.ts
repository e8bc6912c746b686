/** UTF-16 code units to UTF-8 bytes, at most. */
const MOST_BYTES = 3;

/** Longer texts get memory of their own: hosts write nothing into 2 GiB and more. */
const LONG = 1024 * 1024;

/**
 * Makes an encoder to UTF-8 for many texts of which each is needed but for a moment: what it gives is valid until the next
 * call. Memory for each would pile up outside the heap, where it is collected late.
 */
export function createPartEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder();
  let memory = new Uint8Array(4096);
  return (text) => {
    if (text.length > LONG) return encoder.encode(text);
    const most = text.length * MOST_BYTES;
    if (memory.length < most) memory = new Uint8Array(2 * most);
    return memory.subarray(0, encoder.encodeInto(text, memory).written);
  };
}
