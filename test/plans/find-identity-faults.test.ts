import { describe, expect, it } from 'vitest';
import { nameUuid } from '../../src/codec/name-uuid.js';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { identityChangesOf } from '../../src/plans/identity-changes.js';
import { makePlan } from '../../src/plans/make-plan.js';
import type { IdentityChange, PlanKind } from '../../src/plans/plan.js';
import { verifyPlanShape } from '../../src/plans/verify-plan-shape.js';
import { benchWith, compute, preconditionsOf, REGISTRY } from './bench.js';
import {
  change,
  claimOf,
  declaration,
  identity,
  oldRegistry,
  PROJECT,
  projectValue,
  record,
  registered,
  registry,
  unclaimed,
  uuid,
} from './identity-texts.js';

const OLD = [record(1, 'old')];
const NEW = [...OLD, record(9, 'hero')];
const retired = (id: number) => ({ retired: [{ asset_id: id, asset_uuid: uuid(id) }] });

interface Draft {
  readonly kind: PlanKind;
  readonly before: string | null;
  readonly after: string | null;
  readonly heroBefore: string | null;
  readonly hero: string | null;
  /** What it shows; just what it does where absent. */
  readonly changes?: readonly IdentityChange[];
  /** What stands in the workspace besides, and was read. */
  readonly standing?: Readonly<Record<string, string>>;
}

const next = { next_asset_id: 10 };
const GOOD: Draft = { kind: 'register', before: registry(OLD), after: registry(NEW, next), heroBefore: null, hero: declaration(9) };

async function pointersOf(draft: Partial<Draft>): Promise<readonly unknown[]> {
  const { kind, before, after, heroBefore, hero, changes, standing } = { ...GOOD, ...draft };
  const { workspace } = benchWith({ ...standing, ...(before !== null && { [REGISTRY]: before }) });
  const edits = [createTextEdit(REGISTRY, before, after), createTextEdit('assets/hero/asset.json', heroBefore, hero)];
  const identityChanges = changes ?? identityChangesOf(edits);
  const plan = makePlan({
    kind,
    edits,
    identityChanges,
    preconditions: await preconditionsOf(workspace, { files: Object.keys(standing ?? {}) }),
  });
  const verified = verifyPlanShape(plan, compute);
  return verified.isErr() ? verified.error.map(({ code, data }) => [code, 'pointer' in data ? data.pointer : null]) : [];
}

const CREATED = change('project-created', '', null, projectValue);

