import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** Encodings that a JSON text begins to look like when it is not UTF-8. */
export type EncodingHint = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** What the grammar of JSON (RFC 8259) allows at a place. */
export type JsonExpectation =
  'value' | 'key' | ':' | ',' | ']' | '}' | '"' | 'digit' | 'escape sequence' | 'string character' | 'end of text';

/** The types of JSON, as found at the top level. */
export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/**
 * How JavaScript would change a number.
 *
 * - `integer-range`: an integer beyond ±(2^53-1), where neighbours become one number.
 * - `not-finite`: the double is infinite.
 * - `underflow`: the number is not zero and its double is.
 * - `inexact`: the shortest decimal of the double is another number.
 */
export type NumberRule = 'integer-range' | 'not-finite' | 'underflow' | 'inexact';

const counted = ({ limit, found }: { readonly limit: number; readonly found: number }): string =>
  `${found} found, at most ${limit} allowed`;

const ofTotal = ({ total }: { readonly total: number }): string => (total > 1 ? ` (${total} in this text)` : '');

const shown = (found: string): string => (found === '' ? 'the end of the text' : quote(found));

/** The data of each code of this area. */
export interface JsonDiagnosticData {
  /** The JSON text has more bytes than allowed. */
  readonly JSON_TOO_LARGE: {
    /** The most that is allowed. */
    readonly limit: number;
    /** What the text has; null where it was not read that far. */
    readonly found: number | null;
  };
  /** The JSON text is empty or holds nothing but white space. */
  readonly JSON_EMPTY: Readonly<Record<never, never>>;
  /** The JSON text begins with a UTF-8 byte order mark. */
  readonly JSON_BOM: Readonly<Record<never, never>>;
  /** The JSON text is not valid UTF-8. */
  readonly JSON_NOT_UTF8: {
    /** The byte that cannot stand there. */
    readonly byte: number;
    /** What the text looks like instead; null where nothing tells. */
    readonly hint: EncodingHint | null;
  };
  /** The text holds the conflict markers of an unfinished merge. */
  readonly JSON_MERGE_CONFLICT: {
    /** How many marker lines the text has. */
    readonly markers: number;
  };
  /** A git LFS pointer stands in place of the file. */
  readonly JSON_LFS_POINTER: {
    /** The object that the pointer names, such as `sha256:…`; null where it names none. */
    readonly oid: string | null;
  };
  /** The text is not JSON (RFC 8259). */
  readonly JSON_SYNTAX: {
    /** The word or character found; empty at the end of the text. */
    readonly found: string;
    /** What could stand there instead. */
    readonly expected: readonly JsonExpectation[];
  };
  /** A comma stands after the last element of an array or object. */
  readonly JSON_TRAILING_COMMA: {
    /** How many findings of this code the text has; only the first 50 are listed. */
    readonly total: number;
  };
  /** The text holds a comment. */
  readonly JSON_COMMENT: {
    /** How many findings of this code the text has; only the first 50 are listed. */
    readonly total: number;
  };
  /** More text follows the JSON value. */
  readonly JSON_TRAILING_TEXT: {
    /** The word or character that follows. */
    readonly found: string;
  };
  /** Arrays and objects are nested too deep. */
  readonly JSON_TOO_DEEP: {
    /** The most that is allowed. */
    readonly limit: number;
    /** What the text has. */
    readonly found: number;
  };
  /** The JSON text holds more values than allowed. */
  readonly JSON_TOO_MANY_NODES: {
    /** The most that is allowed. */
    readonly limit: number;
    /** What the text has. */
    readonly found: number;
  };
  /** A string or key is longer than allowed. */
  readonly JSON_STRING_TOO_LONG: {
    /** The most that is allowed. */
    readonly limit: number;
    /** What the text has. */
    readonly found: number;
    /** How many findings of this code the text has; only the first 50 are listed. */
    readonly total: number;
  };
  /** The top level of the JSON text is not an object. */
  readonly JSON_WRONG_ROOT: {
    /** Type of the top level. */
    readonly found: JsonType;
    /** Type wanted. */
    readonly expected: 'object';
  };
  /** A key stands twice in one object. */
  readonly JSON_DUPLICATE_KEY: {
    /** The key, unescaped, cut at 120 code units. */
    readonly key: string;
    /** How many findings of this code the text has; only the first 50 are listed. */
    readonly total: number;
  };
  /** A key is one of __proto__, constructor and prototype. */
  readonly JSON_RESERVED_KEY: {
    /** The key, unescaped, cut at 120 code units. */
    readonly key: string;
    /** How many findings of this code the text has; only the first 50 are listed. */
    readonly total: number;
  };
  /** JavaScript would change this number. */
  readonly JSON_NUMBER_RANGE: {
    /** The number as it is written, cut at 120 code units. */
    readonly token: string;
    /** What JavaScript would print for it. */
    readonly becomes: string;
    /** How it would change. */
    readonly rule: NumberRule;
    /** How many findings of this code the text has; only the first 50 are listed. */
    readonly total: number;
  };
  /** A string holds half of a surrogate pair. */
  readonly JSON_LONE_SURROGATE: {
    /** The half, as it is escaped. */
    readonly escape: string;
    /** Whether a key or a value holds it. */
    readonly part: 'key' | 'value';
    /** How many findings of this code the text has; only the first 50 are listed. */
    readonly total: number;
  };
}

