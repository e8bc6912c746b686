import { parseWorkspacePath, type PackerHost } from 'prometeu-packer';
import { inspectJournal } from '../../src/plans/recover/inspect-journal.js';
import { readThroughJournal } from '../../src/workspace/read-through-journal.js';
import { nodeCompute } from '../../src/node/node-compute.js';
import type { Files } from './visible-files.js';

/** What a reader sees of files, who looks through a committed journal and writes nothing. */
export async function seenByReaders({ read }: PackerHost, files: readonly string[]): Promise<Files> {
  const inspected = await inspectJournal(read, nodeCompute);
  const through = inspected.isOk() && inspected.value.state === 'committed' ? readThroughJournal(read, inspected.value.journal) : read;
  const seen = new Map<string, Uint8Array>();
  const requests = files.flatMap((file) => {
    const path = parseWorkspacePath(file);
    return path.isOk() ? [{ path: path.value, maxBytes: Number.MAX_SAFE_INTEGER }] : [];
  });
  const done = await through.readFiles(requests, (index, answer) => {
    const file = requests[index]?.path;
    if (file !== undefined && answer.isOk()) seen.set(file, answer.value.bytes.slice());
  });
  return done.isOk() ? seen : new Map();
}
