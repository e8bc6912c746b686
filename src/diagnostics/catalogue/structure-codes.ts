import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** The data of each code of this area. */
export interface StructureDiagnosticData {
  /** A required key is missing. */
  readonly STRUCTURE_MISSING_KEY: {
    /** The key. */ readonly key: string;
    /** What its value should be. */ readonly expected: string;
  };
  /** A value has the wrong type. */
  readonly STRUCTURE_WRONG_TYPE: {
    /** Type found. */ readonly found: string;
    /** Type expected. */ readonly expected: string;
  };
  /** A number that must be an integer is not written as one. */
  readonly STRUCTURE_NOT_AN_INTEGER: {
    /** The token as it stands. */ readonly token: string;
  };
  /** A number, list or string is too small or too large. */
  readonly STRUCTURE_OUT_OF_RANGE: {
    /** The size found, where it is known: a number, or a length. */
    readonly found: number | null;
    /** Smallest allowed; null where unbounded. */
    readonly minimum: number | null;
    /** Largest allowed; null where unbounded. */
    readonly maximum: number | null;
    /** What is counted. */
    readonly unit: 'value' | 'items' | 'characters';
  };
  /** A value is not one of the allowed ones. */
  readonly STRUCTURE_NOT_ALLOWED: {
    /** The value found. */ readonly found: string;
    /** The values allowed. */ readonly expected: readonly string[];
  };
  /** A text does not have the required form. */
  readonly STRUCTURE_BAD_FORMAT: {
    /** The text found. */ readonly found: string;
    /** The form expected: a pattern, or a name. */ readonly expected: string;
  };
  /** A key is not known in this version. */
  readonly STRUCTURE_UNKNOWN_KEY: {
    /** The key found. */ readonly key: string;
    /** A known key spelled much like it. */ readonly didYouMean: string | null;
  };
  /** A key belongs to a later version than the file says it is. */
  readonly STRUCTURE_KEY_FROM_LATER_VERSION: {
    /** The key found. */ readonly key: string;
    /** The version that the file says it is. */ readonly version: number;
    /** The first version that knows it. */ readonly definedIn: number;
  };
  /** A declaration asks for something to be run. */
  readonly STRUCTURE_SCRIPT_KEY: {
    /** The key found. */ readonly key: string;
  };
  /** There are more faults in the shape of the file than can be told one by one. */
  readonly STRUCTURE_TOO_MANY_FAULTS: Readonly<Record<never, never>>;
}

/** Codes for the shape of one file, judged after its version. */
export const structureCodes: CodeArea<StructureDiagnosticData> = {
  STRUCTURE_MISSING_KEY: {
    severity: 'error',
    message: ({ key, expected }) => `${quote(key)} is missing; expected ${expected}`,
  },
  STRUCTURE_WRONG_TYPE: {
    severity: 'error',
    message: ({ found, expected }) => `found ${found}; expected ${expected}`,
  },
  STRUCTURE_NOT_AN_INTEGER: {
    severity: 'error',
    message: ({ token }) => `found ${quote(token)}; expected an integer written in digits`,
  },
  STRUCTURE_OUT_OF_RANGE: {
    severity: 'error',
    message: ({ found, minimum, maximum, unit }) =>
      `${unit} ${found ?? 'outside the range'}; expected ${minimum === null ? '' : `at least ${minimum}`}` +
      `${minimum !== null && maximum !== null ? ', ' : ''}${maximum === null ? '' : `at most ${maximum}`}`,
  },
  STRUCTURE_NOT_ALLOWED: {
    severity: 'error',
    message: ({ found, expected }) => `found ${quote(found)}; expected one of ${expected.map(quote).join(', ')}`,
  },
  STRUCTURE_BAD_FORMAT: {
    severity: 'error',
    message: ({ found, expected }) => `found ${quote(found)}; expected ${expected}`,
  },
  STRUCTURE_UNKNOWN_KEY: {
    severity: 'warning',
    message: ({ key, didYouMean }) => `${quote(key)} is not known here${didYouMean === null ? '' : `; did you mean ${quote(didYouMean)}?`}`,
  },
  STRUCTURE_KEY_FROM_LATER_VERSION: {
    severity: 'error',
    message: ({ key, version, definedIn }) =>
      `${quote(key)} belongs to version ${definedIn}, and the file says it is of version ${version}`,
  },
  STRUCTURE_SCRIPT_KEY: {
    severity: 'error',
    message: ({ key }) => `${quote(key)} asks for foreign code; nothing of it was run or read`,
  },
  STRUCTURE_TOO_MANY_FAULTS: {
    severity: 'error',
    message: () => 'a hundred thousand faults or more; expected none',
  },
};
