import type { CrashStep } from './crash-log.js';
import { createCrashFile, createCrashFolder, type CrashFile, type CrashFolder, type CrashNode } from './crash-node.js';

/** A disk as it goes on without what was done from some operation on. */
export interface CarriedOver {
  /** The workspace root. */
  readonly root: CrashFolder;
  /** What was done before, as done by no operation of the disk that goes on; what was not flushed still is not. */
  readonly steps: readonly CrashStep[];
}

/** Makes the copy of a node, the same one for the same node. */
type Copy = <Node extends CrashNode>(node: Node) => Node;

function createCopy(): Copy {
  const copies = new Map<CrashNode, CrashNode>();
  const copyFolder = (folder: CrashFolder): CrashFolder =>
    createCrashFolder(folder.modifiedMs, new Map([...folder.base].map(([name, node]) => [name, copy(node)])));
  const copyFile = ({ base, modifiedMs }: CrashFile): CrashFile => createCrashFile(base, modifiedMs);
  const copy: Copy = <Node extends CrashNode>(node: Node): Node => {
    const copied = copies.get(node) ?? (node.kind === 'file' ? copyFile(node) : copyFolder(node));
    copies.set(node, copied);
    return copied as Node; // of the very kind that it is a copy of
  };
  return copy;
}

const BEFORE_ALL = -1;

/** Copies a disk with all that was done before an operation, so that both can go on by themselves. */
export function carryOver(root: CrashFolder, steps: readonly CrashStep[], operation: number): CarriedOver {
  const copy = createCopy();
  const durableFrom = (change: { readonly durableFrom: number }): number =>
    change.durableFrom < operation ? BEFORE_ALL : Number.POSITIVE_INFINITY;
  const carried = steps
    .filter((step) => step.operation < operation)
    .map((step): CrashStep => {
      if (step.kind === 'data') {
        const file = copy(step.file);
        file.bytes = step.content;
        return { ...step, operation: BEFORE_ALL, file, durableFrom: durableFrom(step) };
      }
      const changes = step.changes.map((change) => ({
        folder: copy(change.folder),
        name: change.name,
        node: change.node && copy(change.node),
        durableFrom: durableFrom(change),
      }));
      for (const { folder, name, node } of changes) {
        if (node === null) folder.entries.delete(name);
        else folder.entries.set(name, node);
      }
      return { kind: 'names', operation: BEFORE_ALL, changes };
    });
  return { root: copy(root), steps: carried };
}
