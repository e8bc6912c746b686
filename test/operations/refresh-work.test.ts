import { describe, expect, it } from 'vitest';
import {
  type FollowedWorkspace,
  followWorkspace,
  overlayReadPort,
  type PackerHost,
  refreshWorkspace,
  type WorkspacePath,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { recordingPort } from 'prometeu-packer/testing';
import { bigDeclaration, bigDeclarationPath, bigWorkspace } from '../studio/big-workspace.js';
import { unwrap } from '../e2e/unwrap.js';
import { countWork } from './count-work.js';

const ID = 7;
const FILE = bigDeclarationPath(ID);
const SOURCE = FILE.replace('asset.json', 'data.bin');
const sound = bigDeclaration(ID);

interface Change {
  readonly name: string;
  /** Assets that are judged anew. */
  readonly judged: number;
  /** What is done; the answer names it. */
  readonly change: (host: MemoryWorkspace) => readonly string[];
}

const write = (name: string, judged: number, text: string): Change => ({
  name,
  judged,
  change(host) {
    host.set(FILE, text);
    return [FILE];
  },
});

const changes: readonly Change[] = [
  write('a key that nobody knows', 1, sound.replace('"name"', '"nam": 1, "name"')),
  write('a text that cannot be read', 1, sound.slice(1)),
  write('the name of another', 2, sound.replace(`asset-${ID}`, 'asset-8')),
  write('the identity of another', 2, sound.replace('000000000007', '000000000008')),
  write('no identity', 1, sound.replace('asset_uuid', 'asset_id')),
  {
    name: 'a source of another size',
    judged: 1,
    change(host) {
      host.set(SOURCE, 'longer than before');
      return [SOURCE];
    },
  },
  {
    name: 'a source that is gone',
    judged: 1,
    change(host) {
      host.delete(SOURCE);
      return [SOURCE];
    },
  },
  {
    name: 'a folder that is gone',
    judged: 1,
    change(host) {
      host.delete(FILE.replace('/asset.json', ''));
      return [FILE.replace('/asset.json', '')];
    },
  },
];

interface Cost {
  /** What the port was asked for. */
  readonly calls: readonly string[];
  /** Assets that were judged anew. */
  readonly judged: number;
  /** Steps, see `countWork`. */
  readonly work: number;
  /** Files that others things are told of. */
  readonly files: readonly string[];
}

/** A workspace that had a finding before: the first that points into the registry has its text looked through, once. */
async function followFindingOnce(workspace: MemoryWorkspace): Promise<FollowedWorkspace> {
  const path = bigDeclarationPath(9);
  const followed = unwrap(await followWorkspace(workspace));
  workspace.set(path, bigDeclaration(9).replace('asset_uuid', 'asset_id'));
  const found = unwrap(await refreshWorkspace(workspace, followed, { changed: [path] })).followed;
  expect(found.counts.warning).toBeGreaterThan(0);
  workspace.set(path, bigDeclaration(9));
  return unwrap(await refreshWorkspace(workspace, found, { changed: [path] })).followed;
}

/** What a look costs among so many assets. */
async function costOf(
  assets: number,
  change: (host: MemoryWorkspace) => readonly string[],
  hostOf = (host: PackerHost) => host,
): Promise<Cost> {
  const workspace = createMemoryWorkspace(bigWorkspace(assets));
  const before = await followFindingOnce(workspace);
  const changed = change(workspace);
  const { ports, calls } = recordingPort(workspace);
  const host = hostOf({ ...workspace, ...ports });
  let after = before;
  let files: readonly string[] = [];
  const work = await countWork(async () => {
    const now = unwrap(await refreshWorkspace(host, before, { changed }));
    if (now.state !== 'fresh') files = now.files;
    after = now.followed;
    after.verdict();
  });
  const known = new Set(before.assets(0, assets));
  const judged = after.assets(0, assets).filter((asset) => !known.has(asset)).length;
  return { calls: calls.map(({ operation, path }) => `${operation} ${path}`), judged, work, files };
}

describe('a look at one change', () => {
  it.each(changes)('costs the same among 300 assets as among 60: $name', async ({ change, judged }) => {
    const few = await costOf(60, change);
    const many = await costOf(300, change);
    expect(many.judged).toBe(judged);
    expect(many.calls.filter((call) => !call.startsWith('list'))).toEqual(few.calls.filter((call) => !call.startsWith('list')));
    expect(many).toEqual({ ...few, work: many.work, calls: many.calls });
    const listed = many.calls.some((call) => call.startsWith('list')) ? 20 * 4 : 0; // the folder above holds three assets, not one
    expect(Math.abs(many.work - few.work)).toBeLessThanOrEqual(listed);
  });

  it('costs the same where it is an unsaved text', async () => {
    const text = new TextEncoder().encode(sound.replace('"name"', '"nam": 1, "name"'));
    const typed = (host: PackerHost): PackerHost => ({
      ...host,
      read: overlayReadPort(host.read, new Map([[FILE as WorkspacePath, text]])),
    });
    const change = () => [FILE];
    const many = await costOf(300, change, typed);
    expect(many).toEqual(await costOf(60, change, typed));
    expect(many).toMatchObject({ judged: 1, files: [FILE] });
  });

  it('costs more where everything is looked at: what is counted is the work', async () => {
    const few = await costOf(60, () => ['assets']);
    const many = await costOf(300, () => ['assets']);
    expect(many.work).toBeGreaterThan(3 * few.work);
  });
});
