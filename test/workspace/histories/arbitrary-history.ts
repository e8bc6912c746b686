import fc from 'fast-check';
import { applyEvent, applyEvents } from './apply-event.js';
import { foldersOf, isFree, isWithin } from './folder-moves.js';
import type { HistoryEvent, Mangling, RecordEdit, Respelling } from './history-event.js';
import { soundWorld, type World } from './world.js';

/** What is to happen, before it is known to what: numbers pick among what there is then, so that histories shrink well. */
interface Intent {
  readonly kind: HistoryEvent['kind'];
  readonly first: number;
  readonly second: number;
  readonly flag: boolean;
  readonly sides: readonly [left: readonly Intent[], right: readonly Intent[]];
}

const RESPELLINGS: readonly Respelling[] = ['upper-case', 'braces', 'urn'];
const MANGLINGS: readonly Mangling[] = ['cut', 'word', 'nil'];
const RECORD_EDITS: readonly RecordEdit[] = [
  ...['new-uuid', 'uuid-of-another', 'new-root', 'root-of-another', 'id-of-another'],
  ...['retired-id', 'retired-uuid', 'dropped', 'inclusion'],
] as const;

const OUTSIDE: readonly HistoryEvent['kind'][] = [
  ...['moved', 'copied', 'copied-over', 'deleted', 'restored', 'claim-lost', 'claim-respelled', 'uuid-mangled'],
  ...['declaration-broken', 'folders-swapped', 'claims-swapped', 'imported', 'added', 'record-edited', 'registry-reverted'],
] as const;
const INSIDE: readonly HistoryEvent['kind'][] = ['registered', 'relocated', 'retired'];

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(list.length, 1)];

/** A place where nothing stands: a new one, one inside another folder, or one where something once stood. */
function pickPlace(world: World, number: number, outside = ''): string {
  const fresh = `m${world.made}`;
  const inside = foldersOf(world).map((folder) => `${folder}/${fresh}`);
  const once = [...world.registry.assets, ...world.backups].map(({ root }) => root);
  const places = [fresh, ...once, ...inside].filter((place) => isFree(world, place) && (outside === '' || !isWithin(place, outside)));
  return pick(places, number) ?? fresh;
}

/** Turns an intent into the event that it means in a world; null where the world has nothing for it. */
function resolveIntent(world: World, { kind, first, second, flag, sides }: Intent): HistoryEvent | null {
  const folder = pick(foldersOf(world), first);
  const roots = [...world.folders.keys()].sort();
  const root = pick(roots, first);
  const other = pick(
    roots.filter((it) => it !== root),
    second,
  );
  const record = pick(world.registry.assets, first)?.root;
  switch (kind) {
    case 'moved':
    case 'copied':
      return folder === undefined ? null : { kind, from: folder, to: pickPlace(world, second, folder), edited: flag };
    case 'copied-over':
      return root === undefined || other === undefined ? null : { kind, from: root, onto: other };
    case 'deleted':
      return folder === undefined ? null : { kind, root: folder };
    case 'restored': {
      const backup = first % Math.max(world.backups.length, 1);
      const was = world.backups[backup]?.root;
      return was === undefined ? null : { kind, backup, to: flag && isFree(world, was) ? was : pickPlace(world, second) };
    }
    case 'claim-lost':
    case 'declaration-broken':
      return root === undefined ? null : { kind, root };
    case 'claim-respelled':
      return root === undefined ? null : { kind, root, how: pick(RESPELLINGS, second) ?? 'braces' };
    case 'uuid-mangled':
      return root === undefined ? null : { kind, root, how: pick(MANGLINGS, second) ?? 'word' };
    case 'folders-swapped':
      if (root === undefined || other === undefined || isWithin(root, other) || isWithin(other, root)) return null;
      return { kind, a: root, b: other };
    case 'claims-swapped':
      return root === undefined || other === undefined ? null : { kind, a: root, b: other };
    case 'imported':
    case 'added':
      return { kind, to: pickPlace(world, second) };
    case 'record-edited':
      return record === undefined ? null : { kind, root: record, how: pick(RECORD_EDITS, second) ?? 'dropped' };
    case 'registry-reverted':
      return { kind, commit: first % world.commits.length };
    case 'registered':
      return { kind, to: `m${world.made}` };
    case 'relocated':
      return folder === undefined ? null : { kind, from: folder, to: `m${world.made}` };
    case 'retired':
      return record === undefined ? null : { kind, root: record, deleted: flag };
    case 'merged': {
      const left = resolveAll(world, sides[0]);
      const afterLeft = applyEvents(world, left);
      const right = resolveAll({ ...world, made: afterLeft.made }, sides[1]);
      const registry = pick(['ours', 'theirs', 'union'] as const, first) ?? 'union';
      return { kind, left, right, registry, folders: flag ? 'ours' : 'theirs' };
    }
  }
}

function resolveAll(start: World, intents: readonly Intent[]): readonly HistoryEvent[] {
  const events: HistoryEvent[] = [];
  let world = start;
  for (const intent of intents) {
    const event = resolveIntent(world, intent);
    if (event === null) continue;
    events.push(event);
    world = applyEvent(world, event);
  }
  return events;
}

const number = fc.nat(60);
const NO_SIDES = fc.constant<Intent['sides']>([[], []]);

function arbitraryIntent(kinds: readonly HistoryEvent['kind'][], sides: fc.Arbitrary<Intent['sides']>): fc.Arbitrary<Intent> {
  return fc.record({ kind: fc.constantFrom(...kinds), first: number, second: number, flag: fc.boolean(), sides });
}

/** Between one and a number of events, one after another, that begin in the sound world; a quarter of them merges of branches. */
export function arbitraryHistory(most: number): fc.Arbitrary<readonly HistoryEvent[]> {
  const plain = arbitraryIntent([...OUTSIDE, ...INSIDE], NO_SIDES);
  const branch = fc.array(plain, { maxLength: 3 });
  const merge = arbitraryIntent(['merged'], fc.tuple(branch, branch));
  const intents = fc.array(fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: merge }), { minLength: 1, maxLength: most });
  return intents.map((list) => resolveAll(soundWorld(), list));
}
