import type { SourceDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

const HELP_EXPORT_AGAIN = 'The file is damaged or cut: export or copy it again from its origin.';

/** What there is to say of the codes of source files: PNG, WAV and raw bytes. */
export const sourceWords: AreaWords<SourceDiagnosticData> = {
  SOURCE_EMPTY: {
    summary: 'A source file has no bytes.',
    help: 'Export the file again, or take it out of the inputs.',
  },
  SOURCE_OVER_BUDGET: {
    summary: 'A source file has more bytes than the budget for one file.',
    help: 'Split the file, or raise the budget for source files.',
  },
  SOURCE_CHANGED_WHILE_READ: {
    summary: 'A source file became longer or shorter while it was read.',
    help: 'Try again once the program that writes the file is done.',
  },
  SOURCE_EXTENSION_MISMATCH: {
    summary: 'A file has the extension .png or .wav and other content.',
    help: 'Rename the file to what it is, or put the right content into it.',
  },
  SOURCE_FORMAT_MISMATCH: {
    summary: 'A source file is not of the format that its asset declares.',
    help: 'Declare the format that the file has, or name the right file.',
  },
  PNG_SIGNATURE_DAMAGED: {
    summary: 'The first eight bytes of a PNG are changed in part.',
    help: 'Often a transfer as text changed the line endings: copy the file again in binary mode.',
  },
  PNG_TRUNCATED: {
    summary: 'A PNG ends inside the length and type of a chunk.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_IEND_MISSING: {
    summary: 'A PNG ends without the chunk that ends it.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_CHUNK_LENGTH_INVALID: {
    summary: 'A PNG chunk claims more bytes than the format allows.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_CHUNK_TYPE_INVALID: {
    summary: 'The type of a PNG chunk is not four ASCII letters.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_CHUNK_PAST_END: {
    summary: 'A PNG chunk leads past the end of the file.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_CHUNK_CRC_MISMATCH: {
    summary: 'The checksum of a PNG chunk does not fit its bytes.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_CHUNK_SIZE_INVALID: {
    summary: 'A PNG chunk does not have the size that its type and the image demand.',
    help: 'Open the image in an editor and export it again.',
  },
  PNG_CHUNK_REPEATED: {
    summary: 'A PNG has a second chunk of a type that may occur once.',
    help: 'Open the image in an editor and export it again.',
  },
  PNG_CHUNK_ORDER: {
    summary: 'A PNG chunk that decides how the image looks stands at the wrong place.',
    help: 'Open the image in an editor and export it again.',
  },
  PNG_CHUNK_MISPLACED: {
    summary: 'A PNG chunk of side information stands where readers may pass over it.',
    help: 'The pixels are not touched. Export the image again if the information matters.',
  },
  PNG_CHUNK_FORBIDDEN: {
    summary: 'A PNG has a chunk that its colour type rules out.',
    help: 'Open the image in an editor and export it again.',
  },
  PNG_CHUNK_UNSUPPORTED: {
    summary: 'A PNG has a chunk that must be understood, and is not known.',
    help: 'Export the image as a plain PNG.',
  },
  PNG_IHDR_MISSING: {
    summary: 'A PNG does not begin with its header.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_DIMENSION_INVALID: {
    summary: 'The width or height of a PNG is zero, or more than the format allows.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_COLOR_INVALID: {
    summary: 'A PNG has a colour type that does not exist, or a bit depth that it does not allow.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_METHOD_INVALID: {
    summary: 'A PNG names a compression, filter or interlace method that does not exist.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_OVER_BUDGET: {
    summary: 'A PNG is larger than the budget for images.',
    help: 'Split or shrink the image, or raise the budget for images.',
  },
  PNG_PALETTE_MISSING: {
    summary: 'A PNG with indexed colours has no palette before its pixels.',
    help: 'Open the image in an editor and export it again.',
  },
  PNG_IDAT_MISSING: {
    summary: 'A PNG has no pixels.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_IDAT_SPLIT: {
    summary: 'Another chunk stands between the IDAT chunks of a PNG.',
    help: 'Open the image in an editor and export it again.',
  },
  PNG_DATA_CORRUPT: {
    summary: 'The compressed pixels of a PNG cannot be inflated.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_DATA_TRUNCATED: {
    summary: 'The compressed pixels of a PNG end too early.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_DATA_CHECKSUM_MISMATCH: {
    summary: 'The checksum of the inflated pixels of a PNG does not fit them.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_DATA_DISPUTED: {
    summary: "The host's own zlib refuses the pixels of a PNG that the portable inflater takes.",
    help: 'Export the image again, and report the file: the two have to agree.',
  },
  PNG_DATA_TOO_LONG: {
    summary: 'A PNG has more pixels than its header says.',
    help: 'Open the image in an editor and export it again.',
  },
  PNG_DATA_TOO_SHORT: {
    summary: 'A PNG has fewer pixels than its header says.',
    help: HELP_EXPORT_AGAIN,
  },
  PNG_DATA_TRAILING_BYTES: {
    summary: 'Unused bytes stand after the compressed pixels of a PNG, inside its IDAT chunks.',
    help: 'They change nothing; exporting the image again takes them out.',
  },
  PNG_FILTER_INVALID: {
    summary: 'A row of a PNG is written with a filter that does not exist.',
    help: 'Open the image in an editor and export it again.',
  },
  PNG_PALETTE_INDEX_INVALID: {
    summary: 'A pixel of a PNG has a colour that is not in the palette.',
    help: 'Open the image in an editor and export it again.',
  },
  PNG_TRAILING_BYTES: {
    summary: 'Bytes stand after the end of a PNG.',
    help: 'They are packed with the file and mean nothing to readers; exporting the image again takes them out.',
  },
  WAV_CONTAINER_UNSUPPORTED: {
    summary: 'A WAV file is big-endian (RIFX) or in a 64-bit container (RF64, BW64).',
    help: 'Export the sound as a plain RIFF WAVE file with PCM samples.',
  },
  WAV_CHUNK_PAST_END: {
    summary: 'A WAV chunk leads past the end of the file.',
    help: HELP_EXPORT_AGAIN,
  },
  WAV_CHUNK_REPEATED: {
    summary: 'A WAV file has a second format or a second run of samples.',
    help: 'Open the sound in an editor and export it again.',
  },
  WAV_FMT_MISSING: {
    summary: 'A WAV file does not tell its format.',
    help: HELP_EXPORT_AGAIN,
  },
  WAV_DATA_MISSING: {
    summary: 'A WAV file has no samples.',
    help: HELP_EXPORT_AGAIN,
  },
  WAV_FMT_AFTER_DATA: {
    summary: 'A WAV file tells its format after its samples.',
    help: 'Open the sound in an editor and export it again.',
  },
  WAV_FMT_TOO_SHORT: {
    summary: 'The format of a WAV file is shorter than any format.',
    help: HELP_EXPORT_AGAIN,
  },
  WAV_FIELD_ZERO: {
    summary: 'A WAV file has no channels, no sample rate, or frames of no bytes.',
    help: 'Open the sound in an editor and export it again.',
  },
  WAV_FORMAT_UNSUPPORTED: {
    summary: 'A WAV file holds other than plain PCM samples.',
    help: 'Export the sound as PCM (format tag 1).',
  },
  WAV_RIFF_SIZE_MISMATCH: {
    summary: 'The size in the header of a WAV file is not that of the file.',
    help: 'The chunks were walked by their own sizes. Exporting the sound again mends it.',
  },
  WAV_BLOCK_ALIGN_MISMATCH: {
    summary: 'The frames of a WAV file have another size than their samples.',
    help: 'Players differ in how they read such a file. Export the sound with packed samples.',
  },
  WAV_TRAILING_BYTES: {
    summary: 'Bytes stand after the last chunk of a WAV file.',
    help: 'They are packed with the file and mean nothing to players; exporting the sound again takes them out.',
  },
};
