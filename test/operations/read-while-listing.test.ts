import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import type { ReadHost } from '../../src/ports/packer-host.js';
import type { ReadPort } from '../../src/ports/read-port.js';
import type { ReadOptions } from '../../src/operations/read-context.js';
import { readWorkspace } from '../../src/operations/read-workspace.js';
import { inMemory, onDisk, readBrokenWorkspace, workspaceNames } from '../workspaces/broken-workspace.js';

function withoutIt({ listAndRead, ...read }: ReadPort): ReadPort {
  expect(listAndRead).toBeDefined();
  return read;
}

/** The port with what it was asked to read by itself. */
function counting(read: ReadPort): { readonly read: ReadPort; readonly asked: () => number } {
  const { listAndRead } = read;
  let asked = 0;
  const readFiles: ReadPort['readFiles'] = (requests, visit, options) => {
    asked += requests.filter(({ path }) => path.endsWith('/asset.json')).length;
    return read.readFiles(requests, visit, options);
  };
  const { listFolders } = read;
  return {
    read: { ...read, readFiles, ...(listAndRead && { listAndRead: { ...listAndRead, insteadOf: { listFolders, readFiles } } }) },
    asked: () => asked,
  };
}

async function expectTheSame({ read, ...host }: ReadHost, options: ReadOptions): Promise<void> {
  const quick = await readWorkspace({ ...host, read }, options);
  const plain = await readWorkspace({ ...host, read: withoutIt(read) }, options);
  expect(quick).toEqual(plain);
}

describe('a workspace whose declarations are read while its folders are listed', () => {
  it.each(workspaceNames())('is what it is when they are read afterwards: %s', async (name) => {
    const broken = readBrokenWorkspace(name);
    const { options = {} } = broken;
    for (const host of [inMemory(broken), onDisk(broken)]) {
      await expectTheSame(host, options);
      await expectTheSame(host, { ...options, budgets: { ...options.budgets, json: { ...options.budgets?.json, maxBytes: 200 } } });
    }
  });

  it('has none of its small declarations read a second time', async () => {
    const files = { 'assets/a/asset.json': '{}', 'assets/a/b/asset.json': '{', 'assets/c/data.bin': 'x' };
    const { read, asked } = counting(createMemoryWorkspace(files).read);
    expect((await readWorkspace({ read })).isOk()).toBe(true);
    expect(asked()).toBe(0);
    expect((await readWorkspace({ read: withoutIt(read) })).isOk()).toBe(true);
    expect(asked()).toBe(2);
  });
});