describe('findIdentityFaults', () => {
  it.each<[string, Partial<Draft>]>([
    ['registers', { changes: [registered(9, 'hero')] }],
    ['begins a registry', { before: null, after: registry([record(9, 'hero')], next), changes: [CREATED, registered(9, 'hero')] }],
    [
      'migrates',
      {
        kind: 'migrate',
        before: oldRegistry({ hero: 1, old: 2 }),
        after: registry([record(1, 'hero', { asset_uuid: nameUuid(PROJECT, 'asset:1') }), record(2, 'old')], { next_asset_id: 3 }),
        standing: { 'assets/old/asset.json': declaration(2) },
        heroBefore: unclaimed(1),
        hero: declaration(1, { asset_uuid: nameUuid(PROJECT, 'asset:1') }),
        changes: [
          change(
            'identity-derived',
            'hero',
            { ...identity(1, 'hero'), asset_uuid: null },
            { ...identity(1, 'hero'), asset_uuid: nameUuid(PROJECT, 'asset:1') },
          ),
          change('identity-recorded', 'old', { ...identity(2, 'old'), asset_uuid: null }, identity(2, 'old')),
        ],
      },
    ],
    [
      'removes an asset',
      {
        kind: 'mutate',
        after: registry([], retired(1)),
        heroBefore: declaration(1),
        hero: null,
        changes: [change('claim-removed', 'hero', claimOf(1, 'hero'), null), change('asset-retired', 'old', identity(1, 'old'), null)],
      },
    ],
    ['moves a record', { kind: 'resolve', after: registry([record(1, 'hero')]), heroBefore: declaration(2), hero: declaration(1) }],
    [
      'corrects a key',
      {
        kind: 'fix',
        before: registry(OLD),
        after: `${registry(OLD)}\n`,
        heroBefore: declaration(2, { schema_version: 3 }),
        hero: declaration(2, { schema_version: 3, name: 'hero' }),
      },
    ],
    ['leaves faults that were there', { kind: 'resolve', heroBefore: unclaimed(9), hero: declaration(9, { type: 'x' }) }],
    ['takes a byte order mark away', { kind: 'fix', before: '\ufeff{}', after: '{}', heroBefore: '\ufeff{', hero: '{' }],
    [
      'goes back on everything',
      { kind: 'undo', before: registry(NEW, next), after: registry(OLD), heroBefore: declaration(9), hero: null },
    ],
    ['goes back to nothing', { kind: 'undo', before: registry(NEW), after: null, heroBefore: declaration(9), hero: '{' }],
  ])('takes a plan that %s', async (_, draft) => {
    expect(await pointersOf(draft)).toEqual([]);
  });

  it.each<[string, Partial<Draft>, string]>([
    ['a record that it does not show', { changes: [] }, '/identityChanges'],
    [
      'an identity of its own choice, for a record that had none and a declaration that claimed none',
      {
        kind: 'migrate',
        before: oldRegistry({ hero: 1, old: 2 }),
        after: registry([record(1, 'hero'), record(2, 'old')]),
        heroBefore: unclaimed(1),
        hero: declaration(1),
      },
      '/identityChanges/0/after',
    ],
    [
      'an identity of its own choice, for a record whose folder holds no declaration',
      {
        kind: 'migrate',
        before: oldRegistry({ hero: 1, old: 2 }),
        after: registry([record(1, 'hero'), record(2, 'old')], { next_asset_id: 3 }),
        heroBefore: declaration(1),
        hero: declaration(1, { name: 'hero' }),
      },
      '/identityChanges/1/after',
    ],
    ['a change that it does not make', { changes: [registered(9, 'hero'), registered(3, 'x')] }, '/identityChanges/1'],
    ['a change shown twice', { changes: [registered(9, 'hero'), registered(9, 'hero')] }, '/identityChanges/1'],
    ['another root than it shows', { changes: [registered(9, 'villain')] }, '/identityChanges/0'],
    [
      'another number than it shows',
      { changes: [change('asset-registered', 'hero', null, { ...identity(9, 'hero'), asset_id: 3 })] },
      '/identityChanges/0',
    ],
    [
      'an identity before that was none',
      { changes: [change('asset-registered', 'hero', identity(1, 'hero'), identity(9, 'hero'))] },
      '/identityChanges/0',
    ],
    [
      'another folder afterwards than it shows',
      { changes: [change('asset-registered', 'hero', null, identity(9, 'x'))] },
      '/identityChanges/0',
    ],
    [
      'another class of change than it shows',
      { changes: [change('asset-moved', 'hero', null, identity(9, 'hero'))] },
      '/identityChanges/0',
    ],
    ['a project that it does not begin', { changes: [CREATED, registered(9, 'hero')] }, '/identityChanges/0'],
    ['a project that it does not show', { before: null, changes: [registered(1, 'old'), registered(9, 'hero')] }, '/identityChanges'],
    ['a claim that it does not show', { kind: 'mutate', after: registry(OLD), heroBefore: unclaimed(9), changes: [] }, '/identityChanges'],
    [
      'what it goes back on and does not show',
      { kind: 'undo', before: registry(NEW), after: registry(OLD), changes: [] },
      '/identityChanges',
    ],
    [
      'the same number with another uuid',
      { kind: 'resolve', after: registry([record(1, 'old', { asset_uuid: uuid(5) })], next) },
      '/edits/0/after',
    ],
  ])('refuses a plan that shows %s', async (_, draft, pointer) => {
    expect(await pointersOf(draft)).toContainEqual(['PLAN_MALFORMED', pointer]);
  });

  const EVERY: readonly PlanKind[] = ['register', 'migrate', 'mutate', 'resolve', 'fix'];
  it.each<[string, Partial<Draft>, string]>([
    ['a record lost', { after: registry([record(9, 'hero')], next) }, '/identityChanges/1/kind'],
    ['another project', { after: registry(NEW, { ...next, project_uuid: uuid(98) }) }, '/identityChanges/1/kind'],
    ['a record with another uuid', { after: registry([record(1, 'old', { asset_uuid: uuid(5) })]) }, '/identityChanges/2/kind'],
    ['a record with another number', { after: registry([record(5, 'old', { asset_uuid: uuid(1) })]) }, '/identityChanges/2/kind'],
    ['a counter that goes back', { after: registry(NEW, { next_asset_id: 8 }) }, '/edits/0/after'],
    ['a counter that passes numbers over', { after: registry(NEW, { next_asset_id: 11 }) }, '/edits/0/after'],
    ['a counter that is gone', { after: registry(NEW, { next_asset_id: undefined }) }, '/edits/0/after'],
    ['a retired identity lost', { before: registry(OLD, retired(5)) }, '/edits/0/after'],
    ['a retired identity that was no record', { after: registry(NEW, { ...next, ...retired(5) }) }, '/edits/0/after'],
    ['no registry afterwards', { after: null }, '/edits/0/after'],
    ['a registry that cannot be read', { after: '{}' }, '/edits/0/after'],
    ['a registry before that cannot be read', { before: '{}' }, '/edits/0/before'],
    ['a registry removed that cannot be read', { before: '{}', after: null }, '/edits/0/before'],
  ])('refuses %s in every plan but one to undo', async (_, draft, pointer) => {
    for (const kind of EVERY) expect(await pointersOf({ ...draft, kind })).toContainEqual(['PLAN_MALFORMED', pointer]);
    expect(await pointersOf({ ...draft, kind: 'undo' })).toEqual([]);
  });

  it.each<[string, readonly object[], object]>([
    ['a number below the counter', [record(8, 'hero')], {}],
    ['a number twice', [record(9, 'hero'), record(9, 'x', { asset_uuid: uuid(8) })], {}],
    ['a uuid twice', [record(9, 'hero', { asset_uuid: uuid(1) })], {}],
    ['a retired number', [record(9, 'hero')], { retired: [{ asset_id: 9, asset_uuid: uuid(8) }] }],
    ['a retired uuid', [record(9, 'hero', { asset_uuid: uuid(5) })], retired(5)],
  ])('refuses to register %s', async (_, added, more) => {
    const draft = {
      before: registry(OLD, more),
      after: registry([...OLD, ...added], { ...next, ...more }),
      hero: JSON.stringify({ name: 'x' }),
    };
    for (const kind of ['register', 'resolve'] as const)
      expect(await pointersOf({ ...draft, kind })).toContainEqual(['PLAN_MALFORMED', '/edits/0/after']);
  });

  it('refuses to put records into builds or take them out, unless that is what the plan is for', async () => {
    const after = registry([record(1, 'old', { included_in_build: false }), record(9, 'hero')], next);
    for (const kind of ['register', 'resolve', 'fix', 'migrate'] as const)
      expect(await pointersOf({ kind, after })).toContainEqual(['PLAN_MALFORMED', '/edits/0/after']);
    const left = registry([record(1, 'old', { included_in_build: false })]);
    expect(await pointersOf({ kind: 'mutate', after: left, heroBefore: unclaimed(2), hero: declaration(2) })).toEqual([]);
  });

  it.each<[string, Partial<Draft>]>([
    ['a declaration that readers refuse', { hero: declaration(9, { type: 'x' }) }],
    ['a declaration that claims nothing', { hero: unclaimed(9) }],
    ['a declaration changed', { heroBefore: unclaimed(9) }],
    ['a declaration removed', { heroBefore: 'x', hero: null }],
  ])('refuses %s in a plan to register', async (_, draft) => {
    expect(await pointersOf(draft)).toContainEqual(['PLAN_MALFORMED', '/edits/1/after']);
  });

  it('refuses what is not of the current version, in every plan but one to fix or undo', async () => {
    const three = registry(
      NEW.map((it) => ({ ...it, included_in_build: undefined })),
      { ...next, schema_version: 3, retired: undefined },
    );
    for (const kind of ['register', 'migrate', 'mutate', 'resolve'] as const) {
      expect(await pointersOf({ kind, after: three })).toContainEqual(['PLAN_MALFORMED', '/edits/0/after']);
      expect(await pointersOf({ kind, hero: declaration(9, { schema_version: 3 }) })).toContainEqual(['PLAN_MALFORMED', '/edits/1/after']);
    }
  });

  it.each<[string, Partial<Draft>, string]>([
    ['makes a declaration', { heroBefore: null, hero: declaration(9) }, '/edits/1/after'],
    ['removes a declaration', { heroBefore: declaration(9), hero: null }, '/edits/1/after'],
    ['makes a declaration another version', { hero: declaration(2, { schema_version: 3 }) }, '/edits/1/after'],
    ['makes a declaration unreadable', { hero: '{' }, '/edits/1/after'],
    ['makes the registry another version', { after: registry(OLD, { schema_version: 3 }) }, '/edits/0/after'],
    ['makes a byte order mark', { after: `\ufeff${registry(OLD)}` }, '/edits/0/after'],
  ])('refuses a plan to fix that %s', async (_, draft, pointer) => {
    const fix = { kind: 'fix', after: `${registry(OLD)}\n`, heroBefore: declaration(2), hero: declaration(2, { name: 'x' }) } as const;
    expect(await pointersOf(fix)).toEqual([]);
    expect(await pointersOf({ ...fix, ...draft })).toContainEqual(['PLAN_MALFORMED', pointer]);
  });

  it('refuses to retire what another record still has', async () => {
    const shared = record(2, 'copy', { asset_uuid: uuid(1) });
    const draft = { kind: 'mutate', heroBefore: unclaimed(2), hero: declaration(2) } as const;
    const after = registry([shared], retired(1));
    expect(await pointersOf({ ...draft, before: registry([...OLD, shared]), after })).toContainEqual(['PLAN_MALFORMED', '/edits/0/after']);
    expect(await pointersOf({ ...draft, after: registry([], retired(1)) })).toEqual([]);
  });

  it.each([
    ['makes', null, declaration(9)],
    ['removes', declaration(9), null],
  ])('refuses a plan to migrate that %s a declaration', async (_, heroBefore, hero) => {
    const draft = { kind: 'migrate', before: registry(OLD), after: `${registry(OLD)}\n`, heroBefore, hero } as const;
    expect(await pointersOf(draft)).toContainEqual(['PLAN_MALFORMED', '/edits/1/after']);
  });

  it('refuses a plan to register that retires, or claims what it does not register', async () => {
    const gone = { after: registry([record(9, 'hero')], { ...next, ...retired(1) }) };
    expect(await pointersOf(gone)).toContainEqual(['PLAN_MALFORMED', '/identityChanges/1/kind']);
    expect(await pointersOf({ hero: declaration(1) })).toContainEqual(['PLAN_MALFORMED', '/identityChanges/1/kind']);
  });

  it('refuses texts in a plan to build', async () => {
    expect(await pointersOf({ kind: 'build' })).toContainEqual(['PLAN_MALFORMED', '/edits/0/kind']);
  });
});
