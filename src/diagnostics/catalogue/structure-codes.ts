import { defineCode } from '../define-code.js';
import { quote } from '../quote.js';

/** Codes for the shape of one file, judged after its version. */
export const structureCodes = {
  STRUCTURE_MISSING_KEY: defineCode<{ /** The key. */ readonly key: string; /** What its value should be. */ readonly expected: string }>({
    severity: 'error',
    summary: 'A required key is missing.',
    help: 'Add the key. A default is never assumed for it.',
    message: ({ key, expected }) => `${quote(key)} is missing; expected ${expected}`,
  }),
  STRUCTURE_WRONG_TYPE: defineCode<{ /** Type found. */ readonly found: string; /** Type expected. */ readonly expected: string }>({
    severity: 'error',
    summary: 'A value has the wrong type.',
    help: 'Write a value of the expected type. Nothing is converted: "1" is not 1.',
    message: ({ found, expected }) => `found ${found}; expected ${expected}`,
  }),
  STRUCTURE_NOT_AN_INTEGER: defineCode<{ /** The token as it stands. */ readonly token: string }>({
    severity: 'error',
    summary: 'A number that must be an integer is not written as one.',
    help: 'Write digits only: 1, not 1.0, 1e0 or -0.',
    message: ({ token }) => `found ${quote(token)}; expected an integer written in digits`,
  }),
  STRUCTURE_OUT_OF_RANGE: defineCode<{
    /** The size found, where it is known: a number, or a length. */
    readonly found: number | null;
    /** Smallest allowed; null where unbounded. */
    readonly minimum: number | null;
    /** Largest allowed; null where unbounded. */
    readonly maximum: number | null;
    /** What is counted. */
    readonly unit: 'value' | 'items' | 'characters';
  }>({
    severity: 'error',
    summary: 'A number, list or string is too small or too large.',
    help: 'Bring it inside the range.',
    message: ({ found, minimum, maximum, unit }) =>
      `${unit} ${found ?? 'outside the range'}; expected ${minimum === null ? '' : `at least ${minimum}`}` +
      `${minimum !== null && maximum !== null ? ', ' : ''}${maximum === null ? '' : `at most ${maximum}`}`,
  }),
  STRUCTURE_NOT_ALLOWED: defineCode<{ /** The value found. */ readonly found: string; /** The values allowed. */ readonly expected: readonly string[] }>({
    severity: 'error',
    summary: 'A value is not one of the allowed ones.',
    help: 'Use one of the allowed values.',
    message: ({ found, expected }) => `found ${quote(found)}; expected one of ${expected.map(quote).join(', ')}`,
  }),
  STRUCTURE_BAD_FORMAT: defineCode<{ /** The text found. */ readonly found: string; /** The form expected: a pattern, or a name. */ readonly expected: string }>({
    severity: 'error',
    summary: 'A text does not have the required form.',
    help: 'Write it in the required form.',
    message: ({ found, expected }) => `found ${quote(found)}; expected ${expected}`,
  }),
  STRUCTURE_UNKNOWN_KEY: defineCode<{ /** The key found. */ readonly key: string; /** A known key spelled much like it. */ readonly didYouMean: string | null }>({
    severity: 'warning',
    summary: 'A key is not known in this version.',
    help: 'Correct its spelling, or move data of your own under "extensions". The key is kept as it is and has no effect.',
    message: ({ key, didYouMean }) => `${quote(key)} is not known here${didYouMean === null ? '' : `; did you mean ${quote(didYouMean)}?`}`,
  }),
  STRUCTURE_SCRIPT_KEY: defineCode<{ /** The key found. */ readonly key: string }>({
    severity: 'error',
    summary: 'A declaration asks for something to be run.',
    help: 'Remove the key. The packer runs no scripts, plugins, hooks or commands, whoever wrote them.',
    message: ({ key }) => `${quote(key)} asks for foreign code; nothing of it was run or read`,
  }),
} as const;
