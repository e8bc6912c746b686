import type { SourceDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

type PngChunkCode = Exclude<
  Extract<keyof SourceDiagnosticData, `PNG_${string}`>,
  `PNG_DATA_${string}` | 'PNG_FILTER_INVALID' | 'PNG_PALETTE_INDEX_INVALID' | 'PNG_OVER_BUDGET'
>;

const COPY_AGAIN = 'Copy or download the file again, and compare its size with that of the original.';
const BRING_BACK = 'Where there is no other copy, bring it back from version control or export it again.';
const EXPORT_AGAIN = 'Open the picture in an editor and export it again as a PNG.';
const LOOK_AGAIN = 'Run `prometeu-packer doctor` to see that the file is sound.';

/** Pages of the codes of the chunks that a PNG is made of. */
export const pngChunkPages: AreaPages<Pick<SourceDiagnosticData, PngChunkCode>> = {
  PNG_SIGNATURE_DAMAGED: {
    why: 'The first eight bytes of a PNG hold both kinds of line end, so that a transfer that changes line ends is found out at once. Where they are changed, so is most of what follows: the file is lost, though it still looks like a PNG to a file manager.',
    fix: [
      'Copy the file again in binary mode.',
      'Where git changed it, write `*.png binary` into `.gitattributes` and check the file out again.',
      BRING_BACK,
    ],
  },
  PNG_TRUNCATED: {
    why: 'The file ends in the middle of a chunk. What was lost can be half of the pixels or the last twelve bytes; some decoders show what is left and some refuse it, so the game would look different from one machine to the next.',
    fix: [COPY_AGAIN, BRING_BACK],
  },
  PNG_IEND_MISSING: {
    why: 'Every PNG ends with the chunk IEND: without it nobody can tell whether the file is whole. It ends here just between two chunks, as a transfer that broke off does, and more chunks of pixels may be missing.',
    fix: [COPY_AGAIN, BRING_BACK],
  },
  PNG_CHUNK_LENGTH_INVALID: {
    why: 'No chunk may have more than 2,147,483,647 bytes. A larger number is damage, or an attack on programs that calculate with it: it may become negative there and lead out of their memory. Nothing after it can be found any more.',
    fix: [COPY_AGAIN, BRING_BACK],
  },
  PNG_CHUNK_TYPE_INVALID: {
    why: 'The type of a chunk is four letters; here stands something else. Either these bytes were overwritten or the length of the chunk before is wrong, so that the reader is not where a chunk begins. All that follows would be read as something that it is not.',
    fix: [COPY_AGAIN, BRING_BACK],
  },
  PNG_CHUNK_PAST_END: {
    why: 'A chunk says that it is longer than what is left of the file: the end of it is missing. A decoder that does not look would read whatever lies behind in memory.',
    fix: [COPY_AGAIN, BRING_BACK],
  },
  PNG_CHUNK_CRC_MISMATCH: {
    why: 'Each chunk carries a checksum, and this one does not fit: some of its bytes are not those that were written. Decoders differ in whether they look at it, so a damaged picture would pass here and fail, or show noise, there.',
    fix: [
      COPY_AGAIN,
      BRING_BACK,
      'Where a script of your own writes the file, make it compute the CRC-32 over type and data of the chunk.',
    ],
  },
  PNG_CHUNK_SIZE_INVALID: {
    why: 'The size of this chunk does not fit what it is for: a palette is made of three bytes a colour, and each kind of transparency has its size. Decoders cut such a chunk, fill it up or refuse it, and so give different colours.',
    fix: [EXPORT_AGAIN, LOOK_AGAIN],
  },
  PNG_CHUNK_REPEATED: {
    why: 'A header, a palette or a transparency may stand once. With two of them one decoder takes the first and another the last, so the same file has two looks.',
    fix: [EXPORT_AGAIN, 'Where a tool joins or patches PNG files, make it replace the chunk in place of adding one.'],
  },
  PNG_CHUNK_ORDER: {
    why: 'Palette and transparency have to be known before the first pixel, and the palette before the transparency. A decoder that works from front to back has drawn the pixels without them; one that reads the whole file first has not.',
    fix: [EXPORT_AGAIN, LOOK_AGAIN],
  },
  PNG_CHUNK_MISPLACED: {
    why: 'Some side information, such as gamma or the size of a pixel, counts only where it stands before the pixels or the palette. Here it comes later, and decoders may pass over it. The pixels themselves are sound, so this is a warning.',
    fix: ['Export the picture again, where colours or sizes come out wrong.', 'Or take the side information out with a PNG optimiser.'],
  },
  PNG_CHUNK_FORBIDDEN: {
    why: 'A picture in grey has no palette, and one with an alpha channel has no second transparency. A decoder that uses the chunk anyway shows another picture than one that does not.',
    fix: [EXPORT_AGAIN, LOOK_AGAIN],
  },
  PNG_CHUNK_UNSUPPORTED: {
    why: 'A type that begins with a capital says: whoever does not know this chunk cannot show the picture. The packer does not know it, and the runtime most likely does not either.',
    fix: [
      'Export the picture as a plain PNG, without extras of the program.',
      'Keep the file with layers and the like beside it, under another name.',
    ],
  },
  PNG_IHDR_MISSING: {
    why: 'The first chunk has to be the header, since it says how large the picture is and how its pixels are written. Files that were rewritten for iPhones begin with `CgBI` in its place: their pixels are stored in another way, and only the tools of Apple read them.',
    fix: [
      'Take the original picture, not the one from inside an app.',
      'Or turn it back with `xcrun -sdk iphoneos pngcrush -revert-iphone-optimizations IN.png OUT.png`.',
      BRING_BACK,
    ],
  },
  PNG_DIMENSION_INVALID: {
    why: 'A picture has at least one pixel each way. A width or height of zero, or beyond what the format can say, makes a size of memory that is wrong, and programs that do not look fail in the middle of it.',
    fix: ['Export the picture again, and look at what was selected.', BRING_BACK],
  },
  PNG_COLOR_INVALID: {
    why: 'Colour type and bit depth together say how many bits a pixel has. This pair does not exist, so nobody can tell where one pixel ends and the next begins.',
    fix: [EXPORT_AGAIN, BRING_BACK],
  },
  PNG_METHOD_INVALID: {
    why: 'There is one way to compress, one to filter, and two orders of rows. Another number means a form that no decoder knows, or damage in the header; the pixels cannot be read either way.',
    fix: [EXPORT_AGAIN, BRING_BACK],
  },
  PNG_PALETTE_MISSING: {
    why: 'The pixels are numbers of colours, and the colours are not there. A decoder shows black, or fails, or takes the palette of the last picture.',
    fix: [
      EXPORT_AGAIN,
      'Where a tool takes the palette out on purpose, declare the file as raw: `prometeu-packer set ROOT format=raw --apply`.',
    ],
  },
  PNG_IDAT_MISSING: {
    why: 'The file has a header and an end, and no pixels at all. There is nothing to show: the game would load an empty picture or none.',
    fix: ['Export the picture again, and look whether the export ended with an error.', BRING_BACK],
  },
  PNG_IDAT_SPLIT: {
    why: 'The pixels are one stream that may be cut into several chunks, and these have to follow each other. With another chunk between them some decoders take the first part for all of it and show half of the picture.',
    fix: [EXPORT_AGAIN, 'Where a tool adds comments or the like, make it put them before the first or after the last IDAT.'],
  },
  PNG_TRAILING_BYTES: {
    why: 'After the end of a PNG nothing counts. The bytes are packed with the file all the same and make the archive larger, and they may hold what was not meant to be published, such as the rest of a picture that was cropped.',
    fix: ['Export the picture again; that takes them out.', 'Where a tool needs them, keep them in a file of their own.'],
  },
};
