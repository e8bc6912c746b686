import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { FIXTURES, layOutFiles } from './fixture-workspaces.js';
import { HOSTILE, layOutHostile, refusedIn } from './hostile-workspaces.js';
import { READERS } from './operations.js';
import { recordHost, writesAmong } from './record-host.js';
import { findStrayCalls } from './trusted-paths.js';

async function watchReaders(workspace: MemoryWorkspace, refused: readonly string[]): Promise<void> {
  const before = workspace.files();
  for (const [operation, run] of Object.entries(READERS)) {
    const recorded = recordHost(workspace);
    const answers = await run(recorded.host);
    expect(answers.length, operation).toBeGreaterThan(0);
    expect(JSON.stringify(answers), operation).not.toContain('INTERNAL_DEFECT');
    expect([operation, writesAmong(recorded.calls)]).toEqual([operation, []]);
    expect([operation, findStrayCalls(recorded, refused)]).toEqual([operation, []]);
    expect([operation, recorded.calls.length > 0]).toEqual([operation, true]);
  }
  expect(workspace.files()).toEqual(before);
}

describe('operations that only look and plan write nothing and stay inside', () => {
  it.each([...FIXTURES.keys()])('%s', async (name) => {
    const workspace = createMemoryWorkspace();
    layOutFiles(workspace, FIXTURES.get(name) ?? []);
    await watchReaders(workspace, []);
  });

  it.each(Object.entries(HOSTILE))('%s', async (name, spoil) => {
    const workspace = createMemoryWorkspace();
    layOutHostile(workspace, spoil);
    await watchReaders(workspace, refusedIn(name));
  });
});
