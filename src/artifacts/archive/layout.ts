/** Where a field of the prelude stands. Integers are unsigned and little-endian. */
export interface ArchiveField {
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** How many bytes. */
  readonly width: number;
}

/** The shape of one envelope, as data: all that a writer and a reader have to agree on. */
export interface ArchiveLayout {
  /** The first bytes of the file, as ASCII text. */
  readonly magic: string;
  /** Version of the prelude and of the placing rules. */
  readonly envelope: { readonly major: number; readonly minor: number };
  /** Version of the header's JSON, a surface of its own. */
  readonly headerVersion: number;
  /** Bytes before the header. */
  readonly preludeLength: number;
  /** The fields of the prelude. */
  readonly fields: {
    readonly magic: ArchiveField;
    readonly envelopeMajor: ArchiveField;
    readonly envelopeMinor: ArchiveField;
    /** Bytes of the header. */
    readonly headerLength: ArchiveField;
    /** CRC-32 (IEEE) of the header's bytes. */
    readonly headerCrc32: ArchiveField;
    /** Where the payload begins, from the start of the file. */
    readonly payloadOffset: ArchiveField;
    /** Bytes of the payload: the rest of the file. */
    readonly payloadLength: ArchiveField;
  };
  /** The payload begins at the first multiple of this after the header; zeros between. */
  readonly payloadAlignment: number;
  /** An asset begins at the first multiple of this after the asset before it, from the start of the payload; zeros between. */
  readonly assetAlignment: number;
}

/** The one envelope this release writes and reads: `build/assets.pa`, envelope 1.0, header version 1. */
export const archiveLayout: ArchiveLayout = {
  magic: 'ASPA',
  envelope: { major: 1, minor: 0 },
  headerVersion: 1,
  preludeLength: 32,
  fields: {
    magic: { offset: 0, width: 4 },
    envelopeMajor: { offset: 4, width: 2 },
    envelopeMinor: { offset: 6, width: 2 },
    headerLength: { offset: 8, width: 4 },
    headerCrc32: { offset: 12, width: 4 },
    payloadOffset: { offset: 16, width: 8 },
    payloadLength: { offset: 24, width: 8 },
  },
  payloadAlignment: 64,
  assetAlignment: 16,
};
