import type { PathDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of this area. */
export const pathWords: AreaWords<PathDiagnosticData> = {
  PATH_EMPTY: {
    summary: 'A path is empty.',
    help: 'Write the path of a file or folder, with / between the names.',
  },
  PATH_NOT_RELATIVE: {
    summary: 'A path begins at a root, a drive, a server or a scheme.',
    help: 'Write the path relative to the folder it is counted from. Files outside the workspace have to be copied into it.',
  },
  PATH_ESCAPES_ROOT: {
    summary: 'A path holds the segment "..".',
    help: 'Write the path without "..", also where it would come back inside. Files outside the folder have to be copied into it.',
  },
  PATH_NOT_NORMALIZED: {
    summary: 'A path is not in its one stored form.',
    help: 'Write the path without ".", doubled separators or a separator at the end.',
  },
  PATH_NOT_PORTABLE: {
    summary: 'A name cannot be used, or means something else, on some platform.',
    help:
      'Rename it: no backslash, control character or any of <>:"|?*, no space at the start, no dot or space at the end, ' +
      'and no device name such as con, nul or com1, whatever its extension.',
  },
  PATH_NOT_UTF8: {
    summary: 'A name is not valid UTF-8, so the file behind it cannot be opened by it.',
    help: 'Rename the file to a valid name. The packer neither reads nor removes it.',
  },
  PATH_TOO_LONG: {
    summary: 'A name or a path takes more bytes than every platform allows.',
    help: 'Shorten it: at most 255 bytes of UTF-8 for one name and 1024 for the whole path.',
  },
  PATH_COLLISION: {
    summary: 'Names in one folder are one name on some disks.',
    help: 'Rename all but one so that they differ by more than case, accents composed another way, or compatibility characters.',
  },
  PATH_SYMLINK: {
    summary: 'A symlink stands inside the workspace.',
    help: 'Replace the symlink by what it points to. The packer follows none, wherever it leads.',
  },
  PATH_SPECIAL_FILE: {
    summary: 'A path leads to something of the wrong kind: a device, a socket, a pipe, or a folder in place of a file.',
    help: 'Remove what stands there, or name another path. The packer does not open it.',
  },
  PATH_OWNED: {
    summary: "A path uses a name that is the packer's own.",
    help: 'Name another file: control folders, staged files and build outputs are never sources.',
  },
};
