import type { ArchiveDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';
import { archiveFilePages } from './archive-file-pages.js';

const REBUILD = 'Run `prometeu-packer build`: it replaces the archive by a new one.';
const OWN_TOOL = 'Where another tool writes or changes archives, hold it against `docs/formats/archive.md`.';
const VERIFY = 'Then run `prometeu-packer verify`: it holds the archive against its sources.';

/** Pages of the codes of archives. */
export const archivePages: AreaPages<ArchiveDiagnosticData> = {
  ...archiveFilePages,
  ARCHIVE_ASSET_ID_RANGE: {
    why: 'A number of an asset has 32 bits, and 0 and the largest are kept free for programs to mean “none”. An asset with such a number could never be asked for, or would be found where none was meant.',
    fix: [REBUILD, OWN_TOOL],
  },
  ARCHIVE_ASSET_NAME_INVALID: {
    why: 'Games look assets up by name, and names have one form that no declaration can break. A name in another form was not built from a declaration: a lookup may miss it, or a log or a shell may take part of it for something else.',
    fix: [REBUILD, OWN_TOOL],
  },
  ARCHIVE_BANK_TYPE_UNKNOWN: {
    why: 'The bank type says which bank an asset is loaded into. There is none of this type, so the asset could not be loaded, or would overwrite what is in another.',
    fix: [REBUILD, 'Where a newer release knows the type, upgrade prometeu-packer here.', OWN_TOOL],
  },
  ARCHIVE_SIZE_INVALID: {
    why: 'Places and sizes are counts of bytes: whole numbers from zero up. A negative or broken one leads outside of the payload, to the header or to memory that belongs to something else.',
    fix: [REBUILD, OWN_TOOL],
  },
  ARCHIVE_SHA256_MALFORMED: {
    why: 'Digests are compared as texts, so each has one spelling. One in capitals, or of another length, never fits the one that is computed, and a tool that compares more loosely could be led to take a wrong asset for the right one.',
    fix: [REBUILD, OWN_TOOL],
  },
  ARCHIVE_SLOT_RANGE: {
    why: 'A slot is a number of 16 bits. A larger one would wrap around to a low slot, and the asset would be put over another one.',
    fix: [REBUILD, OWN_TOOL],
  },
  ARCHIVE_CODEC_UNSUPPORTED: {
    why: 'The codec says how to unpack the bytes of an asset. This release knows none but `NONE`, so it can neither unpack the asset nor say whether it is sound; to take the bytes as they are would load noise.',
    fix: [REBUILD, 'Where a newer release made the archive, upgrade prometeu-packer here.'],
  },
  ARCHIVE_METADATA_NOT_FLAT: {
    why: 'Metadata are plain values, so that a reader needs no code for lists, objects or fractions in them. A declaration cannot hold others either, so this was not built from one.',
    fix: [REBUILD, 'Write what is nested as several keys: `tag-1` and `tag-2` in place of a list.', OWN_TOOL],
  },
  ARCHIVE_ASSET_ID_DUPLICATE: {
    why: 'Two assets have one number. Which of them is loaded is a matter of how a runtime searches the table, so the same archive shows one picture here and another there.',
    fix: [REBUILD, VERIFY, OWN_TOOL],
  },
  ARCHIVE_ASSET_ORDER: {
    why: 'The table is ordered by number, so that a reader can search it by halves. In a table out of order such a reader misses assets that are there.',
    fix: [REBUILD, VERIFY, OWN_TOOL],
  },
  ARCHIVE_ASSET_NAME_DUPLICATE: {
    why: 'Two assets have one name. Which of them a game gets when it asks for that name is chance.',
    fix: [REBUILD, 'Where the build is refused for the same reason, rename one: `prometeu-packer set ROOT name=NAME --apply`.', OWN_TOOL],
  },
  ARCHIVE_DECODED_SIZE: {
    why: 'An asset that is not packed has as many bytes as it takes in the payload. With another number a runtime sets too little memory aside and writes beyond it, or too much and shows what was there before.',
    fix: [REBUILD, OWN_TOOL],
  },
  ARCHIVE_SLICE_PAST_END: {
    why: 'The asset would end after the payload does. A runtime that does not look reads whatever lies behind: the end of the file, or memory of something else.',
    fix: [REBUILD, 'Where the archive comes from elsewhere, do not load it: such a table may have been made to break a reader.', OWN_TOOL],
  },
  ARCHIVE_SLICE_UNALIGNED: {
    why: 'Assets begin at multiples of 16, so that a runtime can use them where they lie in memory. From another place some machines read slowly, and some not at all.',
    fix: [REBUILD, OWN_TOOL],
  },
  ARCHIVE_SLICE_OVERLAP: {
    why: 'The asset begins inside the one before it, so bytes belong to both. A change of one would change the other, and a tool that replaces an asset would damage its neighbour.',
    fix: [REBUILD, VERIFY, OWN_TOOL],
  },
  ARCHIVE_SLICE_GAP: {
    why: 'More room is left before the asset than its place needs. The bytes there belong to nobody, and the same sources would give different archives, so that neither comparing nor caching them works.',
    fix: [REBUILD, OWN_TOOL],
  },
  ARCHIVE_PRELOAD_UNKNOWN_ASSET: {
    why: 'The runtime loads this list at boot, and the list names an asset that is not in the archive. A game would fail before its first picture.',
    fix: [REBUILD, VERIFY, OWN_TOOL],
  },
  ARCHIVE_PRELOAD_DUPLICATE_ASSET: {
    why: 'One asset is loaded into two slots. It takes the memory twice, and a game that changes one of them finds the other unchanged.',
    fix: [REBUILD, OWN_TOOL],
  },
  ARCHIVE_PRELOAD_SLOT_DUPLICATE: {
    why: 'Two assets are loaded into one slot of a bank. The second overwrites the first, so a game draws the one where it means the other.',
    fix: [
      REBUILD,
      'Where the build is refused for the same reason, give one another slot: `prometeu-packer set ROOT preload.slot=5 --apply`.',
      OWN_TOOL,
    ],
  },
  ARCHIVE_PRELOAD_ORDER: {
    why: 'The list is ordered by bank and slot, so that a runtime can fill one bank after the other, and the same sources always give the same bytes. Out of order a runtime that has gone on to the next bank would leave assets out.',
    fix: [REBUILD, OWN_TOOL],
  },
};
