import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

function hex32(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}

/** The data of each code of this area. */
export interface SourceDiagnosticData {
  /** A source file has no bytes. */
  readonly SOURCE_EMPTY: {
    readonly bytes: 0;
  };
  /** A source file has more bytes than the budget for one file. */
  readonly SOURCE_OVER_BUDGET: {
    readonly found: number;
    readonly limit: number;
  };
  /** A source file became longer or shorter while it was read. */
  readonly SOURCE_CHANGED_WHILE_READ: {
    /** Bytes the file had before. */
    readonly expected: number;
    /** Bytes that reading it gave. */
    readonly found: number;
  };
  /** A file has the extension .png or .wav and other content. */
  readonly SOURCE_EXTENSION_MISMATCH: {
    /** What the extension promises. */
    readonly expected: 'png' | 'wav';
    /** What the first bytes show. */
    readonly found: 'png' | 'wav' | 'other';
  };
  /** A source file is not of the format that its asset declares. */
  readonly SOURCE_FORMAT_MISMATCH: {
    /** The format that was declared. */
    readonly expected: 'png' | 'wav';
    /** What the first bytes show. */
    readonly found: 'png' | 'wav' | 'other';
  };
  /** The first eight bytes of a PNG are changed in part. */
  readonly PNG_SIGNATURE_DAMAGED: {
    /** The first eight bytes in hexadecimal. */
    readonly found: string;
    readonly expected: '89504e470d0a1a0a';
  };
  /** A PNG ends inside the length and type of a chunk. */
  readonly PNG_TRUNCATED: {
    /** Bytes that stand after the last whole chunk, too few to begin another. */
    readonly found: number;
    readonly expected: 8;
  };
  /** A PNG ends without the chunk that ends it. */
  readonly PNG_IEND_MISSING: {
    readonly expected: 'IEND';
  };
  /** A PNG chunk claims more bytes than the format allows. */
  readonly PNG_CHUNK_LENGTH_INVALID: {
    readonly found: number;
    readonly limit: number;
  };
  /** The type of a PNG chunk is not four ASCII letters. */
  readonly PNG_CHUNK_TYPE_INVALID: {
    readonly chunk: string;
  };
  /** A PNG chunk leads past the end of the file. */
  readonly PNG_CHUNK_PAST_END: {
    readonly chunk: string;
    /** Bytes that the chunk claims for its data. */
    readonly found: number;
    /** Bytes that the file has for it. */
    readonly available: number;
  };
  /** The checksum of a PNG chunk does not fit its bytes. */
  readonly PNG_CHUNK_CRC_MISMATCH: {
    readonly chunk: string;
    /** The CRC-32 that the file gives. */
    readonly found: number;
    /** The CRC-32 of the chunk's type and data. */
    readonly expected: number;
  };
  /** A PNG chunk does not have the size that its type and the image demand. */
  readonly PNG_CHUNK_SIZE_INVALID: {
    readonly chunk: string;
    /** Bytes of data that the chunk has. */
    readonly found: number;
    /** Fewest, most, and what the number has to be a multiple of. */
    readonly expected: { readonly least: number; readonly most: number; readonly multipleOf: number };
  };
  /** A PNG has a second chunk of a type that may occur once. */
  readonly PNG_CHUNK_REPEATED: {
    readonly chunk: string;
  };
  /** A PNG chunk that decides how the image looks stands at the wrong place. */
  readonly PNG_CHUNK_ORDER: {
    readonly chunk: string;
    /** The chunk that it has to stand before or after. */
    readonly other: string;
    readonly expected: 'before' | 'after';
  };
  /** A PNG chunk of side information stands where readers may pass over it. */
  readonly PNG_CHUNK_MISPLACED: {
    readonly chunk: string;
    /** The chunk that it has to stand before. */
    readonly other: 'PLTE' | 'IDAT';
  };
  /** A PNG has a chunk that its colour type rules out. */
  readonly PNG_CHUNK_FORBIDDEN: {
    readonly chunk: string;
    /** The colour type of the image. */
    readonly colorType: number;
  };
  /** A PNG has a chunk that must be understood, and is not known. */
  readonly PNG_CHUNK_UNSUPPORTED: {
    readonly chunk: string;
  };
  /** A PNG does not begin with its header. */
  readonly PNG_IHDR_MISSING: {
    /** The type of the first chunk. */
    readonly found: string;
    readonly expected: 'IHDR';
  };
  /** The width or height of a PNG is zero, or more than the format allows. */
  readonly PNG_DIMENSION_INVALID: {
    readonly field: 'width' | 'height';
    readonly found: number;
    readonly least: 1;
    readonly limit: number;
  };
  /** A PNG has a colour type that does not exist, or a bit depth that it does not allow. */
  readonly PNG_COLOR_INVALID: {
    readonly colorType: number;
    readonly bitDepth: number;
    /** The bit depths that the colour type allows; none where there is no such colour type. */
    readonly allowedDepths: readonly number[];
  };
  /** A PNG names a compression, filter or interlace method that does not exist. */
  readonly PNG_METHOD_INVALID: {
    readonly field: 'compression' | 'filter' | 'interlace';
    readonly found: number;
    /** The highest number that stands for a method. */
    readonly limit: number;
  };
  /** A PNG is larger than the budget for images. */
  readonly PNG_OVER_BUDGET: {
    readonly found: number;
    readonly limit: number;
    /** What is over its budget: pixels on a side, bytes once inflated, or compressed bytes out of all proportion to those. */
    readonly field: 'width' | 'height' | 'inflated-bytes' | 'compressed-bytes';
  };
  /** A PNG with indexed colours has no palette before its pixels. */
  readonly PNG_PALETTE_MISSING: {
    readonly expected: 'PLTE';
  };
  /** A PNG has no pixels. */
  readonly PNG_IDAT_MISSING: {
    readonly expected: 'IDAT';
  };
  /** Another chunk stands between the IDAT chunks of a PNG. */
  readonly PNG_IDAT_SPLIT: {
    readonly chunk: 'IDAT';
  };
  /** The compressed pixels of a PNG cannot be inflated. */
  readonly PNG_DATA_CORRUPT: {
    /** Its bytes, as many as there are. */
    readonly compressedBytes: number;
  };
  /** The compressed pixels of a PNG end too early. */
  readonly PNG_DATA_TRUNCATED: {
    /** Its bytes, as many as there are. */
    readonly compressedBytes: number;
  };
  /** The checksum of the inflated pixels of a PNG does not fit them. */
  readonly PNG_DATA_CHECKSUM_MISMATCH: {
    /** Its bytes, as many as there are. */
    readonly compressedBytes: number;
  };
  /** The host's own zlib refuses the pixels of a PNG that the portable inflater takes. */
  readonly PNG_DATA_DISPUTED: {
    /** Its bytes, as many as there are. */
    readonly compressedBytes: number;
  };
  /** A PNG has more pixels than its header says. */
  readonly PNG_DATA_TOO_LONG: {
    /** Bytes that the header asks for. */
    readonly expected: number;
  };
  /** A PNG has fewer pixels than its header says. */
  readonly PNG_DATA_TOO_SHORT: {
    /** Bytes that came out. */
    readonly found: number;
    /** Bytes that the header asks for. */
    readonly expected: number;
  };
  /** Unused bytes stand after the compressed pixels of a PNG, inside its IDAT chunks. */
  readonly PNG_DATA_TRAILING_BYTES: {
    readonly bytes: number;
  };
  /** A row of a PNG is written with a filter that does not exist. */
  readonly PNG_FILTER_INVALID: {
    /** The first one, and where: the pass of an interlaced image (1 to 7, else 1), and the row in it, from 0. */
    readonly first: { readonly filter: number; readonly pass: number; readonly row: number };
    /** How many rows have such a filter. */
    readonly count: number;
    /** The highest number that stands for a filter. */
    readonly limit: 4;
  };
  /** A pixel of a PNG has a colour that is not in the palette. */
  readonly PNG_PALETTE_INDEX_INVALID: {
    /** The first one, and the pixel that has it, from 0, in the order of the file. */
    readonly first: { readonly index: number; readonly x: number; readonly y: number };
    /** How many pixels have such an index. */
    readonly count: number;
    /** Colours in the palette. */
    readonly entries: number;
  };
  /** Bytes stand after the end of a PNG. */
  readonly PNG_TRAILING_BYTES: {
    readonly bytes: number;
  };
  /** A WAV file is big-endian (RIFX) or in a 64-bit container (RF64, BW64). */
  readonly WAV_CONTAINER_UNSUPPORTED: {
    /** The first four characters: RIFX, RF64 or BW64. */
    readonly found: string;
    readonly expected: 'RIFF';
  };
  /** A WAV chunk leads past the end of the file. */
  readonly WAV_CHUNK_PAST_END: {
    readonly chunk: string;
    /** Bytes that the chunk claims for its data. */
    readonly found: number;
    /** Bytes that the file has for it. */
    readonly available: number;
  };
  /** A WAV file has a second format or a second run of samples. */
  readonly WAV_CHUNK_REPEATED: {
    readonly chunk: 'fmt ' | 'data';
  };
  /** A WAV file does not tell its format. */
  readonly WAV_FMT_MISSING: {
    readonly expected: 'fmt ';
  };
  /** A WAV file has no samples. */
  readonly WAV_DATA_MISSING: {
    readonly expected: 'data';
  };
  /** A WAV file tells its format after its samples. */
  readonly WAV_FMT_AFTER_DATA: {
    /** Bytes from the start of the file to the samples. */
    readonly dataOffset: number;
  };
  /** The format of a WAV file is shorter than any format. */
  readonly WAV_FMT_TOO_SHORT: {
    readonly found: number;
    readonly least: 16;
  };
  /** A WAV file has no channels, no sample rate, or frames of no bytes. */
  readonly WAV_FIELD_ZERO: {
    readonly field: 'channels' | 'sampleRate' | 'blockAlign';
  };
  /** A WAV file holds other than plain PCM samples. */
  readonly WAV_FORMAT_UNSUPPORTED: {
    /** The format tag. */
    readonly found: number;
    /** What it is called; `unknown` where it has no well-known name. */
    readonly name: string;
    readonly expected: 1;
  };
  /** The size in the header of a WAV file is not that of the file. */
  readonly WAV_RIFF_SIZE_MISMATCH: {
    /** The size that the RIFF header gives. */
    readonly found: number;
    /** The file's length less 8. */
    readonly expected: number;
  };
  /** The frames of a WAV file have another size than their samples. */
  readonly WAV_BLOCK_ALIGN_MISMATCH: {
    readonly found: number;
    /** Channels × whole bytes of a sample. */
    readonly expected: number;
    readonly channels: number;
    readonly bitsPerSample: number;
  };
  /** Bytes stand after the last chunk of a WAV file. */
  readonly WAV_TRAILING_BYTES: {
    readonly bytes: number;
  };
}

