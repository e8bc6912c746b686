/** Marks a branch that the types prove unreachable. Reaching it is a defect of this package, not of its input. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
