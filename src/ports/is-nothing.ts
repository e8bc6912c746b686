/** Whether a value is what a call gives that promises nothing: whatever it is. */
export function isNothing(_value: unknown): _value is void {
  return true;
}
