import { digestOf } from './digest-of.js';
import type { CrashChoice } from './crash-choice.js';
import type { CrashModel } from './crash-model.js';
import type { CrashFile, CrashFolder, CrashNode } from './crash-node.js';
import type { CrashStorage } from './crash-storage.js';

/** What stands on a disk after a crash, as plain data. Its arrays are shared: do not change them. */
export interface CrashImage {
  /** The model that it came about by; where several give the same, the first of them. */
  readonly model: CrashModel;
  /** Every file by its path, in code-unit order, with its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Every folder by its path but the root, in code-unit order. */
  readonly folders: readonly string[];
  /** SHA-256 over all of it, as 64 lower-case hexadecimal digits: images with the same one are the same. */
  readonly digest: string;
}

type Names = ReadonlyMap<string, CrashNode | null>;

/** What the names in folders became, where they changed. */
function changedNames({ log }: CrashStorage, { reach, operation }: CrashChoice): ReadonlyMap<CrashFolder, Names> {
  const changed = new Map<CrashFolder, Map<string, CrashNode | null>>();
  for (const [index, step] of log.steps.entries()) {
    if (step.kind === 'data' || step.operation >= operation) continue;
    for (const [place, { folder, name, node, durableFrom }] of step.changes.entries()) {
      const reached = durableFrom < operation ? 'whole' : reach(index);
      if (reached === 'none' || (reached === 'half' && place > 0)) continue;
      const names = changed.get(folder) ?? new Map<string, CrashNode | null>();
      changed.set(folder, names.set(name, node));
    }
  }
  return changed;
}

function compare([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Makes the image of one choice. */
export function createCrashImage(
  storage: CrashStorage,
  choice: CrashChoice,
  bytesOf: (file: CrashFile, choice: CrashChoice) => Uint8Array,
): CrashImage {
  const changed = changedNames(storage, choice);
  const files: [string, Uint8Array][] = [];
  const folders: string[] = [];
  const walk = (folder: CrashFolder, prefix: string): void => {
    for (const [name, node] of new Map<string, CrashNode | null>([...folder.base, ...(changed.get(folder) ?? [])])) {
      if (node === null) continue;
      const path = prefix + name;
      if (node.kind === 'file') files.push([path, bytesOf(node, choice)]);
      else {
        folders.push(path);
        walk(node, `${path}/`);
      }
    }
  };
  walk(storage.root, '');
  files.sort(compare);
  folders.sort();
  return { model: choice.model, files: new Map(files), folders, digest: digestOf(storage, files, folders) };
}
