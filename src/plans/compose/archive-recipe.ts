/** One source file of an asset. */
export interface RecipeInput<Path extends string = string> {
  /** The role it plays. */
  readonly role: string;
  /** Path as the declaration has it, relative to the asset's folder. */
  readonly path: string;
  /** Path from the workspace root. */
  readonly file: Path;
  /** Bytes that must be copied: one more or fewer and the plan is stale. */
  readonly size: number;
  /** Digest that the copied bytes must have; null where it was not read while planning. */
  readonly sha256: string | null;
}

/** One asset, its payload the bytes of its inputs in order. */
export interface RecipeAsset<Path extends string = string> {
  /** The runtime's number. */
  readonly asset_id: number;
  /** Identity. */
  readonly asset_uuid: string;
  /** Folder of the asset under `assets/`. */
  readonly root: string;
  /** Name in the archive. */
  readonly asset_name: string;
  /** Bank it loads into. */
  readonly bank_type: 'TILES' | 'SOUNDS' | 'PALETTES' | 'DATA';
  /** The declaration's `output.metadata`. */
  readonly metadata: Readonly<Record<string, string | number | boolean>>;
  /** Sources in packing order: roles in code-unit order, paths of a role in array order. */
  readonly inputs: readonly RecipeInput<Path>[];
}

/** What an archive is made of. */
export interface ArchiveRecipe<Path extends string = string> {
  /** Assets by asset_id. */
  readonly assets: readonly RecipeAsset<Path>[];
  /** What is loaded at boot, by bank type (code units), then slot. */
  readonly preload: readonly { readonly asset_id: number; readonly slot: number }[];
}
