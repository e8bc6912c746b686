/** What an asset is made for; decides the bank it loads into. */
export type AssetType = 'tile_bank' | 'sound_bank' | 'palette_bank' | 'data_bank';

/** The runtime's bank types. */
export type BankType = 'TILES' | 'SOUNDS' | 'PALETTES' | 'DATA';

/** How an asset's inputs are to be read. */
export type OutputFormat = 'png' | 'wav' | 'raw';

/** How an asset's payload is stored: as it is, the only baseline codec. */
export type OutputCodec = 'none';

/** A value of `output.metadata`. */
export type MetadataValue = string | number | boolean;

/** What an asset becomes. */
export interface AssetOutput {
  /** How the inputs are to be read; must suit the asset's type. */
  readonly format: OutputFormat;
  /** How the payload is stored. */
  readonly codec: OutputCodec;
  /** Flat map that the archive carries along: strings, integers, booleans. */
  readonly metadata?: Readonly<Record<string, MetadataValue>>;
}

/** Whether an asset is loaded at boot, and where. */
export interface AssetPreload {
  /** Whether it is. */
  readonly enabled: boolean;
  /** Slot in its bank, 0 to 65535; without one the build gives the lowest free slot. */
  readonly slot?: number;
}

/** The content of an `asset.json` of version 4, the current one. Unknown keys of the file may be present besides. */
export interface AssetDeclaration {
  /** Schema for editors; kept, never read. */
  readonly $schema?: string;
  /** Schema version. */
  readonly schema_version: 4;
  /** The identity that the declaration claims; canonical lower-case uuid, neither nil nor max. */
  readonly asset_uuid: string;
  /** Name in the archive: `[a-z0-9][a-z0-9_-]{0,63}`, unique in the workspace. */
  readonly name: string;
  /** What it is made for. */
  readonly type: AssetType;
  /** Source files by role (`[a-z][a-z0-9_-]{0,31}`), each relative to the asset's folder. */
  readonly inputs: Readonly<Record<string, readonly string[]>>;
  /** What it becomes. */
  readonly output: AssetOutput;
  /** Boot loading; absent means not preloaded. */
  readonly preload?: AssetPreload;
  /** Data of other tools: kept silently, never read. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A declaration without its claim of identity, which is judged with the registry at hand. */
export type AssetBody = Omit<AssetDeclaration, 'asset_uuid'>;

/** The bank each type loads into and the formats it takes. */
export const ASSET_TYPES = {
  tile_bank: { bankType: 'TILES', formats: ['png', 'raw'] },
  sound_bank: { bankType: 'SOUNDS', formats: ['wav', 'raw'] },
  palette_bank: { bankType: 'PALETTES', formats: ['raw'] },
  data_bank: { bankType: 'DATA', formats: ['raw'] },
} as const satisfies Record<AssetType, { readonly bankType: BankType; readonly formats: readonly OutputFormat[] }>;
