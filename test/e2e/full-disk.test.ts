import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { applyPlan, type Plan } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { withFaults } from 'prometeu-packer/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { makePlan } from '../../src/plans/make-plan.js';
import { makeTempFolder } from '../node/temp-folder.js';
import { declaration, registry, workspace as soundFiles } from '../workspace/workspaces.js';
import { unwrap } from './unwrap.js';

const REGISTRY = 'assets/.prometeu/index.json';
const ROOTS = { hero: 1, enemy: 2 };
const PAGE = 4096;
const LONG = { extensions: { note: 'x'.repeat(2 * PAGE) } };

const temp = makeTempFolder();
const disk = join(temp.folder, 'small');
mkdirSync(disk);

function mount(folder: string, size: number): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
}

const canMount = process.platform === 'linux' && mount(disk, 64 * PAGE);

afterAll(() => {
  if (canMount) spawnSync('umount', [disk]);
  temp.remove();
});

/** Makes two declarations longer by pages, and changes the registry. */
function longerPlan(): Plan {
  const before = soundFiles(ROOTS);
  const after: Readonly<Record<string, string>> = {
    'assets/hero/asset.json': declaration(1, LONG),
    'assets/enemy/asset.json': declaration(2, LONG),
    [REGISTRY]: registry(ROOTS, { included_in_build: false }),
  };
  const edits = Object.entries(after).map(([file, text]) => createTextEdit(file, before[file] ?? null, text));
  const preconditions = { projectUuid: null, files: [], heads: [], folders: [] };
  return makePlan({ kind: 'mutate', edits, identityChanges: [], preconditions });
}

/** Every file of a workspace, as text by path; the record of the last plan aside. */
function treeOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return Object.fromEntries(
    paths.filter((path) => path !== 'ballast' && !path.includes('/undo/')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

function makeWorkspace(folder: string, files: Readonly<Record<string, string>> = soundFiles(ROOTS)): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Takes all room of a disk but some pages. */
function leaveFree(folder: string, pages: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(bavail * bsize - pages * PAGE, 1));
}

/** Only who may mount a disk of 256 KiB can fill one. */
describe.runIf(canMount)('a plan on a disk that is full (X4)', () => {
  it('is applied whole, or refused with no trace, however little room there is', async () => {
    const plan = longerPlan();
    const outcomes: string[] = [];
    for (let pages = 0; outcomes.at(-1) !== 'applied'; pages += 1) {
      for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
      makeWorkspace(disk);
      const before = treeOf(disk);
      leaveFree(disk, pages);
      const host = openNodeWorkspace(disk)._unsafeUnwrap();
      const applied = await applyPlan(host, plan);
      outcomes.push(applied.isOk() ? applied.value.value.state : applied.error.map(({ code }) => code).join());
      if (applied.isOk()) break;
      const [{ data }] = applied.error;
      expect(data).toMatchObject({ reason: 'no-space', detail: 'ENOSPC' });
      expect(treeOf(disk)).toEqual(before);
      rmSync(join(disk, 'ballast'));
      expect(unwrap(await applyPlan(host, plan)).value.state).toBe('applied'); // once there is room
    }
    expect(outcomes.length).toBeGreaterThan(8); // it ran out of room at many places
    expect(new Set(outcomes)).toEqual(new Set(['PLAN_IO_FAILED', 'applied']));
    expect(treeOf(disk)).toMatchObject({ 'assets/hero/asset.json': declaration(1, LONG) });
  });

  it('changes nothing on one disk where another has no room', async () => {
    const folder = join(temp.folder, 'two-disks');
    const own = join(folder, 'assets/enemy');
    mkdirSync(own, { recursive: true });
    expect(mount(own, 8 * PAGE)).toBe(true);
    try {
      makeWorkspace(folder);
      const before = treeOf(folder);
      leaveFree(own, 1);
      const full = treeOf(folder);
      const host = openNodeWorkspace(folder)._unsafeUnwrap();
      const refused = (await applyPlan(host, longerPlan()))._unsafeUnwrapErr();
      expect(refused).toMatchObject([{ code: 'PLAN_IO_FAILED', data: { reason: 'no-space' } }]);
      expect(treeOf(folder)).toEqual(full);
      rmSync(join(own, 'ballast'));
      expect(treeOf(folder)).toEqual(before);
      expect(unwrap(await applyPlan(host, longerPlan())).value.state).toBe('applied'); // nothing is renamed from disk to disk
      expect(treeOf(folder)).toMatchObject({ 'assets/enemy/asset.json': declaration(2, LONG) });
    } finally {
      spawnSync('umount', [own]);
    }
  });
});

describe('a plan on a disk that does not rename (X8)', () => {
  it('is refused with no trace before the commit, and kept after it, whichever rename it is', async () => {
    const outcomes: string[] = [];
    for (let failing = 0; ; failing += 1) {
      const workspace = createMemoryWorkspace(soundFiles(ROOTS));
      const before = workspace.files();
      let renames = 0;
      const host = withFaults(workspace, (operation) => (operation === 'rename' && renames++ === failing ? 'cross-device' : undefined));
      const applied = await applyPlan(host, longerPlan());
      if (renames <= failing) break;
      if (applied.isOk()) {
        outcomes.push(applied.value.value.state);
        expect(applied.value.diagnostics).toMatchObject([
          { code: 'PLAN_TRANSACTION_PENDING', data: { cause: { reason: 'cross-device' } } },
        ]);
      } else {
        outcomes.push(applied.error[0].code);
        expect(applied.error[0].data).toMatchObject({ phase: 'commit', reason: 'cross-device' });
        expect(workspace.files()).toEqual(before);
      }
    }
    expect(outcomes).toEqual(['PLAN_IO_FAILED', 'pending', 'pending', 'pending', 'pending']);
  });
});
