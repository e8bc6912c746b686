import { REGISTRY, type Files } from './visible-files.js';

interface Recorded {
  readonly asset_id: number;
  readonly asset_uuid?: string;
}

interface RegistryText {
  readonly next_asset_id?: number; // not before version 3
  readonly assets: readonly Recorded[];
  readonly retired?: readonly Recorded[];
}

function registryOf(files: Files): RegistryText | null {
  const bytes = files.get(REGISTRY);
  return bytes === undefined ? null : (JSON.parse(new TextDecoder().decode(bytes)) as RegistryText);
}

/** What is wrong with the identities in a workspace by itself, and against what they were before: with no schema's help. */
export function findIdentityFault(found: Files, before: Files, after: Files): string | null {
  const registry = registryOf(found);
  if (registry === null) return registryOf(before) === null || registryOf(after) === null ? null : 'the registry is gone';
  const all = [...registry.assets, ...(registry.retired ?? [])];
  const ids = new Set(all.map(({ asset_id }) => asset_id));
  const uuids = all.flatMap(({ asset_uuid }) => (asset_uuid === undefined ? [] : [asset_uuid]));
  if (ids.size !== all.length || new Set(uuids).size !== uuids.length) return 'an identity is there twice';
  const { next_asset_id: next = Number.POSITIVE_INFINITY } = registry;
  if (Math.max(0, ...ids) >= next) return 'the counter stands below a number that was given';
  const least = Math.min(...[before, after].map((files) => registryOf(files)?.next_asset_id ?? 1));
  return next < least ? 'the counter went back' : null;
}
