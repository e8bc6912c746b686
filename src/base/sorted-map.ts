import { compareStrings } from './compare-strings.js';

interface Branch<Value> {
  readonly key: string;
  readonly value: Value;
  readonly left: Tree<Value>;
  readonly right: Tree<Value>;
  readonly size: number;
}

type Tree<Value> = Branch<Value> | null;

/**
 * A map whose keys stand in code-unit order, and which never changes: one that differs in a few entries shares all the rest
 * with it, so that it takes no longer to make than it takes to find them. A tree balanced by weight (Adams 1993).
 */
export interface SortedMap<Value> {
  /** How many entries there are. */
  readonly size: number;
  /** The value of a key; undefined where there is none. */
  readonly get: (key: string) => Value | undefined;
  /** Whether there is such a key. */
  readonly has: (key: string) => boolean;
  /** Entries in order, all of them or those from one key to before another. */
  readonly entries: (from?: string, before?: string) => Iterable<readonly [key: string, value: Value]>;
  /** Some entries in order, beginning with the one of an index. */
  readonly slice: (start: number, count: number) => readonly (readonly [key: string, value: Value])[];
  /** The map with other values; undefined takes an entry out. */
  readonly changed: (changes: ReadonlyMap<string, Value | undefined>) => SortedMap<Value>;
}

const sizeOf = (tree: Tree<unknown>): number => tree?.size ?? 0;

function branch<Value>(key: string, value: Value, left: Tree<Value>, right: Tree<Value>): Branch<Value> {
  return { key, value, left, right, size: sizeOf(left) + sizeOf(right) + 1 };
}

/** A subtree is at most so many times as heavy as the one beside it. */
const MOST = 3;
/** From how many times on one rotation is not enough. */
const TWICE = 2;

function liftRight<Value>(
  key: string,
  value: Value,
  left: Tree<Value>,
  { key: up, value: at, left: inner, right }: Branch<Value>,
): Branch<Value> {
  if (inner === null || sizeOf(inner) < TWICE * sizeOf(right)) return branch(up, at, branch(key, value, left, inner), right);
  return branch(inner.key, inner.value, branch(key, value, left, inner.left), branch(up, at, inner.right, right));
}

function liftLeft<Value>(
  key: string,
  value: Value,
  { key: up, value: at, left, right: inner }: Branch<Value>,
  right: Tree<Value>,
): Branch<Value> {
  if (inner === null || sizeOf(inner) < TWICE * sizeOf(left)) return branch(up, at, left, branch(key, value, inner, right));
  return branch(inner.key, inner.value, branch(up, at, left, inner.left), branch(key, value, inner.right, right));
}

function balance<Value>(key: string, value: Value, left: Tree<Value>, right: Tree<Value>): Branch<Value> {
  if (sizeOf(left) + sizeOf(right) < 2) return branch(key, value, left, right);
  if (right !== null && right.size > MOST * sizeOf(left)) return liftRight(key, value, left, right);
  if (left !== null && left.size > MOST * sizeOf(right)) return liftLeft(key, value, left, right);
  return branch(key, value, left, right);
}

function put<Value>(tree: Tree<Value>, key: string, value: Value): Branch<Value> {
  if (tree === null) return branch(key, value, null, null);
  const order = compareStrings(key, tree.key);
  if (order === 0) return branch(key, value, tree.left, tree.right);
  return order < 0
    ? balance(tree.key, tree.value, put(tree.left, key, value), tree.right)
    : balance(tree.key, tree.value, tree.left, put(tree.right, key, value));
}

function firstOf<Value>(tree: Branch<Value>): Branch<Value> {
  return tree.left === null ? tree : firstOf(tree.left);
}

function join<Value>(left: Tree<Value>, right: Tree<Value>): Tree<Value> {
  if (left === null) return right;
  if (right === null) return left;
  const { key, value } = firstOf(right);
  return balance(key, value, left, take(right, key));
}

function take<Value>(tree: Tree<Value>, key: string): Tree<Value> {
  if (tree === null) return null;
  const order = compareStrings(key, tree.key);
  if (order === 0) return join(tree.left, tree.right);
  if (order < 0) return balance(tree.key, tree.value, take(tree.left, key), tree.right);
  return balance(tree.key, tree.value, tree.left, take(tree.right, key));
}

function build<Value>(entries: readonly (readonly [string, Value])[], start: number, end: number): Tree<Value> {
  const middle = (start + end) >> 1;
  const entry = entries[middle];
  if (start >= end || entry === undefined) return null;
  return branch(entry[0], entry[1], build(entries, start, middle), build(entries, middle + 1, end));
}

function* walk<Value>(tree: Tree<Value>, from: string, before: string | undefined): Generator<readonly [string, Value], void, void> {
  if (tree === null) return;
  const { key, value, left, right } = tree;
  const isFrom = compareStrings(key, from) >= 0;
  const isBefore = before === undefined || compareStrings(key, before) < 0;
  if (isFrom) yield* walk(left, from, before);
  if (isFrom && isBefore) yield [key, value];
  if (isBefore) yield* walk(right, from, before);
}

function pick<Value>(tree: Tree<Value>, start: number, count: number, into: (readonly [string, Value])[]): void {
  if (tree === null || count <= into.length || start >= tree.size) return;
  const before = sizeOf(tree.left);
  if (start < before) pick(tree.left, start, count, into);
  if (start <= before && into.length < count) into.push([tree.key, tree.value]);
  pick(tree.right, Math.max(0, start - before - 1), count, into);
}

/** From this part of all entries on it is quicker to build the tree anew. */
const FEW = 8;

function collect<Value>(tree: Tree<Value>, into: (readonly [string, Value])[], changes: ReadonlyMap<string, unknown>): void {
  if (tree === null) return;
  collect(tree.left, into, changes);
  if (!changes.has(tree.key)) into.push([tree.key, tree.value]);
  collect(tree.right, into, changes);
}

function change<Value>(tree: Tree<Value>, changes: ReadonlyMap<string, Value | undefined>): Tree<Value> {
  if (changes.size * FEW < sizeOf(tree)) {
    let changed = tree;
    for (const [key, value] of changes) changed = value === undefined ? take(changed, key) : put(changed, key, value);
    return changed;
  }
  const entries: (readonly [string, Value])[] = [];
  collect(tree, entries, changes);
  for (const [key, value] of changes) if (value !== undefined) entries.push([key, value]);
  entries.sort(([a], [b]) => compareStrings(a, b));
  return build(entries, 0, entries.length);
}

function wrap<Value>(tree: Tree<Value>): SortedMap<Value> {
  const find = (key: string): Branch<Value> | null => {
    let at = tree;
    while (at !== null && at.key !== key) at = compareStrings(key, at.key) < 0 ? at.left : at.right;
    return at;
  };
  return {
    size: sizeOf(tree),
    get: (key) => find(key)?.value,
    has: (key) => find(key) !== null,
    entries: (from = '', before) => ({ [Symbol.iterator]: () => walk(tree, from, before) }),
    slice(start, count) {
      const found: (readonly [string, Value])[] = [];
      pick(tree, start, count, found);
      return found;
    },
    changed: (changes) => (changes.size === 0 ? wrap(tree) : wrap(change(tree, changes))),
  };
}

/** Makes a sorted map of entries in any order; of two with one key the later counts. */
export function sortedMapOf<Value>(entries: Iterable<readonly [key: string, value: Value]> = []): SortedMap<Value> {
  return wrap<Value>(null).changed(new Map(entries));
}
