import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that every mutation changes together, from the workspace root. */
export const SHARED = {
  log: 'assets/log/asset.json',
  count: 'assets/count/asset.json',
  registry: 'assets/.prometeu/index.json',
} as const;

const uuidOf = (id: number): string => `0000000${id}-0000-4000-8000-000000000000`;

interface Declared {
  readonly extensions: { readonly log: readonly string[]; readonly count: number };
}

interface Recorded {
  /** A key that no version knows: what it says is nobody's business. */
  readonly mutations: number;
}

const textOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Makes a sound workspace of two assets. */
export function makeSharedWorkspace(folder: string): void {
  for (const [index, name] of ['log', 'count'].entries()) {
    mkdirSync(join(folder, 'assets', name), { recursive: true });
    writeFileSync(join(folder, 'assets', name, 'a.bin'), name);
    const declaration = {
      schema_version: 4,
      asset_uuid: uuidOf(index + 1),
      name,
      type: 'data_bank',
      inputs: { main: ['a.bin'] },
      output: { format: 'raw', codec: 'none' },
      extensions: { log: [], count: 0 },
    };
    writeFileSync(join(folder, 'assets', name, 'asset.json'), textOf(declaration));
  }
  mkdirSync(join(folder, 'assets/.prometeu'));
  const records = ['log', 'count'].map((root, index) => ({
    asset_id: index + 1,
    asset_uuid: uuidOf(index + 1),
    root,
    included_in_build: true,
  }));
  const registry = { schema_version: 4, project_uuid: uuidOf(9), next_asset_id: 3, assets: records, retired: [], mutations: 0 };
  writeFileSync(join(folder, SHARED.registry), textOf(registry));
}

/** The texts of the shared files, each read on its own: what another writer does meanwhile may come in between. */
export function readShared(folder: string): Readonly<Record<keyof typeof SHARED, string>> {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return { log: read(SHARED.log), count: read(SHARED.count), registry: read(SHARED.registry) };
}

/** The texts after one more mutation, which leaves its mark in all three. */
export function mutateShared(texts: ReturnType<typeof readShared>, mark: string): ReturnType<typeof readShared> {
  const [log, count] = [texts.log, texts.count].map((text) => JSON.parse(text) as Declared);
  const registry = JSON.parse(texts.registry) as Recorded;
  return {
    log: textOf({ ...log, extensions: { ...log?.extensions, log: [...(log?.extensions.log ?? []), mark] } }),
    count: textOf({ ...count, extensions: { ...count?.extensions, count: (count?.extensions.count ?? 0) + 1 } }),
    registry: textOf({ ...registry, mutations: registry.mutations + 1 }),
  };
}

/** What each of the shared files says was done so far: the marks, and twice how many there are. */
export function tellShared({ log, count, registry }: ReturnType<typeof readShared>) {
  return {
    marks: (JSON.parse(log) as Declared).extensions.log,
    counts: [(JSON.parse(count) as Declared).extensions.count, (JSON.parse(registry) as Recorded).mutations],
  };
}
