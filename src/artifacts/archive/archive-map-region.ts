/** What is shown of an asset whose bytes a region holds. */
export interface ArchiveMapAsset {
  /** Runtime number. */
  readonly id: number;
  /** Name in the archive's table. */
  readonly name: string;
  /** The bank it is meant for. */
  readonly bankType: string;
  /** First byte, counted from the start of the payload. */
  readonly offset: number;
  /** Bytes, as the table has it. */
  readonly size: number;
  /** SHA-256 of its bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Its folder, relative to `assets/`; null where that is not known. */
  readonly root: string | null;
}

/** A stretch of an archive, with one meaning. */
export interface ArchiveMapRegion {
  /** What stands there; `unknown` where nothing in the header speaks of it. */
  readonly kind: 'prelude' | 'header' | 'padding' | 'asset' | 'unknown';
  /** First byte, counted from the start of the file. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
  /** The asset; null for any other kind. */
  readonly asset: ArchiveMapAsset | null;
}
