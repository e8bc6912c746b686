import { err, ok } from 'neverthrow';
import type { RememberedFile, RememberedFolder, RememberedFolders } from '../../artifacts/cache/model.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { gather } from '../../ports/gather.js';
import type { PortResult } from '../../ports/port-error.js';
import type { EntryStat, FolderEntry, ReadPort } from '../../ports/read-port.js';
import { listingDigest } from '../listing-digest.js';
import { rememberDigests } from '../remember-digests.js';
import { hashInPieces } from '../hash-in-pieces.js';
import { isPlainListing } from './remember-workspace.js';

/** How a workspace stands to what is remembered of it. */
export interface Survey {
  /** Folders and files from which another snapshot may follow. */
  readonly changed: readonly WorkspacePath[];
  /** Sources of the size that they had, of which nothing tells that their bytes are the same: a snapshot asks for no more. */
  readonly unproven: readonly WorkspacePath[];
  /** How many folders and files had other times than they had, and were looked into for it. */
  readonly doubted: number;
}

/** How a survey is made. */
export interface SurveyOptions {
  /** Digests. */
  readonly compute: ComputePort;
  /** Stops between two files. */
  readonly signal?: AbortSignal | undefined;
}

/** A file with its path. */
interface Suspect {
  readonly path: WorkspacePath;
  readonly file: RememberedFile;
  readonly isProof: boolean;
}

/** Whether the file at a path has the bytes that it had; false where it cannot be read. */
async function isSame(read: ReadPort, { path, file }: Suspect, options: SurveyOptions): Promise<PortResult<boolean>> {
  const hashed = await hashInPieces(read, path, options);
  if (hashed.isErr()) return hashed.error.kind === 'aborted' ? err(hashed.error) : ok(false);
  return ok(hashed.value.stat.size === file.size && hashed.value.sha256 === file.sha256);
}

async function surveyFiles(
  read: ReadPort,
  suspects: readonly Suspect[],
  options: SurveyOptions,
): Promise<PortResult<Pick<Survey, 'changed' | 'unproven'>>> {
  const batch = options.signal && { signal: options.signal };
  const paths = suspects.map(({ path }) => path);
  const stats = await gather<EntryStat>('stat', paths, (visit) => read.statPaths(paths, visit, batch));
  if (stats.isErr()) return err(stats.error);
  const changed: WorkspacePath[] = [];
  const unproven: WorkspacePath[] = [];
  for (const [index, suspect] of suspects.entries()) {
    const { path, file, isProof } = suspect;
    const stat = stats.value[index];
    if (stat?.isOk() !== true || stat.value.kind !== 'file' || stat.value.size !== file.size) changed.push(path);
    else if (!isProof || stat.value.modifiedMs !== file.modifiedMs) {
      if (file.sha256 === null) {
        unproven.push(path);
        continue;
      }
      const same = await isSame(read, suspect, options);
      if (same.isErr()) return err(same.error);
      if (!same.value) changed.push(path);
    }
  }
  return ok({ changed, unproven });
}

/** Folders that do not list what they listed. */
async function surveyListings(
  read: ReadPort,
  folders: readonly RememberedFolder[],
  { compute, signal }: SurveyOptions,
): Promise<PortResult<readonly WorkspacePath[]>> {
  const paths = folders.map(({ path }) => path);
  const digestOf = rememberDigests(compute);
  const listed = await gather<readonly FolderEntry[]>('list', paths, (visit) => read.listFolders(paths, visit, signal && { signal }));
  return listed.map((answers) =>
    folders.flatMap(({ path, listing }, index) => {
      const answer = answers[index];
      if (answer?.isOk() !== true || !isPlainListing(path, answer.value)) return [path];
      return listingDigest(answer.value, path, digestOf) === listing ? [] : [path];
    }),
  );
}

/**
 * Finds out whether a workspace is as it is remembered, by the sizes and times of its files and, where the port has them, the
 * times of its folders: those that are as they were, and whose time is proof, are not looked into. All others are listed, or
 * read and hashed, so that what was only touched, or rewritten with the same bytes, counts as unchanged.
 */
export async function surveyWorkspace(read: ReadPort, folders: RememberedFolders, options: SurveyOptions): Promise<PortResult<Survey>> {
  const { signal } = options;
  const looked =
    read.findChanged === undefined
      ? ok(Array.from({ length: folders.length }, (_, index) => index))
      : await read.findChanged(folders, signal && { signal });
  if (looked.isErr()) return err(looked.error);
  const doubtful = new Set(looked.value);
  const toList: RememberedFolder[] = [];
  const suspects: Suspect[] = [];
  for (const index of [...new Set([...doubtful, ...folders.uncertain])].sort((a, b) => a - b)) {
    const folder = folders.at(index);
    if (folder === undefined) continue;
    const { path, modifiedMs, listing, files, unsettled } = folder;
    const isDoubtful = doubtful.has(index);
    if (listing !== null && (isDoubtful || modifiedMs === null)) toList.push(folder);
    const suspect = (file: RememberedFile, isProof: boolean) =>
      suspects.push({ path: `${path}/${file.name}` as WorkspacePath, file, isProof });
    if (isDoubtful) for (const file of files) suspect(file, true);
    for (const file of unsettled) suspect(file, false);
  }
  const listings = await surveyListings(read, toList, options);
  if (listings.isErr()) return err(listings.error);
  const files = await surveyFiles(read, suspects, options);
  return files.map(({ changed, unproven }) => ({ changed: [...listings.value, ...changed], unproven, doubted: doubtful.size }));
}
