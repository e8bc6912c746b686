/** Limits on the structure of a JSON text, in counted units, so that a text is refused alike on every machine. */
export interface JsonLimits {
  /** Most levels of arrays and objects inside each other; `[]` has one. */
  readonly maxDepth: number;
  /** Most values: arrays, objects, strings, numbers, booleans and nulls. Keys are not counted. */
  readonly maxNodes: number;
  /** Most bytes between the quotes of a string or key, as written. */
  readonly maxStringBytes: number;
}
