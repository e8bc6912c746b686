import type { IdentityClaim } from '../../src/artifacts/asset/claim.js';
import type { Registry, RegistryRecord } from '../../src/artifacts/registry/model.js';

export const U1 = '11111111-1111-4111-8111-111111111111';
export const U2 = '22222222-2222-4222-8222-222222222222';
export const U3 = '33333333-3333-4333-8333-333333333333';
/** A retired uuid. */
export const GONE = '99999999-9999-4999-8999-999999999999';

/** A record that builds contain. */
export const record = (asset_id: number, asset_uuid: string, root: string): RegistryRecord => ({
  asset_id,
  asset_uuid,
  root,
  included_in_build: true,
});

/** A registry of the given records, in which one identity is retired. */
export const registry = (...assets: readonly RegistryRecord[]): Registry => ({
  schema_version: 4,
  project_uuid: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  next_asset_id: 100,
  assets,
  retired: [{ asset_id: 50, asset_uuid: GONE }],
});

/** A claim of a canonical uuid. */
export const claim = (uuid: string): IdentityClaim => ({ kind: 'valid', uuid });

/** Everything that a declaration can say of its identity; null where there is no declaration. */
export const CLAIMS: readonly (IdentityClaim | null)[] = [
  null,
  { kind: 'none' },
  { kind: 'unknown' },
  { kind: 'invalid', found: 'x' },
  claim(U1),
  { kind: 'spelling', uuid: U1, found: `{${U1}}` },
  claim(U2),
  claim(U3),
  claim(GONE),
];

/** Every way in which records can stand to three folders. */
export const REGISTRIES: readonly (Registry | null)[] = [
  null,
  registry(),
  registry(record(1, U1, 'a')),
  registry(record(1, U1, 'a'), record(2, U2, 'b')),
  registry(record(1, U1, 'b')),
  registry(record(50, U1, 'a')),
];
