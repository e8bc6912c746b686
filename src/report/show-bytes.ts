/** A whole number with a comma between groups of three digits, the same in every locale. */
function grouped(value: number): string {
  const digits = String(value);
  const first = digits.length % 3;
  const groups = Array.from({ length: Math.floor(digits.length / 3) }, (_, index) =>
    digits.slice(first + index * 3, first + index * 3 + 3),
  );
  return [...(first > 0 ? [digits.slice(0, first)] : []), ...groups].join(',');
}

/** A count of bytes for people, exact: `1,644 bytes`. */
export function showBytes(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'byte' : 'bytes'}`;
}

/** A place in a file for people, decimal and hexadecimal: `2,080 (0x820)`. */
export function showBytesOffset(offset: number): string {
  return `${grouped(offset)} (0x${offset.toString(16)})`;
}
