import type { SourceDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';
import { pngChunkPages } from './png-chunk-pages.js';
import { pngPixelPages } from './png-pixel-pages.js';
import { wavPages } from './wav-pages.js';

/** Pages of the codes of source files. */
export const sourcePages: AreaPages<SourceDiagnosticData> = {
  SOURCE_EMPTY: {
    why: 'An input without bytes would become an asset without bytes: the game loads it and shows or plays nothing, and nobody is told. It is mostly an export that broke off, or a file that was made in advance.',
    fix: [
      'Export the file again.',
      'Where the asset is not ready yet, leave it out of the build: `prometeu-packer set ROOT included=no --apply`.',
      'Where it has other inputs and this one is not needed, take it out of `inputs` in its `asset.json`.',
    ],
  },
  SOURCE_OVER_BUDGET: {
    why: 'A source of more than two gigabytes is mostly not what was meant: a recording of hours, a disk image, a project file under the wrong name. It would take minutes to read at every check, and no runtime would load it.',
    fix: [
      'Look whether the right file is in this place.',
      'Split it, or pack it in a form that takes less room.',
      'Where it has to be that large, raise `budgets.sources.maxFileBytes` in the program that calls the packer.',
    ],
  },
  SOURCE_CHANGED_WHILE_READ: {
    why: 'Another program wrote the file while it was checked. What was read is half of the one and half of the other, so nothing that was found out of it need be true of the file that is there now.',
    fix: ['Wait until the program that writes the file is done.', 'Run the command again.'],
  },
  SOURCE_EXTENSION_MISMATCH: {
    why: 'A kind is decided by content and never by name. A file called `.png` that is none was mostly renamed without being converted; to declare it by either its name or its content would go against the other.',
    fix: [
      'Convert the file to what its name says, with an editor.',
      'Or rename it to what it is; files of other kinds can be packed as raw bytes.',
      'Where it is a small text that begins with `version https://git-lfs.github.com`, run `git lfs pull`.',
    ],
  },
  SOURCE_FORMAT_MISMATCH: {
    why: 'The declaration promises one format and the file has another. The runtime would be given bytes that it takes for a picture or a sound, and show noise or fail. Packing goes by what the file is, so nothing is let through on its name alone.',
    fix: [
      'Name the right file in `inputs` of the `asset.json`.',
      'Or declare what the file is: `prometeu-packer set ROOT format=raw --apply`.',
      'Where it is a small text that begins with `version https://git-lfs.github.com`, run `git lfs pull`.',
    ],
  },
  ...pngChunkPages,
  ...pngPixelPages,
  ...wavPages,
};
