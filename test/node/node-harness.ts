import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PortContractHarness } from 'prometeu-packer/testing';
import { openNodeWorkspace } from '../../src/node/open-node-workspace.js';
import { makeTempFolder } from './temp-folder.js';

/** An empty workspace on disk, with every means the contract suite can use. */
export async function openNodeHarness(): Promise<PortContractHarness> {
  const { folder, remove } = makeTempFolder();
  const { read, write } = openNodeWorkspace(folder)._unsafeUnwrap();
  return {
    read,
    write,
    plantSymlink: async (path, target) => symlinkSync(target, join(folder, path)),
    plantSpecial: async (path) => void execFileSync('mkfifo', [join(folder, path)]),
    denyReading: async (path) => chmodSync(join(folder, path), 0),
    plantRawName: async (name) => writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), ''),
    deadOwner: async (live) => {
      const { pid } = spawnSync(process.execPath, ['--version']); // it has ended, and was waited for
      return { ...live, token: 'deadbeefdeadbeef', pid };
    },
    dispose: async () => remove(),
  };
}
