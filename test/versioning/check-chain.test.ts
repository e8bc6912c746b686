import { expect, test } from 'vitest';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import { registryChain } from '../../src/artifacts/registry/registry-chain.js';
import { checkChain, type ChainFault } from './check-chain.js';
import type { MigrationChain } from '../../src/versioning/migration-chain.js';

test('the chains there are', () => {
  expect(checkChain(assetChain).isOk()).toBe(true);
  expect(checkChain(registryChain).isOk()).toBe(true);
});

const [first, second] = assetChain.steps as [(typeof assetChain.steps)[0], (typeof assetChain.steps)[0]];
const bad: readonly (readonly [ChainFault, Partial<MigrationChain<string | null>>])[] = [
  ['step-missing', { steps: [first] }],
  ['step-not-wanted', { steps: [{ ...first, from: 1, to: 2, id: 'asset-1-to-2' }, first, second] }],
  ['step-not-wanted', { steps: [second, first] }],
  ['step-skips', { steps: [{ ...first, to: 4 }, second] }],
  ['step-of-other-artifact', { steps: [first, { ...second, artifact: 'registry' }] }],
  ['step-id-twice', { steps: [first, { ...second, id: first.id }] }],
  ['schema-missing', { schemas: new Map([...assetChain.schemas].filter(([version]) => version !== 3)) }],
  ['schema-not-wanted', { schemas: new Map([...assetChain.schemas, [1, () => assetChain.schemas.get(2)!()]]) }],
];

test.each(bad)('%s', (fault, change) => {
  expect(checkChain({ ...assetChain, ...change })._unsafeUnwrapErr()).toBe(fault);
});
