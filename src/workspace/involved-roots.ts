/** Other roots that a verdict involves. */
export interface InvolvedRoots {
  /** The first eight, by code units. */
  readonly others: readonly string[];
  /** How many there are. */
  readonly otherCount: number;
}

/** How many other roots are named: a folder copied a thousand times must not be told a million times. */
const NAMED_OTHERS = 8;

const NONE: InvolvedRoots = { others: [], otherCount: 0 };

/**
 * Names the roots that are involved besides one.
 *
 * @param involved - by code units, each once.
 * @param isAmong - whether the root itself is one of them.
 */
export function involvedRoots(involved: readonly string[], root: string, isAmong: boolean): InvolvedRoots {
  if (involved.length <= (isAmong ? 1 : 0)) return NONE;
  const first = involved.slice(0, NAMED_OTHERS + 1).filter((other) => other !== root);
  return { others: first.slice(0, NAMED_OTHERS), otherCount: involved.length - (isAmong ? 1 : 0) };
}
