import type { Registry } from '../../../src/artifacts/registry/model.js';
import type { IdentityClass, IdentityVerdict } from '../../../src/workspace/classify-identity.js';
import { changeFolder } from './folder-moves.js';
import type { World } from './world.js';

/** Classes that say which folder an identity belongs to, and that are settled by looking it up. */
const SAFE: ReadonlySet<IdentityClass> = new Set(['ok', 'moved', 'lost-claim', 'spelling']);

/** That a folder is what a uuid stands for. */
export interface Assertion {
  readonly root: string;
  readonly uuid: string;
}

/** What verdicts say without asking anyone. A record that moved says it of the folder that it names. */
export function safeAssertions(verdicts: readonly IdentityVerdict[]): readonly Assertion[] {
  return verdicts.flatMap(({ class: name, root, claim, record, others }) => {
    if (!SAFE.has(name)) return [];
    const uuid = record?.asset_uuid ?? '';
    return claim === null ? others.map((other) => ({ root: other, uuid })) : [{ root, uuid }];
  });
}

/** The world after every safe fix: records follow what moved, lost claims come back, spellings become canonical. */
export function settleSafely(world: World, verdicts: readonly IdentityVerdict[]): World {
  const moved = new Map(
    verdicts.flatMap(({ class: name, root, claim, record }) => {
      return name === 'moved' && claim !== null && record !== null ? [[record.asset_uuid, root] as const] : [];
    }),
  );
  const assets = world.registry.assets.map((record) => ({ ...record, root: moved.get(record.asset_uuid) ?? record.root }));
  const registry: Registry = { ...world.registry, assets };
  return verdicts.reduce<World>(
    (next, { class: name, root, record }) =>
      (name === 'lost-claim' || name === 'spelling') && record !== null ? changeFolder(next, root, { claim: record.asset_uuid }) : next,
    { ...world, registry },
  );
}
