import type { Registry, RegistryRecord } from '../../../src/artifacts/registry/model.js';
import { editRecord } from './edit-record.js';
import { changeFolder, copyFolder, deleteFolder, isWithin, moveFolder, putCopy, putNew, swapFolders } from './folder-moves.js';
import type { HistoryEvent, Mangling, Respelling } from './history-event.js';
import { mergeWorlds } from './merge-worlds.js';
import { FOREIGN, uuidOf, type World } from './world.js';

const RESPELL: Readonly<Record<Respelling, (uuid: string) => string>> = {
  'upper-case': (uuid) => uuid.toUpperCase(),
  braces: (uuid) => `{${uuid}}`,
  urn: (uuid) => `urn:uuid:${uuid}`,
};

const MANGLE: Readonly<Record<Mangling, (uuid: string) => string>> = {
  cut: (uuid) => uuid.slice(0, -1),
  word: () => 'todo',
  nil: () => '00000000-0000-0000-0000-000000000000',
};

function respell(world: World, root: string, change: (claim: string) => string): World {
  const claim = world.folders.get(root)?.claim ?? null;
  return claim === null ? world : changeFolder(world, root, { claim: change(claim) });
}

function commit(world: World, change: Partial<Registry>): World {
  const registry = { ...world.registry, ...change };
  return { ...world, registry, commits: [...world.commits, registry] };
}

function restore(world: World, backup: number, to: string): World {
  const kept = world.backups[backup];
  if (kept === undefined) return world;
  const lives = [...world.folders.values()].some(({ thing }) => thing === kept.folder.thing);
  return lives ? putCopy(world, to, kept.folder) : { ...world, folders: new Map([...world.folders, [to, kept.folder]]) };
}

function register(world: World, to: string): World {
  const { next_asset_id: asset_id, assets } = world.registry;
  const asset_uuid = uuidOf(world.made);
  const record: RegistryRecord = { asset_id, asset_uuid, root: to, included_in_build: true };
  return commit(putNew(world, to, asset_uuid, asset_uuid), { next_asset_id: asset_id + 1, assets: [...assets, record] });
}

function relocate(world: World, from: string, to: string): World {
  const follow = (root: string): string => (isWithin(root, from) ? `${to}${root.slice(from.length)}` : root);
  const assets = world.registry.assets.map((record) => ({ ...record, root: follow(record.root) }));
  return commit(moveFolder(world, from, to), { assets });
}

function retire(world: World, root: string, deleted: boolean): World {
  const { assets, retired } = world.registry;
  const gone = assets.filter((record) => record.root === root).map(({ asset_id, asset_uuid }) => ({ asset_id, asset_uuid }));
  const rest = assets.filter((record) => record.root !== root);
  return commit(deleted ? deleteFolder(world, root) : world, { assets: rest, retired: [...retired, ...gone] });
}

function swapClaims(world: World, a: string, b: string): World {
  const [ofA, ofB] = [a, b].map((root) => world.folders.get(root)?.claim ?? null);
  return changeFolder(changeFolder(world, a, { claim: ofB ?? null }), b, { claim: ofA ?? null });
}

/** The world after an event. An event that names what is not there changes nothing. */
export function applyEvent(world: World, event: HistoryEvent): World {
  switch (event.kind) {
    case 'moved':
      return moveFolder(world, event.from, event.to);
    case 'copied':
      return copyFolder(world, event.from, event.to, event.edited);
    case 'copied-over': {
      const folder = world.folders.get(event.from);
      return folder === undefined ? world : putCopy(world, event.onto, folder);
    }
    case 'deleted':
      return deleteFolder(world, event.root);
    case 'restored':
      return restore(world, event.backup, event.to);
    case 'claim-lost':
      return changeFolder(world, event.root, { claim: null });
    case 'claim-respelled':
      return respell(world, event.root, RESPELL[event.how]);
    case 'uuid-mangled':
      return respell(world, event.root, MANGLE[event.how]);
    case 'declaration-broken':
      return changeFolder(world, event.root, { broken: true });
    case 'folders-swapped':
      return swapFolders(world, event.a, event.b);
    case 'claims-swapped':
      return swapClaims(world, event.a, event.b);
    case 'imported':
      return putNew(world, event.to, uuidOf(FOREIGN + world.made), uuidOf(FOREIGN + world.made));
    case 'added':
      return putNew(world, event.to, null, null);
    case 'record-edited':
      return { ...world, registry: editRecord(world.registry, event.root, event.how, world.made), made: world.made + 1 };
    case 'registry-reverted':
      return { ...world, registry: world.commits[event.commit] ?? world.registry };
    case 'registered':
      return register(world, event.to);
    case 'relocated':
      return relocate(world, event.from, event.to);
    case 'retired':
      return retire(world, event.root, event.deleted);
    case 'merged': {
      const left = applyEvents(world, event.left);
      const right = applyEvents({ ...world, made: left.made }, event.right);
      return mergeWorlds(world, left, right, event);
    }
  }
}

/** The world after a history. */
export function applyEvents(world: World, events: readonly HistoryEvent[]): World {
  return events.reduce(applyEvent, world);
}
