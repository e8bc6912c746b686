import type { MigrationStepDescription } from '../versioning/migration-step.js';
import { assetChain } from './asset/asset-chain.js';
import { registryChain } from './registry/registry-chain.js';

/**
 * Every migration step there is, as data: what it changes, where, and whether it declares identity. Steps of an artifact
 * stand together, oldest first.
 *
 * @example
 * ```ts
 * import { describeMigrations } from 'prometeu-packer';
 *
 * console.log(describeMigrations().map(({ id }) => id).join(' ')); // asset-2-to-3 asset-3-to-4 registry-2-to-3 registry-3-to-4
 * ```
 */
export function describeMigrations(): readonly MigrationStepDescription[] {
  return [...assetChain.steps, ...registryChain.steps].map(({ artifact, id, from, to, summary, touches, identity }) => {
    return { artifact, id, from, to, summary, touches, identity };
  });
}
