import fc from 'fast-check';
import { applyPlan, planResolveIdentity, readWorkspace, type IdentityClass, type Registry } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../e2e/unwrap.js';
import { applyEvents } from './apply-event.js';
import { arbitraryHistory } from './arbitrary-history.js';
import { filesOf, hasSoundRegistry } from './show-world.js';
import { isTied, judgeOwner } from './truth.js';
import { soundWorld, type Folder, type World } from './world.js';

/** What settles each class that is settled by looking it up, and what the folder is afterwards. */
const FIXES: Readonly<Partial<Record<IdentityClass, string>>> = {
  moved: 'update-root',
  'lost-claim': 'restore-claim',
  spelling: 'canonicalise',
};

/** The world with what its files say by now. */
function readBack(world: World, files: ReadonlyMap<string, Uint8Array>): World {
  const valueOf = (file: string): unknown => JSON.parse(new TextDecoder().decode(files.get(file)));
  const folders = [...world.folders].map(([root, folder]): readonly [string, Folder] => {
    if (folder.broken) return [root, folder];
    const { asset_uuid: claim = null } = valueOf(`assets/${root}/asset.json`) as { readonly asset_uuid?: string };
    return [root, { ...folder, claim }];
  });
  return { ...world, registry: valueOf('assets/.prometeu/index.json') as Registry, folders: new Map(folders) };
}

describe('a safe fix, planned and applied, after any history', () => {
  it('settles its folder, gives no identity to a wrong one, and takes none from its own', async () => {
    const fixed = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(arbitraryHistory(5), async (events) => {
        const before = applyEvents(soundWorld(), events);
        fc.pre(hasSoundRegistry(before));
        const files = filesOf(before);
        const { assets } = unwrap(await readWorkspace(createMemoryWorkspace(files)));
        for (const { root, identity } of assets) {
          const choice = FIXES[identity.class];
          if (choice === undefined || identity.claim === null) continue;
          const host = createMemoryWorkspace(files);
          const planned = await planResolveIdentity(host, { root, choice });
          if (planned.isErr()) {
            expect(planned.error.map(({ code }) => code)).toEqual(['RESOLVE_BLOCKED']); // too careful is no fault here
            continue;
          }
          unwrap(await applyPlan(host, planned.value.value));
          fixed.set(identity.class, (fixed.get(identity.class) ?? 0) + 1);
          const after = readBack(before, host.files());
          const again = unwrap(await readWorkspace(host)).assets.find((asset) => asset.root === root);
          expect(['ok', 'spelling']).toContain(again?.identity.class); // what moved may be spelled otherwise besides
          for (const uuid of new Set(before.registry.assets.map(({ asset_uuid }) => asset_uuid))) {
            for (const folder of before.folders.keys()) {
              const [was, is] = [isTied(before, folder, uuid), isTied(after, folder, uuid)];
              if (was !== is) expect([folder, is ? judgeOwner(before, folder, uuid) : 'lost']).not.toEqual([folder, 'wrong']);
              if (was && judgeOwner(before, folder, uuid) === 'right') expect([folder, is]).toEqual([folder, true]);
            }
          }
        }
      }),
      { numRuns: 120, seed: 5 },
    );
    expect([...fixed.keys()].sort()).toEqual(Object.keys(FIXES).sort());
    expect(Math.min(...fixed.values())).toBeGreaterThan(5);
  });
});
