import type { AssetOutput, AssetPreload, AssetType } from '../../artifacts/asset/model.js';

/** One change of one asset, as a person asks for it. Roots are relative to `assets/`, and those of before the plan, whatever moves. */
export type Mutation =
  /** The asset's name in the archive. */
  | { readonly kind: 'rename'; readonly root: string; readonly name: string }
  /** Whether builds contain it. */
  | { readonly kind: 'set-inclusion'; readonly root: string; readonly included: boolean }
  /** Boot loading; null takes the key out, which means not preloaded. */
  | { readonly kind: 'set-preload'; readonly root: string; readonly preload: AssetPreload | null }
  /** All of its source files by role, each relative to the asset's folder. */
  | { readonly kind: 'set-inputs'; readonly root: string; readonly inputs: Readonly<Record<string, readonly string[]>> }
  /** What it is made for and what it becomes; what is not given stays as it is, metadata as a whole. */
  | { readonly kind: 'set-output'; readonly root: string; readonly type?: AssetType; readonly output?: Partial<AssetOutput> }
  /**
   * Its folder is moved with all that is in it, and its record with it, those of assets inside it too. Nothing in the folder
   * is changed: no other mutation of the same plan may change a declaration in it. Only the spelling of its name may
   * change where the host tells the two names apart.
   */
  | { readonly kind: 'relocate'; readonly root: string; readonly to: string }
  /**
   * The record goes and its identity is retired, never to come back. No file is deleted, unless `deleteDeclaration` asks
   * for the `asset.json` to go; sources always stay.
   */
  | { readonly kind: 'remove'; readonly root: string; readonly deleteDeclaration?: boolean };

/** The kinds of mutations there are. */
export const mutationKinds = [
  'rename',
  'set-inclusion',
  'set-preload',
  'set-inputs',
  'set-output',
  'relocate',
  'remove',
] as const satisfies readonly Mutation['kind'][];
