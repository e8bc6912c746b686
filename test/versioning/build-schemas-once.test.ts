import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import { buildSchemasOnce } from '../../src/versioning/build-schemas-once.js';

test('builds each schema when it is first asked for, and never again', () => {
  const made: number[] = [];
  const make = (version: number) => () => {
    made.push(version);
    return z.unknown();
  };
  const chain = buildSchemasOnce({ ...assetChain, schemas: new Map([2, 3].map((version) => [version, make(version)])) });
  expect(made).toEqual([]);
  expect(chain.schemas.get(3)?.()).toBe(chain.schemas.get(3)?.());
  expect(made).toEqual([3]);
  expect([...chain.schemas.keys()]).toEqual([2, 3]);
});
