import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** What the first bytes of a file look like where they are not the archive's. */
export type ForeignMagic = 'png' | 'glb' | 'zip' | 'gzip' | 'byte-swapped' | 'wrong-case';

const LOOKS: Record<ForeignMagic, string> = {
  png: 'a PNG image',
  glb: 'a binary glTF file',
  zip: 'a ZIP file',
  gzip: 'a gzip file',
  'byte-swapped': 'an archive with swapped bytes',
  'wrong-case': 'the magic in the wrong case',
};

function hint(looksLike: ForeignMagic | null): string {
  return looksLike === null ? '' : `; it looks like ${LOOKS[looksLike]}`;
}

/** The data of each code of this area. */
export interface ArchiveDiagnosticData {
  /** The file is shorter than the fixed start of an archive. */
  readonly ARCHIVE_TOO_SHORT: {
    /** Bytes found. */
    readonly found: number;
    /** Bytes expected. */
    readonly expected: number;
    /** What the first bytes look like; null where they are nothing known. */
    readonly looksLike: ForeignMagic | null;
  };
  /** The file does not begin as an archive does. */
  readonly ARCHIVE_BAD_MAGIC: {
    /** The text found. */
    readonly found: string;
    /** The text expected. */
    readonly expected: string;
    /** What the first bytes look like; null where they are nothing known. */
    readonly looksLike: ForeignMagic | null;
  };
  /** The archive has an envelope version that this release does not read. */
  readonly ARCHIVE_ENVELOPE_UNSUPPORTED: {
    /** Envelope version found. */
    readonly found: { readonly major: number; readonly minor: number };
    /** Envelope version that this release reads. */
    readonly supported: { readonly major: number; readonly minor: number };
  };
  /** The archive has a newer minor envelope version than this release knows. */
  readonly ARCHIVE_ENVELOPE_MINOR_UNKNOWN: {
    /** Envelope version found. */
    readonly found: { readonly major: number; readonly minor: number };
    /** Newest envelope version that this release knows. */
    readonly known: { readonly major: number; readonly minor: number };
  };
  /** The length of the header cannot be right. */
  readonly ARCHIVE_HEADER_LENGTH: {
    /** Bytes that the header is said to have. */
    readonly found: number;
    /** Most bytes it can have in a file of this length. */
    readonly most: number;
  };
  /** The payload does not begin at the first aligned place after the header. */
  readonly ARCHIVE_PAYLOAD_OFFSET: {
    /** The value as it stands, in decimal digits: it may be larger than a JavaScript number holds exactly. */
    readonly found: string;
    /** Where the payload must begin. */ readonly expected: number;
  };
  /** The length of the payload is beyond what any file can have. */
  readonly ARCHIVE_PAYLOAD_LENGTH: {
    /** The value as it stands, in decimal digits: it may be larger than a JavaScript number holds exactly. */
    readonly found: string;
    /** Longest payload that can follow. */ readonly most: number;
  };
  /** The file ends before the archive does. */
  readonly ARCHIVE_TRUNCATED: {
    /** Bytes found. */
    readonly found: number;
    /** Bytes expected. */
    readonly expected: number;
  };
  /** The file goes on after the end of the archive. */
  readonly ARCHIVE_TRAILING_BYTES: {
    /** Bytes found. */
    readonly found: number;
    /** Bytes expected. */
    readonly expected: number;
  };
  /** The header is larger than the budget allows. */
  readonly ARCHIVE_HEADER_TOO_LARGE: {
    /** Bytes of the header; null where it is too long even to be written in memory. */
    readonly found: number | null;
    /** The budget. */
    readonly limit: number;
  };
  /** The header is not the one that was written: its checksum differs. */
  readonly ARCHIVE_HEADER_CHECKSUM: {
    /** The text found. */
    readonly found: string;
    /** The text expected. */
    readonly expected: string;
  };
  /** A byte that only fills space is not zero. */
  readonly ARCHIVE_PADDING_NOT_ZERO: {
    /** The first byte there that is not zero. */
    readonly found: number;
    /** Whether it stands before the payload, or between two assets. */
    readonly region: 'before-payload' | 'payload';
  };
  /** The header has a version that this release does not read. */
  readonly ARCHIVE_HEADER_VERSION: {
    /** The version found; the token's text where it is no version number; null where there is none. */
    readonly found: number | string | null;
    /** The version that this release reads. */
    readonly expected: number;
  };
  /** The header does not have the required shape. */
  readonly ARCHIVE_HEADER_STRUCTURE: {
    /** RFC 6901 pointer to the place in the header. */
    readonly pointer: string;
    /** What is wrong there. */
    readonly problem: 'missing-key' | 'unknown-key' | 'wrong-type';
    /** The key, where one is missing or unknown; else the type found. */
    readonly found: string;
    /** What belongs there. */
    readonly expected: string;
  };
  /** An asset_id is not an integer from 1 to 2^32 - 2. */
  readonly ARCHIVE_ASSET_ID_RANGE: {
    /** The number found. */
    readonly found: number;
  };
  /** An asset has a name that no declaration can have. */
  readonly ARCHIVE_ASSET_NAME_INVALID: {
    /** The text found. */
    readonly found: string;
  };
  /** An asset is meant for a bank type that does not exist. */
  readonly ARCHIVE_BANK_TYPE_UNKNOWN: {
    /** The text found. */
    readonly found: string;
    /** The bank types there are. */ readonly expected: readonly string[];
  };
  /** A place or size is not a count of bytes. */
  readonly ARCHIVE_SIZE_INVALID: {
    /** The number found. */
    readonly found: number;
    /** The field. */ readonly field: 'offset' | 'size' | 'decoded_size';
  };
  /** A digest is not written as 64 lower-case hexadecimal digits. */
  readonly ARCHIVE_SHA256_MALFORMED: {
    /** The text found. */
    readonly found: string;
  };
  /** A preload slot is not an integer from 0 to 65535. */
  readonly ARCHIVE_SLOT_RANGE: {
    /** The number found. */
    readonly found: number;
  };
  /** An asset is packed with a codec that this release does not know. */
  readonly ARCHIVE_CODEC_UNSUPPORTED: {
    /** The text found. */
    readonly found: string;
    /** The text expected. */
    readonly expected: string;
  };
  /** A metadata value is something else than a string, an integer or a boolean. */
  readonly ARCHIVE_METADATA_NOT_FLAT: {
    /** The text found. */
    readonly found: string;
    /** The metadata key. */ readonly key: string;
  };
  /** The header is not written in canonical form (RFC 8785). */
  readonly ARCHIVE_HEADER_NOT_CANONICAL: {
    /** The byte that stands there; null at the end of the header. */
    readonly found: number | null;
    /** The byte of the canonical form; null where that has ended. */
    readonly expected: number | null;
  };
  /** Two assets of the table have one asset_id. */
  readonly ARCHIVE_ASSET_ID_DUPLICATE: {
    /** The asset's number. */
    readonly assetId: number;
  };
  /** The table is not ordered by asset_id. */
  readonly ARCHIVE_ASSET_ORDER: {
    /** The asset's number. */
    readonly assetId: number;
    /** The asset before it. */ readonly previousId: number;
  };
  /** Two assets of the table have one name. */
  readonly ARCHIVE_ASSET_NAME_DUPLICATE: {
    /** The asset's number. */
    readonly assetId: number;
    /** The name. */ readonly name: string;
  };
  /** An asset that is not packed claims another size once unpacked. */
  readonly ARCHIVE_DECODED_SIZE: {
    /** The asset's number. */
    readonly assetId: number;
    /** Bytes found. */
    readonly found: number;
    /** Bytes expected. */
    readonly expected: number;
  };
  /** An asset would end after the payload does. */
  readonly ARCHIVE_SLICE_PAST_END: {
    /** The asset's number. */
    readonly assetId: number;
    /** Where the asset would end in the payload. */
    readonly end: number;
    /** Bytes of the payload. */
    readonly payloadLength: number;
  };
  /** An asset does not begin at an aligned place. */
  readonly ARCHIVE_SLICE_UNALIGNED: {
    /** The asset's number. */
    readonly assetId: number;
    /** Bytes found. */
    readonly found: number;
    /** Bytes expected. */
    readonly expected: number;
  };
  /** An asset begins inside the one before it. */
  readonly ARCHIVE_SLICE_OVERLAP: {
    /** The asset's number. */
    readonly assetId: number;
    /** Bytes found. */
    readonly found: number;
    /** Bytes expected. */
    readonly expected: number;
  };
  /** An asset begins later than the first aligned place after the one before it. */
  readonly ARCHIVE_SLICE_GAP: {
    /** The asset's number. */
    readonly assetId: number;
    /** Bytes found. */
    readonly found: number;
    /** Bytes expected. */
    readonly expected: number;
  };
  /** The payload goes on after its last asset. */
  readonly ARCHIVE_PAYLOAD_UNCLAIMED: {
    /** Bytes found. */
    readonly found: number;
    /** Bytes expected. */
    readonly expected: number;
  };
  /** The preload list names an asset that is not in the table. */
  readonly ARCHIVE_PRELOAD_UNKNOWN_ASSET: {
    /** The asset's number. */
    readonly assetId: number;
  };
  /** The preload list names an asset twice. */
  readonly ARCHIVE_PRELOAD_DUPLICATE_ASSET: {
    /** The asset's number. */
    readonly assetId: number;
  };
  /** Two preloaded assets have one slot in one bank type. */
  readonly ARCHIVE_PRELOAD_SLOT_DUPLICATE: {
    /** The asset's number. */
    readonly assetId: number;
    /** The bank type. */
    readonly bankType: string;
    /** The slot. */
    readonly slot: number;
  };
  /** The preload list is not ordered by bank type, then slot. */
  readonly ARCHIVE_PRELOAD_ORDER: {
    /** The asset's number. */
    readonly assetId: number;
  };
  /** The bytes of an asset are not those that were packed: their SHA-256 differs. */
  readonly ARCHIVE_ASSET_DIGEST: {
    /** The asset's number. */
    readonly assetId: number;
    /** The text found. */
    readonly found: string;
    /** The text expected. */
    readonly expected: string;
  };
  /** The assets are too large for one archive. */
  readonly ARCHIVE_TOO_LARGE: {
    /** Most bytes an archive can have: 2^53 - 1. */ readonly most: number;
  };
}

