import { type Node, parseTree } from 'jsonc-parser';

/** The tree of a text, told by somebody else. */
export function treeOf(text: string): Node {
  const tree = parseTree(text);
  if (tree === undefined) throw new Error('no JSON');
  return tree;
}

/** A value as it is written. */
export function tokenOf(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

/** The members of an object: key as it is written, and value. */
export function membersOf(node: Node): readonly (readonly [key: Node, value: Node])[] {
  return (node.children ?? []).map(({ children }) => [children![0]!, children![1]!]);
}
