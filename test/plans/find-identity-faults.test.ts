import { describe, expect, it } from 'vitest';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { makePlan } from '../../src/plans/make-plan.js';
import type { IdentityChange, Plan } from '../../src/plans/plan.js';
import { verifyPlanShape } from '../../src/plans/verify-plan-shape.js';
import { benchWith, compute, preconditionsOf, REGISTRY } from './bench.js';

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const record = (id: number, root: string) => ({ asset_id: id, asset_uuid: uuid(id), root, included_in_build: true });
const registry = (assets: readonly object[], more: object = {}): string =>
  JSON.stringify({ schema_version: 4, project_uuid: uuid(99), next_asset_id: 9, assets, retired: [], ...more });
const declaration = (id: number, more: object = {}): string =>
  JSON.stringify({
    schema_version: 4,
    asset_uuid: uuid(id),
    name: `asset-${id}`,
    type: 'data_bank',
    inputs: { main: ['a.bin'] },
    output: { format: 'raw', codec: 'none' },
    ...more,
  });
const registered = (id: number, root: string): IdentityChange => ({
  kind: 'asset-registered',
  root,
  before: null,
  after: { asset_uuid: uuid(id), asset_id: id },
  evidence: 'e',
});
const created: IdentityChange = { ...registered(99, ''), kind: 'project-created', after: { asset_uuid: uuid(99), asset_id: 0 } };

const OLD = [record(1, 'old')];
const NEW = [...OLD, record(2, 'hero')];

interface Draft {
  readonly before: string | null;
  readonly after: string | null;
  readonly hero: string | null;
  readonly changes: readonly IdentityChange[];
}

const GOOD: Draft = { before: registry(OLD), after: registry(NEW), hero: declaration(2), changes: [registered(2, 'hero')] };

async function planOf({ before, after, hero, changes }: Draft): Promise<Plan> {
  const { workspace } = benchWith(before === null ? {} : { [REGISTRY]: before });
  const declared =
    hero === null ? createTextEdit('assets/hero/asset.json', 'x', null) : createTextEdit('assets/hero/asset.json', null, hero);
  const edits = [createTextEdit(REGISTRY, before, after), declared];
  return makePlan({ kind: 'register', edits, identityChanges: changes, preconditions: await preconditionsOf(workspace) });
}

async function pointersOf(draft: Partial<Draft>): Promise<readonly unknown[]> {
  const verified = verifyPlanShape(await planOf({ ...GOOD, ...draft }), compute);
  return verified.isErr() ? verified.error.map(({ code, data }) => [code, 'pointer' in data ? data.pointer : null]) : [];
}

describe('findIdentityFaults', () => {
  it('takes a plan that shows what it registers', async () => {
    expect(await pointersOf({})).toEqual([]);
    const begun = { before: null, after: registry([record(2, 'hero')]), changes: [created, registered(2, 'hero')] };
    expect(await pointersOf(begun)).toEqual([]);
  });

  it.each<[string, Partial<Draft>, string]>([
    ['a record that it does not show', { changes: [] }, '/identityChanges'],
    ['a change that it does not make', { changes: [registered(2, 'hero'), registered(3, 'x')] }, '/identityChanges/1'],
    ['a change shown twice', { changes: [registered(2, 'hero'), registered(2, 'hero')] }, '/identityChanges/1'],
    ['another root than it shows', { changes: [registered(2, 'villain')] }, '/identityChanges/0'],
    [
      'another number than it shows',
      { changes: [{ ...registered(2, 'hero'), after: { asset_uuid: uuid(2), asset_id: 3 } }] },
      '/identityChanges/0',
    ],
    [
      'an identity before that was none',
      { changes: [{ ...registered(2, 'hero'), before: { asset_uuid: uuid(1), asset_id: 1 } }] },
      '/identityChanges/0',
    ],
    ['a project that it does not begin', { changes: [created, registered(2, 'hero')] }, '/identityChanges/0'],
    ['a project that it does not show', { before: null, after: registry([record(2, 'hero')]) }, '/identityChanges'],
    ['a record removed', { after: registry([record(2, 'hero')]) }, '/edits/0/after'],
    ['a record changed', { after: registry([{ ...record(1, 'old'), included_in_build: false }, record(2, 'hero')]) }, '/edits/0/after'],
    ['another project', { after: registry(NEW, { project_uuid: uuid(98) }) }, '/edits/0/after'],
    ['another list of retired records', { after: registry(NEW, { retired: [{ asset_id: 5, asset_uuid: uuid(5) }] }) }, '/edits/0/after'],
    ['a registry that readers refuse', { after: '{}' }, '/edits/0/after'],
    ['a registry before that readers refuse', { before: '{}' }, '/edits/0/before'],
    ['no registry afterwards', { after: null }, '/edits/0/after'],
    ['a declaration that readers refuse', { hero: declaration(2, { type: 'x' }) }, '/edits/1/after'],
    ['a declaration of another identity', { hero: declaration(1) }, '/edits/1/after'],
    ['a declaration removed', { hero: null }, '/edits/1/after'],
  ])('refuses %s', async (_, draft, pointer) => {
    expect(await pointersOf(draft)).toContainEqual(['PLAN_MALFORMED', pointer]);
  });
});
