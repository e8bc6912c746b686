/** Limits on the folders of a workspace, in counted units. */
export interface FolderBudgets {
  /** Most entries of one folder, the packer's own among them. */
  readonly maxEntries: number;
}

/** 200,000 entries a folder. */
export const defaultFolderBudgets: FolderBudgets = { maxEntries: 200_000 };
