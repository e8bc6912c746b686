/** How a person spells a uuid otherwise. */
export type Respelling = 'upper-case' | 'braces' | 'urn';

/** How a person makes a uuid none. */
export type Mangling = 'cut' | 'word' | 'nil';

/** How a person edits a record of the registry by hand. */
export type RecordEdit =
  | 'new-uuid'
  | 'uuid-of-another'
  | 'new-root'
  | 'root-of-another'
  | 'id-of-another'
  | 'retired-id'
  | 'retired-uuid'
  | 'dropped'
  | 'inclusion';

/** What happens to a workspace. Roots are folders under `assets/`; a place is a root where nothing stands. */
export type HistoryEvent =
  // Outside the packer, in a file manager or an editor.
  | { readonly kind: 'moved'; readonly from: string; readonly to: string }
  | { readonly kind: 'copied'; readonly from: string; readonly to: string; readonly edited?: boolean }
  | { readonly kind: 'copied-over'; readonly from: string; readonly onto: string }
  | { readonly kind: 'deleted'; readonly root: string }
  | { readonly kind: 'restored'; readonly backup: number; readonly to: string }
  | { readonly kind: 'claim-lost'; readonly root: string }
  | { readonly kind: 'claim-respelled'; readonly root: string; readonly how: Respelling }
  | { readonly kind: 'uuid-mangled'; readonly root: string; readonly how: Mangling }
  | { readonly kind: 'declaration-broken'; readonly root: string }
  | { readonly kind: 'folders-swapped'; readonly a: string; readonly b: string }
  | { readonly kind: 'claims-swapped'; readonly a: string; readonly b: string }
  | { readonly kind: 'imported'; readonly to: string }
  | { readonly kind: 'added'; readonly to: string }
  | { readonly kind: 'record-edited'; readonly root: string; readonly how: RecordEdit }
  | { readonly kind: 'registry-reverted'; readonly commit: number }
  | {
      readonly kind: 'merged';
      readonly left: readonly HistoryEvent[];
      readonly right: readonly HistoryEvent[];
      /** What is taken of `index.json`: a side, or the lines of both. */
      readonly registry: 'ours' | 'theirs' | 'union';
      /** What is taken of a folder that both sides changed. */
      readonly folders: 'ours' | 'theirs';
    }
  // By the packer.
  | { readonly kind: 'registered'; readonly to: string }
  | { readonly kind: 'relocated'; readonly from: string; readonly to: string }
  | { readonly kind: 'retired'; readonly root: string; readonly deleted: boolean };