/** Codes of this area: what the strict JSON reader refuses. Line, column and offset stand in the location. */
export const jsonCodes: CodeArea<JsonDiagnosticData> = {
  JSON_TOO_LARGE: {
    severity: 'error',
    message: ({ found, limit }) => `the text has ${found ?? 'too many'} bytes; expected at most ${limit}`,
  },
  JSON_EMPTY: {
    severity: 'error',
    message: () => 'The text is empty; a JSON value was expected.',
  },
  JSON_BOM: {
    severity: 'error',
    message: () => 'The text begins with a byte order mark, which JSON does not allow.',
  },
  JSON_NOT_UTF8: {
    severity: 'error',
    message: ({ byte, hint }) =>
      `Byte 0x${byte.toString(16).padStart(2, '0')} is not valid UTF-8 here${hint === null ? '' : `; the text looks like ${hint}`}.`,
  },
  JSON_MERGE_CONFLICT: {
    severity: 'error',
    message: ({ markers }) => `The text holds ${markers} conflict marker lines of an unfinished merge.`,
  },
  JSON_LFS_POINTER: {
    severity: 'error',
    message: ({ oid }) => `A git LFS pointer${oid === null ? '' : ` to ${quote(oid)}`} stands in place of the file.`,
  },
  JSON_SYNTAX: {
    severity: 'error',
    message: ({ found, expected }) => `Found ${shown(found)}, expected ${expected.join(' or ')}.`,
  },
  JSON_TRAILING_COMMA: {
    severity: 'error',
    message: (data) => `JSON does not allow a trailing comma${ofTotal(data)}.`,
  },
  JSON_COMMENT: {
    severity: 'error',
    message: (data) => `JSON does not allow comments${ofTotal(data)}.`,
  },
  JSON_TRAILING_TEXT: {
    severity: 'error',
    message: ({ found }) => `Found ${shown(found)} after the end of the JSON value.`,
  },
  JSON_TOO_DEEP: {
    severity: 'error',
    message: (data) => `The nesting is too deep: ${counted(data)} (levels).`,
  },
  JSON_TOO_MANY_NODES: {
    severity: 'error',
    message: (data) => `The text holds too many values: ${counted(data)}.`,
  },
  JSON_STRING_TOO_LONG: {
    severity: 'error',
    message: (data) => `The string is too long: ${counted(data)} (bytes)${ofTotal(data)}.`,
  },
  JSON_WRONG_ROOT: {
    severity: 'error',
    message: ({ found, expected }) => `The top level is of type ${found}, expected ${expected}.`,
  },
  JSON_DUPLICATE_KEY: {
    severity: 'error',
    message: (data) => `The key ${quote(data.key)} stands twice in this object${ofTotal(data)}.`,
  },
  JSON_RESERVED_KEY: {
    severity: 'error',
    message: (data) => `The key ${quote(data.key)} is reserved${ofTotal(data)}.`,
  },
  JSON_NUMBER_RANGE: {
    severity: 'error',
    message: (data) => `The number ${quote(data.token)} would become ${quote(data.becomes)} (${data.rule})${ofTotal(data)}.`,
  },
  JSON_LONE_SURROGATE: {
    severity: 'error',
    message: (data) => `${quote(data.escape)} is half of a surrogate pair, so this ${data.part} is not text${ofTotal(data)}.`,
  },
};
