import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { doctor, type PackerHost } from 'prometeu-packer';
import {
  faulty,
  inMemory,
  onDisk,
  readBrokenWorkspace,
  workspaceNames,
  workspacesFolder,
  type BrokenWorkspace,
} from './broken-workspace.js';
import { recordReport } from './record-report.js';

const names = workspaceNames();
const update = process.env['UPDATE_FIXTURES'] === '1';

async function examine(host: PackerHost, broken: BrokenWorkspace): Promise<unknown> {
  const report = (await doctor(faulty(host, broken), broken.options))._unsafeUnwrap();
  expect(structuredClone(report)).toEqual(report);
  return recordReport(report);
}

describe('doctor on every broken workspace of fixtures/workspaces', () => {
  it('finds forty or more, each of its files, and nothing else', () => {
    expect(names.length).toBeGreaterThanOrEqual(40);
    for (const name of names) expect(readdirSync(join(workspacesFolder, name)).sort()).toEqual(['case.json', 'expected.json', 'workspace']);
  });

  it.each(names)('%s is reported as expected, in memory and on disk, and left as it is', async (name) => {
    const broken = readBrokenWorkspace(name);
    const memory = inMemory(broken);
    const before = memory.files();
    const found = await examine(memory, broken);
    expect(memory.files()).toEqual(before);
    const file = join(workspacesFolder, name, 'expected.json');
    if (update) writeFileSync(file, await format(JSON.stringify(found), { parser: 'json', printWidth: 140 }));
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expect(await examine(onDisk(broken), broken)).toEqual(found);
  });
});
