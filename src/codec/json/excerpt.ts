const LONGEST = 120;

/** Text from input as a fault's data carries it: cut at 120 code units, which an ellipsis then shows. */
export function excerpt(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
