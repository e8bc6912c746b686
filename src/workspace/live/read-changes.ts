import { err, ok } from 'neverthrow';
import type { AssetReader } from '../../artifacts/asset/create-asset-reader.js';
import type { ParsedRegistry } from '../../artifacts/registry/parsed-registry.js';
import { DECLARATION_NAME } from '../../paths/declaration-name.js';
import { fileOf } from '../../diagnostics/location.js';
import { foldersAbove } from '../../paths/folders-above.js';
import { parentOf, type WorkspacePath } from '../../paths/workspace-path.js';
import { gather } from '../../ports/gather.js';
import type { PortResult } from '../../ports/port-error.js';
import type { EntryStat, ReadPort } from '../../ports/read-port.js';
import type { FileReading } from '../file-reading.js';
import { defaultFolderBudgets } from '../folder-budgets.js';
import { declarationOf, folderOf, rootOf } from '../input-tree.js';
import { isListed } from '../is-listed.js';
import { parsedRegistryOf } from '../parsed-of.js';
import type { SnapshotOptions } from '../read-snapshot.js';
import { type FolderChanges, followFolders } from './follow-folders.js';
import { rereadRegistry } from './reread-registry.js';
import type { FollowedDeclaration, FollowedFolder, LiveState } from './live-state.js';
import { type DeclarationAnswers, followDeclaration, readDeclarations } from './read-declarations.js';
import type { SortedPaths } from './sort-named-paths.js';

/** How a workspace is kept in view. */
export interface LiveOptions extends SnapshotOptions {
  /** Takes declarations through their gates: the same from one look to the next. */
  readonly reader: AssetReader;
}

/** What was read again. */
export interface ReadChanges {
  /** Folders that were listed, and those that are gone. */
  readonly folders: FolderChanges;
  /** What the port answered for the registry, and what was made of it; the very same as before where nothing has changed. */
  readonly registry: { readonly answer: PortResult<FileReading<ParsedRegistry>>; readonly parsed: ParsedRegistry | null };
  /** Declarations that are others than before; undefined for those that are gone. */
  readonly declarations: ReadonlyMap<string, FollowedDeclaration | undefined>;
}

const holdsDeclaration = (folder: FollowedFolder | undefined): boolean => isListed(folder?.folder?.files ?? [], DECLARATION_NAME);

/** Folders whose listing may be another, since a file that stood in one is no file any more. */
async function findUnsettled(
  read: ReadPort,
  answers: DeclarationAnswers,
  files: ReadonlySet<WorkspacePath>,
  signal: AbortSignal | undefined,
) {
  const unsettled = new Set<WorkspacePath>();
  for (const [root, answer] of answers) if (answer.isErr()) unsettled.add(folderOf(root));
  if (files.size === 0) return ok(unsettled);
  const paths = [...files];
  const stats = await gather<EntryStat>('stat', paths, (visit) => read.statPaths(paths, visit, signal && { signal }));
  return stats.map((found) => {
    for (const [index, path] of paths.entries()) {
      const stat = found[index];
      if (stat?.isOk() !== true || stat.value.kind !== 'file') unsettled.add(parentOf(path) ?? path);
    }
    return unsettled;
  });
}

function rootsIn(
  changes: FolderChanges,
  { folders }: LiveState,
  done: DeclarationAnswers,
): { readonly wanted: readonly string[]; readonly gone: readonly string[] } {
  const wanted: string[] = [];
  const gone: string[] = [];
  for (const [path, folder] of changes) {
    const root = rootOf(path);
    if (root === null) continue;
    const [had, has] = [holdsDeclaration(folders.get(path)), holdsDeclaration(folder)];
    if (has && !done.has(root)) wanted.push(root);
    if (had && !has) gone.push(root);
  }
  return { wanted, gone };
}

/** Whether folders tell something of a file: of what they tell, nothing is told again where it could not be read. */
function tellingFolders(
  changes: FolderChanges,
  { folders, told }: LiveState,
): { readonly has: (path: string) => boolean; readonly isOther: boolean } {
  const now = new Set([...changes.values()].flatMap((folder) => (folder?.diagnostics ?? []).map(({ location }) => fileOf(location))));
  const isKept = (teller: string): boolean =>
    teller.startsWith(FOLDER_TELLER) && !changes.has(teller.slice(FOLDER_TELLER.length) as WorkspacePath);
  return {
    has: (path) => now.has(path) || [...(told.get(path)?.byTeller.keys() ?? [])].some(isKept),
    isOther: [...changes].some(
      ([path, folder]) => (folder?.diagnostics.length ?? 0) > 0 || (folders.get(path)?.diagnostics.length ?? 0) > 0,
    ),
  };
}

/** What the names of folders begin with, among those who tell something. */
export const FOLDER_TELLER = 'folder ';

/** Reads what may have changed, and what that leads to: folders first, then declarations. */
export async function readChanges(
  read: ReadPort,
  before: LiveState,
  paths: SortedPaths,
  options: LiveOptions,
): Promise<PortResult<ReadChanges>> {
  const { compute, json, signal, folders: budgets = defaultFolderBudgets } = options;
  const known = before.registry;
  const reread = paths.registry ? await rereadRegistry(read, known.answer, options) : ok(known.answer);
  if (reread.isErr()) return err(reread.error);
  const named = await readDeclarations(read, paths.declarations, before.declarations, options);
  if (named.isErr()) return err(named.error);
  const unsettled = await findUnsettled(read, named.value, paths.files, signal);
  if (unsettled.isErr()) return err(unsettled.error);
  const toList = { shallow: [...paths.shallow, ...unsettled.value], deep: paths.deep };
  const listed = await followFolders(read, before.folders, toList, { folders: budgets, compute, signal });
  if (listed.isErr()) return err(listed.error);
  const changes = listed.value;
  const { wanted, gone } = rootsIn(changes, before, named.value);
  const inDeep = wanted.filter(
    (root) => !before.declarations.has(root) || foldersAbove(declarationOf(root)).some((folder) => paths.deep.has(folder)),
  );
  const others = await readDeclarations(read, inDeep, before.declarations, options);
  if (others.isErr()) return err(others.error);

  const told = tellingFolders(changes, before);
  const answers = new Map([...named.value, ...others.value]);
  const unreadable = { told, maxBytes: json.maxBytes };
  if (told.isOther)
    for (const [root] of before.unread.entries()) {
      const answer = before.declarations.get(root)?.answer;
      if (answer !== undefined && !answers.has(root)) answers.set(root, answer);
    }
  const declarations = new Map<string, FollowedDeclaration | undefined>();
  for (const [root, answer] of answers) {
    const was = before.declarations.get(root);
    const now = followDeclaration(root, answer, was, unreadable);
    if (now !== was) declarations.set(root, now);
  }
  for (const root of gone) declarations.set(root, undefined);

  const answer = reread.value;
  const parsed = parsedRegistryOf(answer, unreadable);
  const isSame = answer.isOk()
    ? parsed === known.parsed
    : JSON.stringify([answer, parsed?.diagnostics]) === JSON.stringify([known.answer, known.parsed?.diagnostics]);
  return ok({ folders: changes, registry: isSame ? known : { answer, parsed }, declarations });
}
