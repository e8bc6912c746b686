import type { Registry } from '../../artifacts/registry/model.js';
import { rebasePath } from '../../paths/rebase-path.js';

/** A registry after a folder has moved: the records of all assets in it follow. Folders are relative to `assets/`. */
export function moveRecords(registry: Registry, { root: from, to }: { readonly root: string; readonly to: string }): Registry {
  const assets = registry.assets.map((record) => ({ ...record, root: rebasePath(record.root, from, to) ?? record.root }));
  return { ...registry, assets };
}
