/** What a person wants to know of a code beyond its summary. Texts may use `code` in backticks and nothing else of Markdown. */
export interface CodePage {
  /** Why it matters: what would go wrong if the packer let it pass. Two to four sentences. */
  readonly why: string;
  /** What to do, one step a line, in the imperative; the commands that help stand in it. */
  readonly fix: readonly string[];
}

/** The pages of one area of the catalogue, one for each of its codes. */
export type AreaPages<AreaData> = { readonly [Code in keyof AreaData]: CodePage };
