import type { ArchiveDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

type ArchiveFileCode =
  | 'ARCHIVE_TOO_SHORT'
  | 'ARCHIVE_BAD_MAGIC'
  | `ARCHIVE_ENVELOPE_${'UNSUPPORTED' | 'MINOR_UNKNOWN'}`
  | `ARCHIVE_PAYLOAD_${'OFFSET' | 'LENGTH' | 'UNCLAIMED'}`
  | 'ARCHIVE_TRUNCATED'
  | 'ARCHIVE_TRAILING_BYTES'
  | `ARCHIVE_HEADER_${'LENGTH' | 'TOO_LARGE' | 'CHECKSUM' | 'VERSION' | 'STRUCTURE' | 'NOT_CANONICAL'}`
  | 'ARCHIVE_PADDING_NOT_ZERO'
  | 'ARCHIVE_ASSET_DIGEST'
  | 'ARCHIVE_TOO_LARGE';

const COPY_AGAIN = 'Copy the archive again from where it was built.';
const BUILD_AGAIN = 'Or run `prometeu-packer build`: it replaces the archive by a new one.';
const REBUILD = 'Run `prometeu-packer build`: it replaces the archive by a new one.';
const OWN_TOOL = 'Where another tool writes or changes archives, hold it against `docs/formats/archive.md`.';

/** Pages of the codes of an archive as a file: its start, its header as a text, and its bytes. */
export const archiveFilePages: AreaPages<Pick<ArchiveDiagnosticData, ArchiveFileCode>> = {
  ARCHIVE_TOO_SHORT: {
    why: 'The first 32 bytes say where everything else stands, and not even those are all there. The file is a copy that broke off at its very start, or it was created and never written.',
    fix: [COPY_AGAIN, BUILD_AGAIN],
  },
  ARCHIVE_BAD_MAGIC: {
    why: 'The first four bytes name the kind of the file, and they name another or none. To read it as an archive would take chance bytes for lengths and places. The finding says what the file looks like, where that can be told.',
    fix: [
      'Look at which file was given; the archive of a workspace is `build/assets.pa`.',
      'Where something else stands at that place, move it away and run `prometeu-packer build`.',
      'Where git or a transfer changed its line ends, write `*.pa binary` into `.gitattributes`, and copy it in binary mode.',
    ],
  },
  ARCHIVE_ENVELOPE_UNSUPPORTED: {
    why: 'The envelope is how the parts of an archive are placed in the file, and another major version places them in another way. Read by the rules of this release it would give nonsense that may even look right. So nothing else in the file was judged.',
    fix: [
      'Run `prometeu-packer build` with the release that the runtime is made for.',
      'Where the archive is of a newer release and has to stay, upgrade prometeu-packer here.',
    ],
  },
  ARCHIVE_ENVELOPE_MINOR_UNKNOWN: {
    why: 'A newer minor version keeps every place that this release knows and may add others. What was read holds, but it cannot be said to be all: what was added is not verified, and a build by this release would drop it without a word.',
    fix: [
      'Upgrade prometeu-packer to the release that made the archive, and verify again.',
      'Where the older release is the right one here, build the archive anew with `prometeu-packer build`.',
    ],
  },
  ARCHIVE_HEADER_LENGTH: {
    why: 'A reader sets memory aside for as many bytes as this number says, so it is held against the length of the file first. None at all, or more than there are, can only be damage, or an attack on the reader.',
    fix: [COPY_AGAIN, BUILD_AGAIN, OWN_TOOL],
  },
  ARCHIVE_PAYLOAD_OFFSET: {
    why: 'The payload begins at the first multiple of 64 after the header, and nowhere else. Any other place would let header and payload overlap, or leave room for bytes that nobody checks, and all places of assets are counted from there.',
    fix: [COPY_AGAIN, BUILD_AGAIN, OWN_TOOL],
  },
  ARCHIVE_PAYLOAD_LENGTH: {
    why: 'No file can be that long. A sum with such a number wraps around in many programs and becomes small again, so that a check of bounds passes and the read after it does not stay inside.',
    fix: [COPY_AGAIN, BUILD_AGAIN, OWN_TOOL],
  },
  ARCHIVE_TRUNCATED: {
    why: 'The start of the file says how long all of it is, and there is less. The last assets are cut or missing; a game would start with the first ones and fail in the middle of play.',
    fix: ['Copy the archive again from where it was built, and look whether the disk or the upload had room for it.', BUILD_AGAIN],
  },
  ARCHIVE_TRAILING_BYTES: {
    why: 'The file goes on after what belongs to the archive. No digest covers these bytes, so they may be anything: two archives in one file, the rest of an older and longer one, or something hidden.',
    fix: [COPY_AGAIN, BUILD_AGAIN, 'Where a tool signs or tags archives, keep what it adds in a file beside the archive.'],
  },
  ARCHIVE_HEADER_TOO_LARGE: {
    why: 'The header is held in memory whole by every reader, also by the runtime at boot. Beyond 64 MiB it is refused before anything is set aside for it, and a build that would need more is refused too, so that nothing is built that cannot be read.',
    fix: [
      'Where an archive was read: copy it again, or run `prometeu-packer build`; such a length is mostly damage.',
      'Where a build was refused: take the largest entries out of `metadata`, or leave assets out with `prometeu-packer set ROOT included=no --apply`.',
    ],
  },
  ARCHIVE_HEADER_CHECKSUM: {
    why: 'The header says where each asset stands, and its checksum does not fit: some of its bytes are not those that were written. One wrong digit gives another asset under a right name, so nothing of it is used.',
    fix: [COPY_AGAIN, BUILD_AGAIN, 'Where it happens again, check the disk or the transfer.'],
  },
  ARCHIVE_PADDING_NOT_ZERO: {
    why: 'Between header, payload and assets stand zeros, so that the same sources always give the same bytes. Anything else there is covered by no digest: it would make two builds differ for no reason, or hide something in a published file.',
    fix: [REBUILD, 'Where the archive comes from elsewhere, find out who changed it before you use it.', OWN_TOOL],
  },
  ARCHIVE_HEADER_VERSION: {
    why: 'What the fields of the header mean is a matter of its version, which is counted apart from that of the envelope. By the rules of this one they would be misread, so nothing else in the header was judged.',
    fix: [
      'Run `prometeu-packer build` with the release that the runtime is made for.',
      'Where the archive is of a newer release and has to stay, upgrade prometeu-packer here.',
    ],
  },
  ARCHIVE_HEADER_STRUCTURE: {
    why: 'A reader at boot takes each field for what the format says, with no time to look for others. A field that is missing, of another type or unknown shows that the header was not written by a release of the packer, or was changed after it.',
    fix: [REBUILD, OWN_TOOL, 'Keep data of your own in `metadata` of an asset; that is where the format has room for it.'],
  },
  ARCHIVE_HEADER_NOT_CANONICAL: {
    why: 'The same header can be written in many ways, and only one of them is allowed: no spaces, keys in order, numbers in one spelling. Otherwise two archives of the same sources would differ, and comparing or signing them would mean nothing.',
    fix: [REBUILD, OWN_TOOL, 'A header has to be written as RFC 8785 says, with a final check of its bytes.'],
  },
  ARCHIVE_PAYLOAD_UNCLAIMED: {
    why: 'The payload goes on after its last asset, so those bytes belong to nobody and no digest covers them. They make the file larger, or carry something that was not meant to be in it.',
    fix: [REBUILD, 'Where the archive comes from elsewhere, find out what the bytes are before you use it.', OWN_TOOL],
  },
  ARCHIVE_ASSET_DIGEST: {
    why: 'The bytes of an asset are not those that were packed. It was damaged under way, or somebody put another in its place; a game would show something wrong, or run into data that was made to break it.',
    fix: [COPY_AGAIN, BUILD_AGAIN, 'Where nobody can say how it came about, take the archive for tampered with.'],
  },
  ARCHIVE_TOO_LARGE: {
    why: 'Places and sizes are whole numbers up to 2^53 - 1, the largest that JavaScript keeps exactly. In a longer archive places would be off by a byte or more, and assets would be cut wrongly.',
    fix: [
      'Look for an input of an enormous size, such as a sparse file or a disk image, and name the right file.',
      'Leave assets out with `prometeu-packer set ROOT included=no --apply`.',
    ],
  },
};
