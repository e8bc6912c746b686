import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspaceOptions } from 'prometeu-packer/memory';
import { classifyIdentity, type IdentityVerdict } from '../../../src/workspace/classify-identity.js';
import { applyEvents } from './apply-event.js';
import { arbitraryHistory } from './arbitrary-history.js';
import { classesMet } from './class-definitions.js';
import type { HistoryEvent } from './history-event.js';
import { safeAssertions, settleSafely } from './safe-assertions.js';
import { claimsOf, filesOf, hasSoundRegistry } from './show-world.js';
import { metEvents, singleEvents } from './single-events.js';
import { isTied, judgeOwner, rightfulRoots } from './truth.js';
import { soundWorld, type World } from './world.js';

const worldAfter = (events: readonly HistoryEvent[]): World => applyEvents(soundWorld(), events);
const classify = (world: World): readonly IdentityVerdict[] => classifyIdentity(world.registry, claimsOf(world));
const read = async (world: World, options: MemoryWorkspaceOptions = {}, files = Object.entries(filesOf(world))) => {
  const { assets } = (await readWorkspace(createMemoryWorkspace(files, options)))._unsafeUnwrap();
  return assets.map(({ identity }) => identity);
};
const classesOf = (verdicts: readonly IdentityVerdict[]) => Object.fromEntries(verdicts.map(({ root, class: name }) => [root, name]));
const unsettled = (verdicts: readonly IdentityVerdict[]) =>
  Object.fromEntries(verdicts.filter(({ class: name }) => name !== 'ok').map(({ root, class: name }) => [root, name]));
const judgements = (world: World, verdicts: readonly IdentityVerdict[]) =>
  safeAssertions(verdicts).map(({ root, uuid }) => ({ root, judged: judgeOwner(world, root, uuid) }));
const soundHistory = (most: number) => arbitraryHistory(most).filter((events) => hasSoundRegistry(worldAfter(events)));

describe('a history of one event', () => {
  it('begins in a world where all is well', async () => {
    expect(unsettled(await read(soundWorld()))).toEqual({});
    expect(classify(soundWorld())).toHaveLength(4);
  });

  it.each([...singleEvents, ...metEvents])('$name', async ({ events, classes, unknowable = [] }) => {
    const world = worldAfter(events);
    const verdicts = await read(world);
    expect(unsettled(verdicts)).toEqual(classes);
    expect(unsettled(classify(world))).toEqual(classes);
    const unlike = judgements(world, verdicts).filter(({ judged }) => judged !== 'right');
    expect(unlike.every(({ judged }) => judged === 'excused')).toBe(true);
    expect([...new Set(unlike.map(({ root }) => root))]).toEqual(unknowable);
  });

  it('leaves no claim judged where a record is edited to the root of another', async () => {
    const verdicts = await read(worldAfter([{ kind: 'record-edited', root: 'c', how: 'root-of-another' }]));
    expect(new Set(verdicts.map(({ class: name }) => name))).toEqual(new Set(['unreadable']));
  });

  it('covers every class', () => {
    const told = [...singleEvents, ...metEvents].flatMap(({ classes }) => Object.values(classes));
    expect([...new Set(told)].sort()).toEqual(
      ['ambiguous', 'conflict', 'copy', 'id-conflict', 'imported', 'invalid-claim', 'lost-claim', 'moved', 'orphan'].concat([
        'retired-claim',
        'spelling',
        'swapped',
        'unreadable',
        'unregistered',
      ]),
    );
  });
});

