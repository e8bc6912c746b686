import { expect, it } from 'vitest';
import type { Registry } from '../../src/artifacts/registry/model.js';
import { editRegistry } from '../../src/plans/edit-registry.js';
import { REGISTRY } from './bench.js';
import { PROJECT, registry as textOf, uuid } from './identity-texts.js';

const registry = {
  schema_version: 4,
  project_uuid: PROJECT,
  next_asset_id: 9,
  assets: [{ asset_id: 1, asset_uuid: uuid(1), root: 'hero', included_in_build: true }],
  retired: [],
} as unknown as Registry;

const after = (before: string | null): Readonly<Record<string, unknown>> =>
  JSON.parse(editRegistry(registry, before).after ?? '') as Readonly<Record<string, unknown>>;

it('keeps what nobody knows as it stood, byte for byte', () => {
  const known = { ...registry, rate: 15 };
  const before = textOf([], { rate: 15 }).replace('"rate":15', '"rate":1.50e1');
  const edit = editRegistry(known, before);
  expect(edit).toMatchObject({ kind: 'text', path: REGISTRY, before });
  expect(edit.after).toContain('"rate": 1.50e1');
  expect(editRegistry(known, null).after).toContain('"rate": 15');
});

it('makes a registry where there was none, or none that can be read', () => {
  expect(editRegistry(registry, null).before).toBeNull();
  for (const before of [null, '{"notes": 1', textOf([])]) expect(Object.keys(after(before))).toEqual(Object.keys(after(null)));
  expect(after(null)).toMatchObject({ project_uuid: PROJECT, next_asset_id: 9 });
});
