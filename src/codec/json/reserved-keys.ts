/** Keys that JavaScript programs take for something else: refused wherever they stand, however they are escaped. */
export function isReservedKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}