describe('any history', () => {
  it('gives every folder and record the one class that it meets, and no identity to a wrong owner', () => {
    const seen = new Map<string, number>();
    const count = (key: string): unknown => seen.set(key, (seen.get(key) ?? 0) + 1);
    fc.assert(
      fc.property(soundHistory(8), (events) => {
        const world = worldAfter(events);
        const verdicts = classify(world);
        for (const { root, class: name } of verdicts) {
          expect(classesMet({ registry: world.registry, claims: claimsOf(world) }, root)).toEqual([name]);
          count(name);
        }
        for (const { root, judged } of judgements(world, verdicts)) {
          expect([root, judged]).not.toEqual([root, 'wrong']);
          count(judged);
        }
      }),
      { numRuns: 3000, seed: 3 },
    );
    expect([...seen.keys()].sort()).toEqual([
      ...['ambiguous', 'conflict', 'copy', 'excused', 'id-conflict', 'imported', 'invalid-claim', 'lost-claim', 'moved', 'ok'],
      ...['orphan', 'retired-claim', 'right', 'spelling', 'swapped', 'unreadable', 'unregistered'],
    ]);
    expect(seen.get('right')).toBeGreaterThan(10 * (seen.get('excused') ?? 0)); // the property is not about excuses
  });

  it('loses no identity to a safe fix: what was tied to its own stays so, and nothing else gets it', () => {
    let settled = 0;
    fc.assert(
      fc.property(soundHistory(6), (events) => {
        const before = worldAfter(events);
        const after = settleSafely(before, classify(before));
        if (after.registry === before.registry) return;
        const uuids = new Set(before.registry.assets.map(({ asset_uuid }) => asset_uuid));
        for (const uuid of uuids) {
          const tied = [...before.folders.keys()].filter((root) => isTied(before, root, uuid));
          for (const root of [...after.folders.keys()].filter((it) => isTied(after, it, uuid) && !tied.includes(it))) {
            expect([root, judgeOwner(before, root, uuid)]).not.toEqual([root, 'wrong']);
          }
          for (const root of rightfulRoots(before, uuid).filter((it) => tied.includes(it))) expect(isTied(after, root, uuid)).toBe(true);
        }
        const [fixed, twice] = [classesOf(classify(after)), classesOf(classify(settleSafely(after, classify(after))))];
        const lost = Object.entries(twice).filter(([, name]) => name === 'moved' || name === 'lost-claim' || name === 'spelling');
        expect(lost).toEqual([]);
        for (const [root, name] of Object.entries(classesOf(classify(before)))) {
          if (name !== 'ok') continue;
          expect(fixed[root]).toBe('ok'); // what was settled is left alone
          settled += 1;
        }
      }),
      { numRuns: 1500, seed: 4 },
    );
    expect(settled).toBeGreaterThan(1000);
  });

  it('reads the same from disk, in any order of listings, at any time, and from records in any order', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHistory(6), fc.nat(), fc.nat(2 ** 40), async (events, seed, time) => {
        const world = worldAfter(events);
        const told = await read(world);
        if (hasSoundRegistry(world)) expect(told).toEqual(classify(world));
        else expect(told.every(({ class: name }) => name === 'unreadable' || name === 'invalid-claim')).toBe(true);
        const clock = (): number => time - Math.floor(Math.sin(seed) * 1e9);
        const files = Object.entries(filesOf(world)).reverse();
        expect(await read(world, { order: 'shuffled', seed, clock }, files)).toEqual(told);
        const registry = { ...world.registry, assets: world.registry.assets.toReversed(), retired: world.registry.retired.toReversed() };
        expect(await read({ ...world, registry }, { order: 'shuffled', seed: seed + 1 })).toEqual(told);
      }),
      { numRuns: 150 },
    );
  });

  it('is classified in any order of folders and records', () => {
    fc.assert(
      fc.property(soundHistory(8), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (events, ranks) => {
        const world = worldAfter(events);
        const shuffle = <T>(list: Iterable<T>): readonly T[] =>
          [...list]
            .map((item, index) => ({ item, rank: ranks[index] ?? 0 }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
        const registry = { ...world.registry, assets: shuffle(world.registry.assets), retired: shuffle(world.registry.retired) };
        expect(classifyIdentity(registry, new Map(shuffle(claimsOf(world))))).toEqual(classify(world));
      }),
      { numRuns: 500 },
    );
  });
});
