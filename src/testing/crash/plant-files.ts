import { createCrashFile, createCrashFolder, type CrashFolder, type CrashNode } from './crash-node.js';

/** What a disk holds at first: files by path, as bytes or as text, which becomes UTF-8; or an image with its folders. */
export type CrashContent =
  | Readonly<Record<string, Uint8Array | string>>
  | { readonly files: ReadonlyMap<string, Uint8Array | string>; readonly folders: readonly string[] };

interface Planted {
  readonly names: Map<string, Planted | Uint8Array>;
}

function isImage(content: CrashContent): content is Extract<CrashContent, { readonly folders: readonly string[] }> {
  return 'files' in content && content.files instanceof Map;
}

function folderAt(root: Planted, names: readonly string[]): Planted {
  let folder = root;
  for (const name of names) {
    const found = folder.names.get(name);
    const next: Planted = found === undefined || found instanceof Uint8Array ? { names: new Map() } : found;
    folder.names.set(name, next);
    folder = next;
  }
  return folder;
}

function nodeOf(planted: Planted | Uint8Array, clock: () => number): CrashNode {
  return planted instanceof Uint8Array ? createCrashFile(planted, clock()) : folderOf(planted, clock);
}

function folderOf({ names }: Planted, clock: () => number): CrashFolder {
  return createCrashFolder(clock(), new Map([...names].map(([name, planted]) => [name, nodeOf(planted, clock)])));
}

/** Makes the root folder that holds the files, and folders for them. */
export function plantFiles(content: CrashContent, clock: () => number): CrashFolder {
  const { files, folders } = isImage(content) ? content : { files: new Map(Object.entries(content)), folders: [] };
  const root: Planted = { names: new Map() };
  for (const path of folders) folderAt(root, path.split('/'));
  for (const [path, bytes] of files) {
    const names = path.split('/');
    const name = names.pop() ?? '';
    folderAt(root, names).names.set(name, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  }
  return folderOf(root, clock);
}
