/** Whether something is a `Uint8Array`, also one made in another realm; what only says that it is one is none. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}
