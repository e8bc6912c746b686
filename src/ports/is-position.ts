/** Whether a number is a place in a file: a whole number from 0. Hosts take other numbers for something else. */
export function isPosition(position: number): boolean {
  return Number.isSafeInteger(position) && position >= 0;
}
