/** One operation of a JSON Patch (RFC 6902); only these three are made and accepted. */
export type JsonPatchOperation =
  | {
      /** A member or item is put in. */
      readonly op: 'add';
      /** RFC 6901 pointer to it. */
      readonly path: string;
      /** Its value. */
      readonly value: unknown;
    }
  | {
      /** A member or item is taken out. */
      readonly op: 'remove';
      /** RFC 6901 pointer to it. */
      readonly path: string;
    }
  | {
      /** A value is put in the place of another. */
      readonly op: 'replace';
      /** RFC 6901 pointer to it. */
      readonly path: string;
      /** The new value. */
      readonly value: unknown;
    };
