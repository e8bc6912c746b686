/** What `editJsonText` can be told. */
export interface EditJsonOptions {
  /**
   * Where a new key goes: the key of the same object that it comes right after, null for the first place, undefined for
   * the last. A key that the object has not, or only gets later than this one, counts as undefined. Keys that come after
   * the same one stand in the order in which the new value has them.
   *
   * @param objectPointer - RFC 6901 pointer to the object.
   * @param key - the new key.
   */
  readonly newKeyAfter?: (objectPointer: string, key: string) => string | null | undefined;
}
