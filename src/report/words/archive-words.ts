import type { ArchiveDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

const REBUILD = 'Build again: an archive is never mended, it is made anew from the sources.';
const NOT_WHOLE = 'Copy the file again from where it was built, or build again.';

/** What there is to say of the codes for `build/assets.pa`, in the order in which a reader comes upon them. */
export const archiveWords: AreaWords<ArchiveDiagnosticData> = {
  ARCHIVE_TOO_SHORT: {
    summary: 'The file is shorter than the fixed start of an archive.',
    help: NOT_WHOLE,
  },
  ARCHIVE_BAD_MAGIC: {
    summary: 'The file does not begin as an archive does.',
    help: 'Check which file was given: this one is something else.',
  },
  ARCHIVE_ENVELOPE_UNSUPPORTED: {
    summary: 'The archive has an envelope version that this release does not read.',
    help: 'Build again with this release, or use the release that made the archive. Nothing else in it was judged.',
  },
  ARCHIVE_ENVELOPE_MINOR_UNKNOWN: {
    summary: 'The archive has a newer minor envelope version than this release knows.',
    help: 'What is read here holds, but the archive may say more. Upgrade prometeu-packer to see all of it.',
  },
  ARCHIVE_HEADER_LENGTH: {
    summary: 'The length of the header cannot be right.',
    help: REBUILD,
  },
  ARCHIVE_PAYLOAD_OFFSET: {
    summary: 'The payload does not begin at the first aligned place after the header.',
    help: REBUILD,
  },
  ARCHIVE_PAYLOAD_LENGTH: {
    summary: 'The length of the payload is beyond what any file can have.',
    help: REBUILD,
  },
  ARCHIVE_TRUNCATED: {
    summary: 'The file ends before the archive does.',
    help: NOT_WHOLE,
  },
  ARCHIVE_TRAILING_BYTES: {
    summary: 'The file goes on after the end of the archive.',
    help: NOT_WHOLE,
  },
  ARCHIVE_HEADER_TOO_LARGE: {
    summary: 'The header is larger than the budget allows.',
    help: 'Build again. Where a build says so: include fewer assets, or give them less metadata.',
  },
  ARCHIVE_HEADER_CHECKSUM: {
    summary: 'The header is not the one that was written: its checksum differs.',
    help: NOT_WHOLE,
  },
  ARCHIVE_PADDING_NOT_ZERO: {
    summary: 'A byte that only fills space is not zero.',
    help: REBUILD,
  },
  ARCHIVE_HEADER_VERSION: {
    summary: 'The header has a version that this release does not read.',
    help: 'Build again with this release, or use the release that made the archive. Nothing else in the header was judged.',
  },
  ARCHIVE_HEADER_STRUCTURE: {
    summary: 'The header does not have the required shape.',
    help: REBUILD,
  },
  ARCHIVE_ASSET_ID_RANGE: {
    summary: 'An asset_id is not an integer from 1 to 2^32 - 2.',
    help: REBUILD,
  },
  ARCHIVE_ASSET_NAME_INVALID: {
    summary: 'An asset has a name that no declaration can have.',
    help: REBUILD,
  },
  ARCHIVE_BANK_TYPE_UNKNOWN: {
    summary: 'An asset is meant for a bank type that does not exist.',
    help: REBUILD,
  },
  ARCHIVE_SIZE_INVALID: {
    summary: 'A place or size is not a count of bytes.',
    help: REBUILD,
  },
  ARCHIVE_SHA256_MALFORMED: {
    summary: 'A digest is not written as 64 lower-case hexadecimal digits.',
    help: REBUILD,
  },
  ARCHIVE_SLOT_RANGE: {
    summary: 'A preload slot is not an integer from 0 to 65535.',
    help: REBUILD,
  },
  ARCHIVE_CODEC_UNSUPPORTED: {
    summary: 'An asset is packed with a codec that this release does not know.',
    help: 'Build again with this release, or use the release that made the archive.',
  },
  ARCHIVE_METADATA_NOT_FLAT: {
    summary: 'A metadata value is something else than a string, an integer or a boolean.',
    help: REBUILD,
  },
  ARCHIVE_HEADER_NOT_CANONICAL: {
    summary: 'The header is not written in canonical form (RFC 8785).',
    help: REBUILD,
  },
  ARCHIVE_ASSET_ID_DUPLICATE: {
    summary: 'Two assets of the table have one asset_id.',
    help: REBUILD,
  },
  ARCHIVE_ASSET_ORDER: {
    summary: 'The table is not ordered by asset_id.',
    help: REBUILD,
  },
  ARCHIVE_ASSET_NAME_DUPLICATE: {
    summary: 'Two assets of the table have one name.',
    help: REBUILD,
  },
  ARCHIVE_DECODED_SIZE: {
    summary: 'An asset that is not packed claims another size once unpacked.',
    help: REBUILD,
  },
  ARCHIVE_SLICE_PAST_END: {
    summary: 'An asset would end after the payload does.',
    help: REBUILD,
  },
  ARCHIVE_SLICE_UNALIGNED: {
    summary: 'An asset does not begin at an aligned place.',
    help: REBUILD,
  },
  ARCHIVE_SLICE_OVERLAP: {
    summary: 'An asset begins inside the one before it.',
    help: REBUILD,
  },
  ARCHIVE_SLICE_GAP: {
    summary: 'An asset begins later than the first aligned place after the one before it.',
    help: REBUILD,
  },
  ARCHIVE_PAYLOAD_UNCLAIMED: {
    summary: 'The payload goes on after its last asset.',
    help: REBUILD,
  },
  ARCHIVE_PRELOAD_UNKNOWN_ASSET: {
    summary: 'The preload list names an asset that is not in the table.',
    help: REBUILD,
  },
  ARCHIVE_PRELOAD_DUPLICATE_ASSET: {
    summary: 'The preload list names an asset twice.',
    help: REBUILD,
  },
  ARCHIVE_PRELOAD_SLOT_DUPLICATE: {
    summary: 'Two preloaded assets have one slot in one bank type.',
    help: REBUILD,
  },
  ARCHIVE_PRELOAD_ORDER: {
    summary: 'The preload list is not ordered by bank type, then slot.',
    help: REBUILD,
  },
  ARCHIVE_ASSET_DIGEST: {
    summary: 'The bytes of an asset are not those that were packed: their SHA-256 differs.',
    help: NOT_WHOLE,
  },
  ARCHIVE_TOO_LARGE: {
    summary: 'The assets are too large for one archive.',
    help: 'Include fewer or smaller assets.',
  },
};
