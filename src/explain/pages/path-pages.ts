import type { PathDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes of paths and names. */
export const pathPages: AreaPages<PathDiagnosticData> = {
  PATH_EMPTY: {
    why: 'An empty path means the folder itself to some programs and nothing to others. Neither can be packed, so an input would be missing from the archive, or a folder be read as a file.',
    fix: ['Write the path of the file, with `/` between the names.', 'Where there is no such file, take the entry out of the list.'],
  },
  PATH_NOT_RELATIVE: {
    why: 'A path from a root, a drive or a server names a place on one machine: elsewhere there is nothing there, or something else. It could also reach any file that the user can read, and put it into an archive that is published.',
    fix: ['Copy the file into the folder of the asset.', 'Write its path from there, for example `colours.bin`.'],
  },
  PATH_ESCAPES_ROOT: {
    why: 'With `..` a declaration could reach out of its folder, to the sources of another asset or to files that are no part of the project at all. Moving or deleting one asset would then break another, and nothing would tell. Paths that come back inside are refused too, since a symlink on the way changes where they lead.',
    fix: [
      'Copy the file into the folder of the asset and write its path without `..`.',
      'Where two assets need the same file, give each a copy of its own.',
    ],
  },
  PATH_NOT_NORMALIZED: {
    why: '`./a`, `a//b` and `a/` are other spellings of paths that have one already. With several spellings for one file, a file that is named twice would not be found out, and a moved one not be followed.',
    fix: ['Write the names only, with one `/` between them and none at the end: `colours.bin`, not `./colours.bin`.'],
  },
  PATH_NOT_PORTABLE: {
    why: 'The name works on the machine where it was made and fails, or means something else, on another: a backslash is a separator on Windows and a letter on Linux, `aux.txt` is a device, a dot at the end is dropped. The project would build here and not there, or two files would become one.',
    fix: [
      'Rename the file; letters, digits, `-` and `_` are fine everywhere.',
      'Write `/` between the names of a path, also on Windows.',
      'Correct the path in `asset.json` where it names the file.',
    ],
  },
  PATH_NOT_UTF8: {
    why: 'The name on disk is made of bytes that are no UTF-8, so no text can name it: a program that asks for it by the name it was told gets nothing or another file. It mostly comes from an archive that was packed on an old system.',
    fix: [
      'Rename the file with a tool that works on raw names, such as `convmv` or a file manager.',
      'Unpack the archive again with the right encoding of names.',
      'Where nothing needs the file, delete it.',
    ],
  },
  PATH_TOO_LONG: {
    why: 'Disks allow 255 bytes for a name, and systems about a thousand for a path. What is longer can be made on one machine and not be checked out on another, where the whole clone fails. Letters beyond ASCII take two to four bytes each.',
    fix: ['Rename the file or a folder above it to something shorter.', 'Correct the path in `asset.json` where it names the file.'],
  },
  PATH_COLLISION: {
    why: 'Disks of Windows and macOS do not tell `A` from `a`, and some take differently composed letters for one. A clone there keeps only one of the files, and which one is chance: the build would pack the wrong one, and git would show a change that nobody made.',
    fix: [
      'Rename all but one of them so that they differ by more than case or accents.',
      'On a disk that does not tell them apart, rename through a third name: `git mv Colours.bin tmp.bin`, then `git mv tmp.bin palette.bin`.',
      'Correct the paths in `asset.json` that name them.',
    ],
  },
  PATH_SYMLINK: {
    why: 'A link leads wherever it likes, also out of the workspace, and may lead elsewhere a moment later. What is packed would depend on the machine, and a link in a project from elsewhere could put private files into the archive. The packer follows none, so what is behind it would be missing.',
    fix: ['Replace the link by a copy of what it points to.', 'Or remove it, where no asset needs it.'],
  },
  PATH_SPECIAL_FILE: {
    why: 'Where the packer needs a file or a folder, something else stands. A device or a pipe may never end when it is read, or do something when it is opened; a file in place of a folder would have to be deleted before anything is written there, and that is for its owner to decide.',
    fix: ['Look at what stands at the path that the finding names.', 'Move it elsewhere or delete it, then run the command again.'],
  },
  PATH_OWNED: {
    why: 'The name belongs to the packer: its registry, its journal, a file that it stages, a declaration or an archive. Such files change with every run, so an asset that packs one would be stale the moment it is built, and a folder of that name would be overlooked.',
    fix: [
      'Take the path out of the inputs, or name another file.',
      'Where it is a file of your own that happens to have such a name, rename it.',
    ],
  },
};
