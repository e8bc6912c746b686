import { readWorkspace, type WorkspaceSnapshot } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent } from 'prometeu-packer/memory';

/** A workspace with the given files, as it is read. */
export async function snapshotOf(files: Readonly<Record<string, MemoryContent>>): Promise<WorkspaceSnapshot> {
  return (await readWorkspace(createMemoryWorkspace(files)))._unsafeUnwrap();
}
