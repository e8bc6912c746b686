import { parseJsonPointer } from '../codec/json-pointer.js';

/**
 * Whether a change at a pointer is within what a step says it touches: at one of the patterns, or below. `*` stands for
 * any one key or index; a pattern that is no pointer covers nothing.
 */
export function isTouched(pointer: string, touches: readonly string[]): boolean {
  const steps = parseJsonPointer(pointer) ?? [];
  return touches.some((pattern) => {
    const wanted = parseJsonPointer(pattern);
    return wanted !== null && wanted.length <= steps.length && wanted.every((step, index) => step === '*' || step === steps[index]);
  });
}
