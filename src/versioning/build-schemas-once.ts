import { once } from '../base/once.js';
import type { MigrationChain } from './migration-chain.js';

/** The same chain for many values: each schema is built when the first of them needs it, and kept. */
export function buildSchemasOnce<Identity>(chain: MigrationChain<Identity>): MigrationChain<Identity> {
  return { ...chain, schemas: new Map([...chain.schemas].map(([version, make]) => [version, once(make)])) };
}
