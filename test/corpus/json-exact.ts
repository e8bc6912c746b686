import { type Node, parseTree } from 'jsonc-parser';

/** Digits and power of ten of a decimal, without superfluous zeros; a second opinion on the reader's own. */
function decimal(token: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return '0';
  return `${sign}${kept}e${BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - kept.length)}`;
}

function isSame(node: Node, value: unknown, text: string): boolean {
  const children = node.children ?? [];
  switch (node.type) {
    case 'object': {
      const members = Object.entries(value as object);
      const isMember = ({ children: [key, content] = [] }: Node): boolean =>
        content !== undefined && members.some(([name, member]) => name === key?.value && isSame(content, member, text));
      return members.length === children.length && children.every(isMember);
    }
    case 'array':
      return Array.isArray(value) && value.length === children.length && children.every((item, index) => isSame(item, value[index], text));
    case 'number':
      return decimal(text.slice(node.offset, node.offset + node.length)) === decimal(String(value));
    case 'string':
      return value === node.value && !/\p{Surrogate}/u.test(node.value as string);
    default:
      return value === node.value;
  }
}

/** Whether a value is exactly what a JSON text says: no number rounded, no member lost, no string changed. By another parser. */
export function isExactly(text: string, value: unknown): boolean {
  const tree = parseTree(text, [], { disallowComments: true });
  return tree !== undefined && isSame(tree, value, text);
}
