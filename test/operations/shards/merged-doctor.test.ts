import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doctor } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { openInMemory, readBrokenWorkspace, workspaceNames } from '../../workspaces/broken-workspace.js';
import { anyGame } from './any-game.js';
import { bytesOf, checkShards, doctorOfShards } from './run-shards.js';

const shown = (values: readonly unknown[]): readonly string[] => values.map((value) => JSON.stringify(value));

describe('the doctor with the evidence of all shards says what the doctor alone says, byte for byte', () => {
  it('of any workspace, into however many shards it is split', async () => {
    const seen = { sound: 0, found: 0 };
    await fc.assert(
      fc.asyncProperty(anyGame, fc.integer({ min: 1, max: 9 }), async (files, count) => {
        const open = () => createMemoryWorkspace(files, { order: 'shuffled' });
        const alone = await doctor(open());
        const { reports, report } = await doctorOfShards(open, count);
        expect(bytesOf(report)).toEqual(bytesOf(alone));
        const single = alone._unsafeUnwrap();
        const told = shown(single.diagnostics);
        expect(shown(reports.flatMap(({ diagnostics }) => diagnostics)).filter((finding) => !told.includes(finding))).toEqual([]);
        expect(reports.flatMap(({ roots }) => roots).sort()).toEqual(
          Object.keys(files)
            .flatMap((path) => (path.endsWith('/asset.json') ? [path.slice('assets/'.length, -'/asset.json'.length)] : []))
            .sort(),
        );
        for (const { evidence, checkedSources } of reports) {
          const sound = evidence.shards.flatMap(({ sound: { png, wav } }) => [...png, ...wav]).length;
          if (sound > 0) seen.sound += 1;
          if (checkedSources > sound) seen.found += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(Math.min(seen.sound, seen.found)).toBeGreaterThan(50); // neither is left to chance
  });

  it.each(workspaceNames())('%s', async (name) => {
    const broken = readBrokenWorkspace(name);
    const open = () => openInMemory(broken);
    const alone = bytesOf(await doctor(open(), broken.options));
    for (const count of [1, 3]) {
      const { report } = await doctorOfShards(open, count, broken.options);
      expect(bytesOf(report)).toEqual(alone);
    }
  });
});

it.each(workspaceNames())('the shards of %s tell nothing that the doctor does not', async (name) => {
  const broken = readBrokenWorkspace(name);
  const told = shown((await doctor(openInMemory(broken), broken.options))._unsafeUnwrap().diagnostics);
  const reports = await checkShards(() => openInMemory(broken), 2, broken.options);
  expect(shown(reports.flatMap(({ diagnostics }) => diagnostics)).filter((finding) => !told.includes(finding))).toEqual([]);
});
