/** What there is to say of a code, whatever it was raised for. */
export interface CodeWords {
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** One or two sentences: what to do about it. */
  readonly help: string;
}

/** The words for an area's codes, one for each key of its data. */
export type AreaWords<AreaData> = { readonly [Code in keyof AreaData]: CodeWords };
