/*
 * The bytes that the grammar of JSON (RFC 8259) names. All are ASCII, so none occurs inside a longer UTF-8 sequence.
 */

/** Tab. */
const TAB = 0x09;
/** Line feed. */
export const LINE_FEED = 0x0a;
/** Carriage return. */
export const CARRIAGE_RETURN = 0x0d;
/** Space; everything below it is a control character. */
export const SPACE = 0x20;
/** `"` */
export const QUOTE = 0x22;
/** `*` */
export const ASTERISK = 0x2a;
/** `+` */
export const PLUS = 0x2b;
/** `,` */
export const COMMA = 0x2c;
/** `-` */
export const MINUS = 0x2d;
/** `.` */
export const POINT = 0x2e;
/** `/` */
export const SLASH = 0x2f;
/** `0` */
export const ZERO = 0x30;
/** `9` */
export const NINE = 0x39;
/** `:` */
export const COLON = 0x3a;
/** `E` */
export const UPPER_E = 0x45;
/** `[` */
export const OPEN_BRACKET = 0x5b;
/** `\` */
export const BACKSLASH = 0x5c;
/** `]` */
export const CLOSE_BRACKET = 0x5d;
/** `a` */
export const LOWER_A = 0x61;
/** `d` */
export const LOWER_D = 0x64;
/** `e` */
export const LOWER_E = 0x65;
/** `f` */
export const LOWER_F = 0x66;
/** `n` */
export const LOWER_N = 0x6e;
/** `u` */
export const LOWER_U = 0x75;
/** `{` */
export const OPEN_BRACE = 0x7b;
/** `}` */
export const CLOSE_BRACE = 0x7d;
/** Set in the lower-case form of a letter and not in the upper-case one. */
export const CASE_BIT = 0x20;

/** Whether a byte is white space of JSON: space, tab, line feed or carriage return. */
export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === TAB;
}

/** Whether a byte is one of `0` to `9`. */
export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}
