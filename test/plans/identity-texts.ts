import type { IdentityChange, IdentityValue } from '../../src/plans/plan.js';

/** A canonical uuid of a number. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The project of the registries made here. */
export const PROJECT = uuid(99);

export const record = (id: number, root: string, more: object = {}) => ({
  asset_id: id,
  asset_uuid: uuid(id),
  root,
  included_in_build: true,
  ...more,
});

/** The text of a registry of the current version, whose counter stands at 9. */
export const registry = (assets: readonly object[], more: object = {}): string =>
  JSON.stringify({ schema_version: 4, project_uuid: PROJECT, next_asset_id: 9, assets, retired: [], ...more });

/** The text of a registry of version 2: records without uuids, no counter. */
export const oldRegistry = (records: Readonly<Record<string, number>>): string =>
  JSON.stringify({
    schema_version: 2,
    project_uuid: PROJECT,
    assets: Object.entries(records).map(([root, id]) => ({ asset_id: id, root })),
  });

/** The text of a declaration of the current version. */
export const declaration = (id: number, more: object = {}): string =>
  JSON.stringify({
    schema_version: 4,
    asset_uuid: uuid(id),
    name: `asset-${id}`,
    type: 'data_bank',
    inputs: { main: ['a.bin'] },
    output: { format: 'raw', codec: 'none' },
    ...more,
  });

/** A declaration without a claim. */
export const unclaimed = (id: number): string => declaration(id, { asset_uuid: undefined });

export const identity = (id: number, root: string): IdentityValue => ({ asset_uuid: uuid(id), asset_id: id, root });

/** What a declaration claims. */
export const claimOf = (id: number, root: string): IdentityValue => ({ asset_uuid: uuid(id), asset_id: 0, root });

export const change = (
  kind: IdentityChange['kind'],
  root: string,
  before: IdentityValue | null,
  after: IdentityValue | null,
): IdentityChange => ({ kind, root, before, after, evidence: '' });

export const registered = (id: number, root: string): IdentityChange => change('asset-registered', root, null, identity(id, root));

export const projectValue: IdentityValue = { asset_uuid: PROJECT, asset_id: 0, root: '' };