/** Codes of source files: PNG, WAV and raw bytes. */
export const sourceCodes: CodeArea<SourceDiagnosticData> = {
  SOURCE_EMPTY: {
    severity: 'error',
    message: () => 'the file is empty; expected at least one byte',
  },
  SOURCE_OVER_BUDGET: {
    severity: 'error',
    message: ({ found, limit }) => `the file has ${found} bytes; expected ${limit} at most`,
  },
  SOURCE_CHANGED_WHILE_READ: {
    severity: 'error',
    message: ({ expected, found }) => `reading gave ${found} bytes; expected the ${expected} that the file had before`,
  },
  SOURCE_EXTENSION_MISMATCH: {
    severity: 'error',
    message: ({ expected, found }) => `the extension says ${expected}; the content is ${found === 'other' ? 'something else' : found}`,
  },
  SOURCE_FORMAT_MISMATCH: {
    severity: 'error',
    message: ({ expected, found }) => `declared as ${expected}; the content is ${found === 'other' ? 'something else' : found}`,
  },
  PNG_SIGNATURE_DAMAGED: {
    severity: 'error',
    message: ({ found, expected }) => `the signature is ${found}; expected ${expected}`,
  },
  PNG_TRUNCATED: {
    severity: 'error',
    message: ({ found }) => `the file ends ${found} bytes into the head of a chunk; expected 8`,
  },
  PNG_IEND_MISSING: {
    severity: 'error',
    message: () => 'the file ends after a whole chunk; expected IEND',
  },
  PNG_CHUNK_LENGTH_INVALID: {
    severity: 'error',
    message: ({ found, limit }) => `a chunk claims ${found} bytes; expected ${limit} at most`,
  },
  PNG_CHUNK_TYPE_INVALID: {
    severity: 'error',
    message: ({ chunk }) => `the chunk type is ${quote(chunk)}; expected four letters`,
  },
  PNG_CHUNK_PAST_END: {
    severity: 'error',
    message: ({ chunk, found, available }) => `${quote(chunk)} claims ${found} bytes; the file has ${available} left for it`,
  },
  PNG_CHUNK_CRC_MISMATCH: {
    severity: 'error',
    message: ({ chunk, found, expected }) => `the CRC of ${quote(chunk)} is ${hex32(found)}; expected ${hex32(expected)}`,
  },
  PNG_CHUNK_SIZE_INVALID: {
    severity: 'error',
    message: ({ chunk, found, expected: { least, most, multipleOf } }) =>
      `${quote(chunk)} has ${found} bytes; expected ${least === most ? least : `${least} to ${most}, a multiple of ${multipleOf}`}`,
  },
  PNG_CHUNK_REPEATED: {
    severity: 'error',
    message: ({ chunk }) => `a second ${quote(chunk)}; expected one`,
  },
  PNG_CHUNK_ORDER: {
    severity: 'error',
    message: ({ chunk, other, expected }) => `${quote(chunk)} has to stand ${expected} ${other}`,
  },
  PNG_CHUNK_MISPLACED: {
    severity: 'warning',
    message: ({ chunk, other }) => `${quote(chunk)} stands after ${other}; expected before`,
  },
  PNG_CHUNK_FORBIDDEN: {
    severity: 'error',
    message: ({ chunk, colorType }) => `${quote(chunk)} may not stand in an image of colour type ${colorType}`,
  },
  PNG_CHUNK_UNSUPPORTED: {
    severity: 'error',
    message: ({ chunk }) => `${quote(chunk)} is not a known chunk, and its name says that it cannot be passed over`,
  },
  PNG_IHDR_MISSING: {
    severity: 'error',
    message: ({ found }) => `the first chunk is ${quote(found)}; expected IHDR`,
  },
  PNG_DIMENSION_INVALID: {
    severity: 'error',
    message: ({ field, found, limit }) => `the ${field} is ${found}; expected 1 to ${limit}`,
  },
  PNG_COLOR_INVALID: {
    severity: 'error',
    message: ({ colorType, bitDepth, allowedDepths }) =>
      allowedDepths.length === 0
        ? `the colour type is ${colorType}; expected 0, 2, 3, 4 or 6`
        : `the bit depth is ${bitDepth}; colour type ${colorType} allows ${allowedDepths.join(', ')}`,
  },
  PNG_METHOD_INVALID: {
    severity: 'error',
    message: ({ field, found, limit }) => `the ${field} method is ${found}; expected ${limit === 0 ? '0' : `0 to ${limit}`}`,
  },
  PNG_OVER_BUDGET: {
    severity: 'error',
    message: ({ field, found, limit }) => `${field.replace('-', ' ')}: ${found}; expected ${limit} at most`,
  },
  PNG_PALETTE_MISSING: {
    severity: 'error',
    message: () => 'the pixels begin without a palette; expected PLTE before them',
  },
  PNG_IDAT_MISSING: {
    severity: 'error',
    message: () => 'the image ends without pixels; expected IDAT before IEND',
  },
  PNG_IDAT_SPLIT: {
    severity: 'error',
    message: () => 'IDAT again after another chunk; expected all of them in a row',
  },
  PNG_DATA_CORRUPT: {
    severity: 'error',
    message: ({ compressedBytes }) => `the ${compressedBytes} bytes of compressed pixels are no valid zlib stream`,
  },
  PNG_DATA_TRUNCATED: {
    severity: 'error',
    message: ({ compressedBytes }) => `the zlib stream of the pixels goes on after its ${compressedBytes} bytes`,
  },
  PNG_DATA_CHECKSUM_MISMATCH: {
    severity: 'error',
    message: ({ compressedBytes }) =>
      `the Adler-32 at the end of the ${compressedBytes} bytes of compressed pixels is that of other pixels`,
  },
  PNG_DATA_DISPUTED: {
    severity: 'error',
    message: ({ compressedBytes }) =>
      `the host's zlib refuses the ${compressedBytes} bytes of compressed pixels; the portable inflater takes them`,
  },
  PNG_DATA_TOO_LONG: {
    severity: 'error',
    message: ({ expected }) => `the pixels inflate to more than the ${expected} bytes that the header asks for`,
  },
  PNG_DATA_TOO_SHORT: {
    severity: 'error',
    message: ({ found, expected }) => `the pixels inflate to ${found} bytes; the header asks for ${expected}`,
  },
  PNG_DATA_TRAILING_BYTES: {
    severity: 'warning',
    message: ({ bytes }) => `${bytes} unused bytes after the end of the zlib stream`,
  },
  PNG_FILTER_INVALID: {
    severity: 'error',
    message: ({ first: { filter, pass, row }, count }) =>
      `row ${row} of pass ${pass} has filter ${filter}; expected 0 to 4 (${count} such rows)`,
  },
  PNG_PALETTE_INDEX_INVALID: {
    severity: 'error',
    message: ({ first: { index, x, y }, count, entries }) =>
      `pixel (${x}, ${y}) has colour ${index} of a palette of ${entries} (${count} such pixels)`,
  },
  PNG_TRAILING_BYTES: {
    severity: 'warning',
    message: ({ bytes }) => `${bytes} bytes after IEND; expected the end of the file`,
  },
  WAV_CONTAINER_UNSUPPORTED: {
    severity: 'error',
    message: ({ found }) => `the container is ${quote(found)}; only RIFF is supported`,
  },
  WAV_CHUNK_PAST_END: {
    severity: 'error',
    message: ({ chunk, found, available }) => `${quote(chunk)} claims ${found} bytes; the file has ${available} left for it`,
  },
  WAV_CHUNK_REPEATED: {
    severity: 'error',
    message: ({ chunk }) => `a second ${quote(chunk)}; expected one`,
  },
  WAV_FMT_MISSING: {
    severity: 'error',
    message: () => 'no "fmt " chunk; expected one before "data"',
  },
  WAV_DATA_MISSING: {
    severity: 'error',
    message: () => 'no "data" chunk; expected one after "fmt "',
  },
  WAV_FMT_AFTER_DATA: {
    severity: 'error',
    message: ({ dataOffset }) => `"fmt " stands after "data" (at byte ${dataOffset}); expected before`,
  },
  WAV_FMT_TOO_SHORT: {
    severity: 'error',
    message: ({ found }) => `"fmt " has ${found} bytes; expected 16 at least`,
  },
  WAV_FIELD_ZERO: {
    severity: 'error',
    message: ({ field }) => `${field} is 0; expected 1 at least`,
  },
  WAV_FORMAT_UNSUPPORTED: {
    severity: 'error',
    message: ({ found, name }) => `the format tag is ${found} (${name}); only 1 (PCM) is supported`,
  },
  WAV_RIFF_SIZE_MISMATCH: {
    severity: 'warning',
    message: ({ found, expected }) => `the RIFF size is ${found}; expected ${expected}`,
  },
  WAV_BLOCK_ALIGN_MISMATCH: {
    severity: 'warning',
    message: ({ found, expected, channels, bitsPerSample }) =>
      `a frame has ${found} bytes; ${channels} channels of ${bitsPerSample} bits make ${expected}`,
  },
  WAV_TRAILING_BYTES: {
    severity: 'warning',
    message: ({ bytes }) => `${bytes} bytes after the last chunk; expected the end of the file`,
  },
};
