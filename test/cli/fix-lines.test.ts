import { doctor, formatLockOwner } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { fixLines } from '../../src/cli/fix-lines.js';
import { declaration, uuid, workspace } from '../workspace/workspaces.js';

const linesOf = async (host: MemoryWorkspace, where = '.') => {
  const { diagnostics, verdict } = (await doctor(host))._unsafeUnwrap();
  return fixLines(diagnostics, verdict, where);
};
const misspelled = (): MemoryWorkspace =>
  createMemoryWorkspace({ ...workspace({ a: 1 }), 'assets/a/asset.json': declaration(1, { asset_uuid: `{${uuid(1)}}` }) });
const commands = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => /prometeu-packer (\w+)/.exec(line)?.[1] ?? []);

describe('fixLines', () => {
  it('is silent where nothing can be mended', async () => {
    expect(await linesOf(createMemoryWorkspace(workspace({ a: 1 })))).toEqual([]);
  });

  it('gives the command for one finding, and the one for all that is safe, with the workspace they are for', async () => {
    const lines = await linesOf(misspelled(), "it's");
    expect(commands(lines)).toEqual(['fix', 'doctor']);
    for (const line of lines.slice(0, 2)) expect(line).toContain(String.raw`--workspace 'it'\''s'`);
    expect(lines.at(-1)).toBe('');
  });

  it('offers to settle no identity while the workspace as a whole is in doubt', async () => {
    const host = misspelled();
    host.symlink('assets/link');
    expect(await linesOf(host)).toEqual([]);
  });

  it('says how a lock is broken, and goes on to offer what comes after it', async () => {
    const host = misspelled();
    const owner = { token: '00000000000000aa', host: 'elsewhere', bootId: 'b', pid: 1, processStart: '1' };
    host.set('assets/.prometeu/lock', formatLockOwner(owner));
    const lines = await linesOf(host);
    expect(commands(lines)).toEqual(['fix', 'doctor', 'unlock']);
    expect(lines.join('\n')).toContain(`--owner ${owner.token}`);
    host.set('assets/.prometeu/lock', 'mine');
    expect(commands(await linesOf(host))).toEqual(['fix', 'doctor']);
  });
});