/** Codes for `build/assets.pa`, in the order in which a reader comes upon them. */
export const archiveCodes: CodeArea<ArchiveDiagnosticData> = {
  ARCHIVE_TOO_SHORT: {
    severity: 'error',
    message: ({ found, expected, looksLike }) => `${found} bytes; expected at least ${expected}${hint(looksLike)}`,
  },
  ARCHIVE_BAD_MAGIC: {
    severity: 'error',
    message: ({ found, expected, looksLike }) => `begins with bytes ${found}; expected ${expected}${hint(looksLike)}`,
  },
  ARCHIVE_ENVELOPE_UNSUPPORTED: {
    severity: 'error',
    message: ({ found, supported }) => `envelope ${found.major}.${found.minor}; expected ${supported.major}.${supported.minor}`,
  },
  ARCHIVE_ENVELOPE_MINOR_UNKNOWN: {
    severity: 'error',
    message: ({ found, known }) => `envelope ${found.major}.${found.minor}; known up to ${known.major}.${known.minor}`,
  },
  ARCHIVE_HEADER_LENGTH: {
    severity: 'error',
    message: ({ found, most }) => `a header of ${found} bytes; expected 1 to ${most}`,
  },
  ARCHIVE_PAYLOAD_OFFSET: {
    severity: 'error',
    message: ({ found, expected }) => `the payload begins at ${found}; expected ${expected}`,
  },
  ARCHIVE_PAYLOAD_LENGTH: {
    severity: 'error',
    message: ({ found, most }) => `a payload of ${found} bytes; expected at most ${most}`,
  },
  ARCHIVE_TRUNCATED: {
    severity: 'error',
    message: ({ found, expected }) => `the file ends after ${found} bytes; expected ${expected}`,
  },
  ARCHIVE_TRAILING_BYTES: {
    severity: 'error',
    message: ({ found, expected }) => `the file has ${found} bytes; expected ${expected}`,
  },
  ARCHIVE_HEADER_TOO_LARGE: {
    severity: 'error',
    message: ({ found, limit }) => `a header of ${found ?? 'too many'} bytes; the budget is ${limit}`,
  },
  ARCHIVE_HEADER_CHECKSUM: {
    severity: 'error',
    message: ({ found, expected }) => `CRC-32 of the header is ${found}; the archive says ${expected}`,
  },
  ARCHIVE_PADDING_NOT_ZERO: {
    severity: 'error',
    message: ({ found }) => `found byte ${found}; expected 0`,
  },
  ARCHIVE_HEADER_VERSION: {
    severity: 'error',
    message: ({ found, expected }) =>
      `header_version ${typeof found === 'string' ? quote(found) : (found ?? 'is missing')}; expected ${expected}`,
  },
  ARCHIVE_HEADER_STRUCTURE: {
    severity: 'error',
    message: ({ pointer, problem, found, expected }) => {
      const what = { 'missing-key': 'misses', 'unknown-key': 'has the unknown key', 'wrong-type': 'is' }[problem];
      return `${quote(pointer)} ${what} ${quote(found)}; expected ${expected}`;
    },
  },
  ARCHIVE_ASSET_ID_RANGE: {
    severity: 'error',
    message: ({ found }) => `asset_id is ${found}; expected 1 to 4294967294`,
  },
  ARCHIVE_ASSET_NAME_INVALID: {
    severity: 'error',
    message: ({ found }) => `asset_name is ${quote(found)}; expected [a-z0-9][a-z0-9_-]{0,63}`,
  },
  ARCHIVE_BANK_TYPE_UNKNOWN: {
    severity: 'error',
    message: ({ found, expected }) => `bank_type is ${quote(found)}; expected one of ${expected.join(', ')}`,
  },
  ARCHIVE_SIZE_INVALID: {
    severity: 'error',
    message: ({ field, found }) => `${field} is ${found}; expected an integer from 0 to 9007199254740991`,
  },
  ARCHIVE_SHA256_MALFORMED: {
    severity: 'error',
    message: ({ found }) => `sha256 is ${quote(found)}; expected 64 digits of 0-9a-f`,
  },
  ARCHIVE_SLOT_RANGE: {
    severity: 'error',
    message: ({ found }) => `slot is ${found}; expected 0 to 65535`,
  },
  ARCHIVE_CODEC_UNSUPPORTED: {
    severity: 'error',
    message: ({ found, expected }) => `codec ${quote(found)}; expected ${quote(expected)}`,
  },
  ARCHIVE_METADATA_NOT_FLAT: {
    severity: 'error',
    message: ({ key, found }) => `metadata ${quote(key)} is ${found}; expected a string, an integer or a boolean`,
  },
  ARCHIVE_HEADER_NOT_CANONICAL: {
    severity: 'error',
    message: ({ found, expected }) => `found ${found ?? 'the end'} where the canonical form has ${expected ?? 'ended'}`,
  },
  ARCHIVE_ASSET_ID_DUPLICATE: {
    severity: 'error',
    message: ({ assetId }) => `asset_id ${assetId} stands in the table already`,
  },
  ARCHIVE_ASSET_ORDER: {
    severity: 'error',
    message: ({ assetId, previousId }) => `asset_id ${assetId} after ${previousId}`,
  },
  ARCHIVE_ASSET_NAME_DUPLICATE: {
    severity: 'error',
    message: ({ name }) => `${quote(name)} stands in the table already`,
  },
  ARCHIVE_DECODED_SIZE: {
    severity: 'error',
    message: ({ assetId, found, expected }) => `decoded_size of asset ${assetId} is ${found}; expected ${expected}`,
  },
  ARCHIVE_SLICE_PAST_END: {
    severity: 'error',
    message: ({ assetId, end, payloadLength }) => `asset ${assetId} ends at ${end} of a payload of ${payloadLength} bytes`,
  },
  ARCHIVE_SLICE_UNALIGNED: {
    severity: 'error',
    message: ({ assetId, found, expected }) => `asset ${assetId} begins at ${found}; expected ${expected}`,
  },
  ARCHIVE_SLICE_OVERLAP: {
    severity: 'error',
    message: ({ assetId, found, expected }) => `asset ${assetId} begins at ${found}; expected ${expected}`,
  },
  ARCHIVE_SLICE_GAP: {
    severity: 'error',
    message: ({ assetId, found, expected }) => `asset ${assetId} begins at ${found}; expected ${expected}`,
  },
  ARCHIVE_PAYLOAD_UNCLAIMED: {
    severity: 'error',
    message: ({ found, expected }) => `a payload of ${found} bytes; its last asset ends at ${expected}`,
  },
  ARCHIVE_PRELOAD_UNKNOWN_ASSET: {
    severity: 'error',
    message: ({ assetId }) => `asset ${assetId} is preloaded but not in the table`,
  },
  ARCHIVE_PRELOAD_DUPLICATE_ASSET: {
    severity: 'error',
    message: ({ assetId }) => `asset ${assetId} is preloaded twice`,
  },
  ARCHIVE_PRELOAD_SLOT_DUPLICATE: {
    severity: 'error',
    message: ({ assetId, bankType, slot }) => `slot ${slot} of ${bankType} is taken already; asset ${assetId} has it again`,
  },
  ARCHIVE_PRELOAD_ORDER: {
    severity: 'error',
    message: ({ assetId }) => `asset ${assetId} stands after one that belongs behind it`,
  },
  ARCHIVE_ASSET_DIGEST: {
    severity: 'error',
    message: ({ assetId, found, expected }) => `SHA-256 of asset ${assetId} is ${found}; the table says ${expected}`,
  },
  ARCHIVE_TOO_LARGE: {
    severity: 'error',
    message: ({ most }) => `the archive would have more than ${most} bytes`,
  },
};
