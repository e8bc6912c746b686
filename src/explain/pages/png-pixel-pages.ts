import type { SourceDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

type PngPixelCode =
  Extract<keyof SourceDiagnosticData, `PNG_DATA_${string}`> | 'PNG_FILTER_INVALID' | 'PNG_PALETTE_INDEX_INVALID' | 'PNG_OVER_BUDGET';

const EXPORT_AGAIN = 'Open the picture in an editor and export it again as a PNG.';
const BRING_BACK = 'Where it does not open, bring it back from version control or from its origin.';
const OWN_ENCODER = 'Where a script of your own writes the file, compare it with what a PNG library writes.';

/** Pages of the codes of the pixels of a PNG. */
export const pngPixelPages: AreaPages<Pick<SourceDiagnosticData, PngPixelCode>> = {
  PNG_OVER_BUDGET: {
    why: 'A PNG of a few kilobytes can ask for gigabytes of memory once it is opened. The budget is held against the header before anything is inflated, so such a file stops neither an editor nor a CI machine.',
    fix: [
      'Split the picture, or make it smaller.',
      'Where it is meant to be that large, raise `budgets.sources.maxPngSide` or `budgets.sources.maxPngInflatedBytes` in the program that calls the packer.',
    ],
  },
  PNG_DATA_CORRUPT: {
    why: 'The chunks are sound and the compressed pixels in them are not: a tool wrote them wrongly, or rewrote a damaged file with new checksums. No decoder gets the whole picture out of it.',
    fix: [EXPORT_AGAIN, BRING_BACK, OWN_ENCODER],
  },
  PNG_DATA_TRUNCATED: {
    why: 'The compressed pixels end before their stream does, though no chunk is cut. Some decoders show the rows that are there and say nothing, so the lower part of the picture would be missing in the game.',
    fix: [EXPORT_AGAIN, BRING_BACK, OWN_ENCODER],
  },
  PNG_DATA_CHECKSUM_MISMATCH: {
    why: 'All pixels inflate, and the checksum at the end of them is that of others. Either pixels were changed without it, or the sum was computed wrongly; strict decoders refuse the picture, others show it.',
    fix: [EXPORT_AGAIN, OWN_ENCODER],
  },
  PNG_DATA_DISPUTED: {
    why: 'On Node.js the zlib of the host inflates, and what it refuses is judged by the portable code of the packer. Here the host refuses what the portable code takes. One of them is wrong, and so the file would pass on one machine and fail on another.',
    fix: [
      'Export the picture again: another encoder writes another stream.',
      'Update Node.js, whose zlib is the host in most cases.',
      'Report the file to prometeu-packer: this is not meant to happen.',
    ],
  },
  PNG_DATA_TOO_LONG: {
    why: 'More pixels come out than the header asks for. Programs that trust the header write them beyond the memory that they set aside, which is how pictures attack them.',
    fix: [EXPORT_AGAIN, OWN_ENCODER],
  },
  PNG_DATA_TOO_SHORT: {
    why: 'Fewer pixels come out than the header asks for. What is missing is black, or whatever was in memory before, and so differs from machine to machine.',
    fix: [EXPORT_AGAIN, BRING_BACK, OWN_ENCODER],
  },
  PNG_DATA_TRAILING_BYTES: {
    why: 'The stream of the pixels is over and its chunk goes on. No decoder reads these bytes, so the picture looks as it should; they only make the file and the archive larger.',
    fix: ['Export the picture again, or run a PNG optimiser over it; that takes them out.', OWN_ENCODER],
  },
  PNG_FILTER_INVALID: {
    why: 'Each row begins with the number of its filter, 0 to 4. Another number means nothing, and since rows build on the row above, all that follows is guesswork.',
    fix: [EXPORT_AGAIN, OWN_ENCODER],
  },
  PNG_PALETTE_INDEX_INVALID: {
    why: 'A pixel names a colour that the palette does not have. One decoder shows black, another refuses the file, and hardware that uses the indexes as they are shows a colour of another asset.',
    fix: [
      'Put the missing colours back into the palette, or give those pixels one that is there.',
      'Then export the picture again as a PNG with indexed colours.',
    ],
  },
};
