/** Whether a name stands in a list that is in code-unit order. */
export function isListed(names: readonly string[], name: string): boolean {
  let [start, end] = [0, names.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    if ((names[middle] ?? '') < name) start = middle + 1;
    else end = middle;
  }
  return names[start] === name;
}
