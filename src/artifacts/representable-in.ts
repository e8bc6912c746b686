import { isJsonObject } from '../codec/json-object.js';
import { jsonPointer } from '../codec/json-pointer.js';
import { findStructureFaults } from '../schema/find-structure-faults.js';
import { assetChain } from './asset/asset-chain.js';
import type { AssetDeclaration } from './asset/model.js';
import type { Registry } from './registry/model.js';
import { registryChain } from './registry/registry-chain.js';

/** Something that an earlier version cannot hold. */
export interface RepresentationLoss {
  /** RFC 6901 pointer to it. */
  readonly pointer: string;
  /** Why it would be lost: no such key in that version, a value that it cannot say, or no such version in the window. */
  readonly reason: 'no-such-key' | 'no-such-value' | 'no-such-version';
}

/** Whether a value could be said in an earlier version. */
export interface Representation {
  /** Whether nothing would be lost. */
  readonly representable: boolean;
  /** What would be. */
  readonly losses: readonly RepresentationLoss[];
}

/** A value of the current version with what it is of. */
export type CurrentValue =
  { readonly artifact: 'asset'; readonly value: AssetDeclaration } | { readonly artifact: 'registry'; readonly value: Registry };

type Losses = Generator<RepresentationLoss>;

const noKey = (...path: (string | number)[]): RepresentationLoss => ({ pointer: jsonPointer(path), reason: 'no-such-key' });

function* assetLosses({ preload, output, extensions }: AssetDeclaration, version: number): Losses {
  if (version >= 4) return;
  for (const key of Object.keys(preload ?? {})) if (key !== 'enabled') yield noKey('preload', key); // a boolean has no members
  if (output.metadata !== undefined) yield noKey('output', 'metadata');
  if (extensions !== undefined) yield noKey('extensions');
  if (version < 3) yield noKey('asset_uuid');
}

function* registryLosses({ assets, retired, next_asset_id }: Registry, version: number): Losses {
  if (version >= 4) return;
  for (const [index, { included_in_build }] of assets.entries()) {
    if (!included_in_build) yield noKey('assets', index, 'included_in_build');
  }
  for (const index of retired.keys()) yield noKey('retired', index);
  if (version >= 3) return;
  for (const index of assets.keys()) yield noKey('assets', index, 'asset_uuid');
  const highest = assets.reduce((most, { asset_id }) => Math.max(most, asset_id), 0);
  if (next_asset_id !== highest + 1) yield { pointer: '/next_asset_id', reason: 'no-such-value' };
}

function* findLosses(current: CurrentValue, version: number): Losses {
  const artifact: unknown = isJsonObject(current) ? current.artifact : null;
  const chain = [assetChain, registryChain].find(({ descriptor }) => descriptor.artifact === artifact);
  const schema = chain?.schemas.get(chain.descriptor.current);
  if (schema === undefined || chain?.schemas.has(version) !== true) {
    yield { pointer: '/schema_version', reason: 'no-such-version' };
    return;
  }
  const { faults } = findStructureFaults(schema(), current.value);
  for (const { pointer } of faults) yield { pointer, reason: 'no-such-value' };
  if (faults.length > 0) return;
  yield* current.artifact === 'asset' ? assetLosses(current.value, version) : registryLosses(current.value, version);
}

/**
 * Says what would be lost if a value of the current version had to be said in an earlier one of the window. Nothing ever
 * writes an earlier version: this is for people who have to decide.
 *
 * What is no value of the current version, as programs without types may have it, is not representable in any: each pointer at
 * fault is told as `no-such-value`.
 *
 * @param version - a version of that artifact; of one outside the window nothing is known, so nothing is representable.
 *
 * @example
 * ```ts
 * import { representableIn } from 'prometeu-packer';
 *
 * const registry = { schema_version: 4, project_uuid: crypto.randomUUID(), next_asset_id: 1, assets: [], retired: [] } as const;
 * console.log(representableIn({ artifact: 'registry', value: registry }, 2).representable); // true
 * ```
 */
export function representableIn(current: CurrentValue, version: number): Representation {
  const losses = [...findLosses(current, version)];
  return { representable: losses.length === 0, losses };
}
