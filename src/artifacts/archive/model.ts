import type { BankType, MetadataValue } from '../asset/model.js';

/** One asset in the archive's table. Field names are those on disk. */
export interface ArchiveAsset {
  /** Runtime number, 1 to 2^32 - 2, unique in the table. */
  readonly asset_id: number;
  /** Name, `[a-z0-9][a-z0-9_-]{0,63}`, unique in the table. */
  readonly asset_name: string;
  /** The bank it is meant for. */
  readonly bank_type: BankType;
  /** How the bytes are packed: as they are. */
  readonly codec: 'NONE';
  /** First byte, counted from the start of the payload. */
  readonly offset: number;
  /** Bytes in the payload. */
  readonly size: number;
  /** Bytes once unpacked; equal to `size` for codec `NONE`. */
  readonly decoded_size: number;
  /** SHA-256 of the bytes in the payload, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** The declaration's `output.metadata`: numbers are integers within ±(2^53 - 1); empty where it has none. */
  readonly metadata: Readonly<Record<string, MetadataValue>>;
}

/** An asset that the runtime loads at boot. */
export interface ArchivePreload {
  /** Which asset of the table. */
  readonly asset_id: number;
  /** Its slot in the bank of its type, 0 to 65535, unique in that bank type. */
  readonly slot: number;
}

/** The header of `build/assets.pa`: everything a boot check needs. */
export interface ArchiveHeader {
  /** Version of this shape: 1. */
  readonly header_version: number;
  /** The assets, ordered by `asset_id`. */
  readonly asset_table: readonly ArchiveAsset[];
  /** What is loaded at boot, ordered by bank type (by UTF-16 code units: DATA, PALETTES, SOUNDS, TILES), then slot. */
  readonly preload: readonly ArchivePreload[];
}
