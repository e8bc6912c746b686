/** One asset as the registry records it. */
export interface RegistryRecord {
  /** The runtime's number: 1 to 2^32 - 2, stable, never used again. */
  readonly asset_id: number;
  /** Identity: canonical lower-case uuid. */
  readonly asset_uuid: string;
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** Whether builds contain it. */
  readonly included_in_build: boolean;
}

/** An identity that was given up and never comes back. */
export interface RetiredRecord {
  /** The number it had. */
  readonly asset_id: number;
  /** The identity it had. */
  readonly asset_uuid: string;
}

/** The content of `assets/.prometeu/index.json` of version 4, the current one. Unknown keys may be present besides. */
export interface Registry {
  /** Schema for editors; kept, never read. */
  readonly $schema?: string;
  /** Schema version. */
  readonly schema_version: 4;
  /** Identity of the project. */
  readonly project_uuid: string;
  /** The number that the next asset gets: larger than every number ever given, at most 2^32 - 1. */
  readonly next_asset_id: number;
  /** Records, in files of our own making by asset_id. */
  readonly assets: readonly RegistryRecord[];
  /** Identities given up, in files of our own making by asset_id. */
  readonly retired: readonly RetiredRecord[];
}

/** Largest asset_id: 2^32 - 2. */
export const LARGEST_ASSET_ID = 4_294_967_294;
