import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameUuid } from '../../src/codec/name-uuid.js';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { identityChangesOf } from '../../src/plans/identity-changes.js';
import type { IdentityChange } from '../../src/plans/plan.js';
import { REGISTRY } from './bench.js';
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

type Texts = Readonly<Record<string, readonly [before: string | null, after: string | null]>>;

const HERO = 'assets/hero/asset.json';
const editsOf = (texts: Texts) => Object.entries(texts).map(([path, [before, after]]) => createTextEdit(path, before, after));
const changesOf = (texts: Texts): readonly IdentityChange[] => identityChangesOf(editsOf(texts));

const derived = (id: number): string => nameUuid(PROJECT, `asset:${id}`);
const without = (id: number, root: string) => ({ asset_uuid: null, asset_id: id, root });

describe('identityChangesOf', () => {
  it.each<[string, Texts, readonly IdentityChange[]]>([
    ['texts that say the same', { [REGISTRY]: [registry([record(1, 'a')]), `${registry([record(1, 'a')])}\n`] }, []],
    [
      'a registry begun',
      { [REGISTRY]: [null, registry([record(1, 'hero')])] },
      [change('project-created', '', null, projectValue), registered(1, 'hero')],
    ],
    [
      'a registry of another project',
      { [REGISTRY]: [registry([]), registry([], { project_uuid: uuid(98) })] },
      [change('project-created', '', null, { ...projectValue, asset_uuid: uuid(98) }), change('project-removed', '', projectValue, null)],
    ],
    [
      'a registry removed',
      { [REGISTRY]: [registry([record(1, 'a')]), null] },
      [change('project-removed', '', projectValue, null), change('asset-unregistered', 'a', identity(1, 'a'), null)],
    ],
    ['a record more', { [REGISTRY]: [registry([record(1, 'a')]), registry([record(2, 'b'), record(1, 'a')])] }, [registered(2, 'b')]],
    [
      'a record retired',
      { [REGISTRY]: [registry([record(1, 'a')]), registry([], { retired: [{ asset_id: 1, asset_uuid: uuid(1) }] })] },
      [change('asset-retired', 'a', identity(1, 'a'), null)],
    ],
    [
      'a record lost',
      { [REGISTRY]: [registry([record(1, 'a')]), registry([])] },
      [change('asset-unregistered', 'a', identity(1, 'a'), null)],
    ],
    [
      'another number retired than the one lost',
      { [REGISTRY]: [registry([record(1, 'a')]), registry([], { retired: [{ asset_id: 2, asset_uuid: uuid(1) }] })] },
      [change('asset-unregistered', 'a', identity(1, 'a'), null)],
    ],
    [
      'a record moved',
      { [REGISTRY]: [registry([record(1, 'a')]), registry([record(1, 'b')])] },
      [change('asset-moved', 'b', identity(1, 'a'), identity(1, 'b'))],
    ],
    [
      'two records that change places',
      { [REGISTRY]: [registry([record(1, 'a'), record(2, 'b')]), registry([record(1, 'b'), record(2, 'a')])] },
      [change('asset-moved', 'a', identity(2, 'b'), identity(2, 'a')), change('asset-moved', 'b', identity(1, 'a'), identity(1, 'b'))],
    ],
    [
      'another uuid in a record',
      { [REGISTRY]: [registry([record(1, 'a')]), registry([record(1, 'a', { asset_uuid: uuid(5) })])] },
      [
        change('asset-registered', 'a', null, { ...identity(1, 'a'), asset_uuid: uuid(5) }),
        change('asset-unregistered', 'a', identity(1, 'a'), null),
      ],
    ],
    [
      'another number in a record',
      { [REGISTRY]: [registry([record(1, 'a')]), registry([record(1, 'a', { asset_id: 5 })])] },
      [
        change('asset-registered', 'a', null, { ...identity(1, 'a'), asset_id: 5 }),
        change('asset-unregistered', 'a', identity(1, 'a'), null),
      ],
    ],
    ['what builds contain', { [REGISTRY]: [registry([record(1, 'a')]), registry([record(1, 'a', { included_in_build: false })])] }, []],
    [
      'a uuid derived from project and number',
      { [REGISTRY]: [oldRegistry({ a: 1 }), registry([record(1, 'a', { asset_uuid: derived(1) })])] },
      [change('identity-derived', 'a', without(1, 'a'), { ...identity(1, 'a'), asset_uuid: derived(1) })],
    ],
    [
      'a uuid derived from another number',
      { [REGISTRY]: [oldRegistry({ a: 1 }), registry([record(1, 'a', { asset_uuid: derived(2) })])] },
      [change('identity-recorded', 'a', without(1, 'a'), { ...identity(1, 'a'), asset_uuid: derived(2) })],
    ],
    [
      'a record of version 2 that gains a uuid',
      { [REGISTRY]: [oldRegistry({ a: 1 }), registry([record(1, 'a')])] },
      [change('identity-recorded', 'a', without(1, 'a'), identity(1, 'a'))],
    ],
    [
      'a record that has no uuid any more',
      { [REGISTRY]: [registry([record(1, 'a')]), oldRegistry({ a: 1 })] },
      [change('identity-removed', 'a', identity(1, 'a'), without(1, 'a'))],
    ],
    [
      'a record that gains a uuid in a project that has none',
      {
        [REGISTRY]: [oldRegistry({ a: 1 }).replace(PROJECT, 'mine'), registry([record(1, 'a')], { project_uuid: 'mine' })],
      },
      [change('identity-recorded', 'a', without(1, 'a'), identity(1, 'a'))],
    ],
    [
      'a record of version 2 that gains a uuid and another folder',
      { [REGISTRY]: [oldRegistry({ a: 1 }), registry([record(1, 'b')])] },
      [change('asset-unregistered', 'a', without(1, 'a'), null), registered(1, 'b')],
    ],
    ['a claim more', { [HERO]: [unclaimed(1), declaration(1)] }, [change('claim-added', 'hero', null, claimOf(1, 'hero'))]],
    ['a declaration more', { [HERO]: [null, declaration(1)] }, [change('claim-added', 'hero', null, claimOf(1, 'hero'))]],
    ['a declaration less', { [HERO]: [declaration(1), null] }, [change('claim-removed', 'hero', claimOf(1, 'hero'), null)]],
    ['a declaration less that claimed nothing', { [HERO]: [unclaimed(1), null] }, []],
    [
      'a claim changed',
      { [HERO]: [declaration(1), declaration(2)] },
      [change('claim-changed', 'hero', claimOf(1, 'hero'), claimOf(2, 'hero'))],
    ],
    [
      'a claim spelled otherwise',
      { [HERO]: [declaration(1, { asset_uuid: `{${uuid(1)}}` }), declaration(1)] },
      [change('claim-changed', 'hero', { ...claimOf(1, 'hero'), asset_uuid: `{${uuid(1)}}` }, claimOf(1, 'hero'))],
    ],
    [
      'a claim that is no text',
      { [HERO]: [declaration(1, { asset_uuid: 5 }), declaration(1, { asset_uuid: null })] },
      [change('claim-changed', 'hero', { ...claimOf(1, 'hero'), asset_uuid: '5' }, { ...claimOf(1, 'hero'), asset_uuid: 'null' })],
    ],
    ['a declaration of version 2', { [HERO]: ['{"schema_version":2,"name":"a"}', '{"schema_version":2}'] }, []],
    [
      'a claim that is registered for this folder',
      {
        [HERO]: [declaration(1), declaration(2)],
        [REGISTRY]: [registry([]), registry([record(2, 'hero')])],
      },
      [registered(2, 'hero')],
    ],
    [
      'a claim that is registered for another folder',
      { [HERO]: [unclaimed(1), declaration(2)], [REGISTRY]: [registry([]), registry([record(2, 'villain')])] },
      [change('claim-added', 'hero', null, claimOf(2, 'hero')), registered(2, 'villain')],
    ],
    ['a byte order mark', { [HERO]: [`\ufeff${declaration(1)}`, declaration(1)], [REGISTRY]: [`\ufeff${registry([])}`, registry([])] }, []],
    ['texts that cannot be read', { [HERO]: ['{', 'x'], [REGISTRY]: ['[]', '{"project_uuid":1}'] }, []],
    ['a registry in another place', { [HERO]: [null, registry([record(1, 'hero')])] }, []],
    ['a declaration outside of all assets', { 'builds/hero/asset.json': [null, declaration(1)] }, []],
    ['other files', { 'assets/.prometeu/.gitignore': [null, declaration(1)], 'assets/asset.json': [null, declaration(1)] }, []],
  ])('tells of %s', (_, texts, expected) => {
    expect(changesOf(texts)).toEqual(expected);
  });

  it('tells nothing of folders that move, whatever they are called', () => {
    const edits = [REGISTRY, HERO].map((path) => ({ kind: 'move-folder', from: 'assets/a', path }) as const);
    expect(identityChangesOf(edits)).toEqual([]);
  });

  it('carries the reason of each root', () => {
    const edits = editsOf({ [REGISTRY]: [null, registry([record(1, 'hero')])] });
    const changes = identityChangesOf(
      edits,
      new Map([
        ['hero', 'why'],
        ['', 'because'],
      ]),
    );
    expect(changes.map(({ root, evidence }) => [root, evidence])).toEqual([
      ['', 'because'],
      ['hero', 'why'],
    ]);
  });

  const ids = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 12 }), root: fc.integer({ min: 1, max: 6 }) }), {
    maxLength: 6,
    selector: ({ id, root }) => `${id} ${root}`, // one that stands there twice and then once is not lost
  });
  const text = ids.map((items) => registry(items.map(({ id, root }) => record(id, `r${root}`))));

  it('tells nothing of records in another order, and each that came or went exactly once', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const keys = (source: string): readonly string[] =>
          (JSON.parse(source) as { assets: { asset_id: number; root: string }[] }).assets.map(
            ({ asset_id, root }) => `${asset_id} ${root}`,
          );
        const told = changesOf({ [REGISTRY]: [before, after] });
        const lost = told.flatMap(({ before: it }) => (it === null ? [] : [`${it.asset_id} ${it.root}`]));
        const kept = keys(before).filter((key) => {
          const at = lost.indexOf(key);
          if (at >= 0) lost.splice(at, 1); // of several that look alike, as many as are told
          return at < 0;
        });
        const rebuilt = [...kept, ...told.flatMap(({ after: it }) => (it === null ? [] : [`${it.asset_id} ${it.root}`]))];
        expect(rebuilt.sort()).toEqual([...keys(after)].sort());
      }),
    );
  });

  it('does not throw, whatever the texts', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (before, after) => {
        const wrapped = `{"project_uuid":"p","assets":${before},"asset_uuid":${after}}`;
        expect(Array.isArray(changesOf({ [REGISTRY]: [wrapped, after], [HERO]: [before, wrapped] }))).toBe(true);
      }),
    );
  });
});
