import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLockOwner, type LockOwner } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { runCli, runJson, temporaryFolder } from './run-cli.js';

const owner: LockOwner = { token: '0123456789abcdef', host: 'elsewhere', bootId: 'b', pid: 7, processStart: '1' };

function lockedFolder() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets/.prometeu'), { recursive: true });
  const lock = join(folder, 'assets/.prometeu/lock');
  writeFileSync(lock, formatLockOwner(owner));
  return { folder, lock };
}

describe('unlock', () => {
  it('shows who holds the lock and how to break it, and breaks it when told to', async () => {
    const { folder, lock } = lockedFolder();
    const preview = await runCli(folder, ['unlock', '--owner', owner.token]);
    expect(preview.code).toBe(0);
    expect(preview.stdout).toContain(`  prometeu-packer unlock --owner ${owner.token} --apply\n`);
    expect(existsSync(lock)).toBe(true);
    const { code, report } = await runJson(folder, ['unlock', '--owner', owner.token, '--apply']);
    expect([code, report.result]).toEqual([0, { state: 'unlocked', owner }]);
    expect(existsSync(lock)).toBe(false);
  });

  it('leaves the lock of another, and answers 1', async () => {
    const { folder, lock } = lockedFolder();
    const { code, report } = await runJson(folder, ['unlock', '--owner', 'feedfacefeedface', '--apply']);
    expect([code, report.diagnostics.map((diagnostic) => diagnostic.code)]).toEqual([1, ['UNLOCK_OTHER_OWNER']]);
    expect(existsSync(lock)).toBe(true);
  });

  it('asks for a token', async () => {
    const { folder, lock } = lockedFolder();
    expect((await runCli(folder, ['unlock', '--apply'])).code).toBe(2);
    expect(existsSync(lock)).toBe(true);
  });

  it('finds no lock', async () => {
    const { code, report } = await runJson(temporaryFolder(), ['unlock', '--owner', owner.token]);
    expect([code, report.diagnostics.map((diagnostic) => diagnostic.code)]).toEqual([1, ['UNLOCK_NOT_LOCKED']]);
  });
});
