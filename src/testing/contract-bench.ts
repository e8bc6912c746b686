import {
  parseWorkspacePath,
  portFailure,
  WORKSPACE_ROOT,
  type BatchVisitor,
  type EntryStat,
  type FileContent,
  type FolderEntry,
  type Lock,
  type PortOperation,
  type PortResult,
  type WorkspacePath,
  type WriteHandle,
} from 'prometeu-packer';
import { createContractCheck, type ContractCheck } from './contract-check.js';
import type { PortContractHarness } from './port-contract-case.js';

/** What a case works with: the harness, the check, and the port's methods for one item at a time. */
export interface ContractBench extends PortContractHarness {
  /** Notes what goes wrong. */
  readonly check: ContractCheck;
  /** Reads one file, of any size unless told, and copies it. */
  readonly readOne: (path: WorkspacePath, maxBytes?: number) => Promise<PortResult<Uint8Array>>;
  /** Asks what stands at one path. */
  readonly statOne: (path: WorkspacePath) => Promise<PortResult<EntryStat>>;
  /** Lists one folder, as `name:kind` in code-unit order. */
  readonly listOne: (path: WorkspacePath) => Promise<PortResult<readonly string[]>>;
  /** Writes all bytes at a position, in as many calls as the port needs. */
  readonly writeAll: (handle: WriteHandle, bytes: Uint8Array, position: number) => Promise<void>;
  /** Makes a file that holds these bytes, or this text. */
  readonly put: (path: WorkspacePath, content: Uint8Array | string) => Promise<void>;
  /** Makes folders, in order. */
  readonly makeFolders: (...paths: readonly WorkspacePath[]) => Promise<void>;
  /** Takes a lock that is free. */
  readonly takeLock: (path: WorkspacePath) => Promise<Lock | undefined>;
}

/** A path written in a case; every one of them is valid. */
export function at(text: string): WorkspacePath {
  return parseWorkspacePath(text).unwrapOr(WORKSPACE_ROOT);
}

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function single<T, Kept>(
  operation: PortOperation,
  path: WorkspacePath,
  run: (visit: BatchVisitor<T>) => Promise<PortResult<void>>,
  keep: (value: T) => Kept,
): Promise<PortResult<Kept>> {
  let kept: PortResult<Kept> = portFailure('broken', operation, path, 'not answered');
  const ran = await run((_, answer) => {
    kept = answer.map(keep);
  });
  return ran.andThen(() => kept);
}

/** Makes the bench of one case. */
export function createContractBench(harness: PortContractHarness): ContractBench {
  const check = createContractCheck();
  const { read, write } = harness;
  const writeAll = async (handle: WriteHandle, bytes: Uint8Array, position: number) => {
    for (let done = 0; done < bytes.length;) {
      const written = check.value('write', await handle.write(bytes.subarray(done), position + done)) ?? 0;
      const isProgress = written > 0 && written <= bytes.length - done;
      check.equal('a write makes progress', isProgress, true);
      if (!isProgress) return;
      done += written;
    }
  };
  return {
    ...harness,
    check,
    writeAll,
    readOne: (path, maxBytes = Number.MAX_SAFE_INTEGER) =>
      single(
        'read',
        path,
        (visit) => read.readFiles([{ path, maxBytes }], visit),
        ({ bytes }: FileContent) => Uint8Array.from(bytes),
      ),
    statOne: (path) =>
      single(
        'stat',
        path,
        (visit) => read.statPaths([path], visit),
        (stat: EntryStat) => stat,
      ),
    listOne: (path) =>
      single(
        'list',
        path,
        (visit) => read.listFolders([path], visit),
        (entries: readonly FolderEntry[]) => entries.map(({ name, kind }) => `${name}:${kind}`).sort(),
      ),
    put: async (path, content) => {
      const handle = check.value(`create ${path}`, await write.createFile(path));
      if (handle === undefined) return;
      await writeAll(handle, typeof content === 'string' ? utf8(content) : content, 0);
      check.value(`close ${path}`, await handle.close());
    },
    makeFolders: async (...paths) => {
      for (const path of paths) check.value(`make-folder ${path}`, await write.makeFolder(path));
    },
    takeLock: async (path) => {
      const answer = check.value(`lock ${path}`, await write.lock(path));
      if (answer === undefined) return undefined;
      check.equal('the lock is free', 'held' in answer, false);
      return 'held' in answer ? undefined : answer;
    },
  };
}
