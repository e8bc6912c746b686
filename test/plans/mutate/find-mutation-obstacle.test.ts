import { beforeAll, describe, expect, it } from 'vitest';
import { findMutationObstacle } from '../../../src/plans/mutate/find-mutation-obstacle.js';
import { type Mutation, mutationKinds } from '../../../src/plans/mutate/mutation.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import { declaration, registry, uuid, workspace } from '../../workspace/workspaces.js';
import { snapshotOf } from '../snapshot-of.js';

const states = new Map<string, AssetState>();
const at = (root: string) => `assets/${root}/asset.json`;

beforeAll(async () => {
  const { assets } = await snapshotOf({
    ...workspace({ one: 1, two: 2 }),
    'assets/.prometeu/index.json': registry({ one: 1, old: 4 }),
    [at('broken')]: '{',
    [at('old')]: declaration(4, { schema_version: 3 as never }),
    [at('older')]: declaration(5, { schema_version: 1 as never }),
    [at('newer')]: declaration(6, { schema_version: 5 as never }),
  });
  for (const state of assets) states.set(state.root, state);
});

const inclusion = (root: string): Mutation => ({ kind: 'set-inclusion', root, included: false });
const removal = (root: string): Mutation => ({ kind: 'remove', root });
const relocation = (root: string): Mutation => ({ kind: 'relocate', root, to: 'other' });
const naming = (root: string): Mutation => ({ kind: 'rename', root, name: 'a' });

const obstacle = (mutation: Mutation, state = states.get(mutation.root)) => {
  const found = findMutationObstacle(mutation, state);
  return found === null ? null : { code: found.code, artifact: found.artifact, location: found.location, data: found.data };
};

describe('findMutationObstacle', () => {
  it.each<[string, Mutation]>([
    ['a record', inclusion('one')],
    ['a record that goes', removal('one')],
    ['a record that moves', relocation('one')],
    ['a declaration', naming('one')],
    ['a declaration without a record', naming('two')],
    ['the record of a declaration of an earlier version', inclusion('old')],
    ['a version that is refused by what comes of it', naming('newer')],
    ['a version that is no longer read', naming('older')],
  ])('finds none for %s', (_, mutation) => {
    expect(obstacle(mutation)).toBeNull();
  });

  it.each<[unknown, string]>([
    ['explode', 'explode'],
    [5, 'number'],
    [undefined, 'undefined'],
    [{}, 'object'],
  ])('knows no mutation of kind %j', (kind, told) => {
    expect(obstacle({ kind, root: 'one' } as Mutation)).toEqual({
      code: 'MUTATION_UNKNOWN',
      artifact: 'workspace',
      location: { kind: 'workspace' },
      data: { kind: told, known: mutationKinds },
    });
  });

  it.each([naming, inclusion, removal, relocation])('needs an asset: %s', (make) => {
    expect(obstacle(make('none'))).toEqual({
      code: 'MUTATION_ROOT_NOT_FOUND',
      artifact: 'workspace',
      location: { kind: 'workspace' },
      data: { root: 'none' },
    });
  });

  it.each([inclusion, removal, relocation])('needs a record of that very folder: %s', (make) => {
    expect(obstacle(make('two'))).toEqual({
      code: 'MUTATION_NOT_REGISTERED',
      artifact: 'registry',
      location: { kind: 'file', file: at('two') },
      data: { root: 'two', class: 'imported' },
    });
  });

  it('needs a declaration that can be read', () => {
    expect(obstacle(naming('broken'))).toEqual({
      code: 'MUTATION_NOT_READABLE',
      artifact: 'asset',
      location: { kind: 'file', file: at('broken') },
      data: { root: 'broken' },
    });
  });

  it('needs a declaration of the current version', () => {
    expect(obstacle(naming('old'))).toEqual({
      code: 'RESOLVE_MIGRATE_FIRST',
      artifact: 'asset',
      location: { kind: 'file', file: at('old') },
      data: { version: 3, current: 4 },
    });
  });

  it('retires nothing that another record has too, and leaves it to be changed', () => {
    const [{ root, ...one }] = [states.get('one') as AssetState];
    const record = { asset_id: 1, asset_uuid: uuid(1), root, included_in_build: true };
    const state: AssetState = { ...one, root, identity: { ...one.identity, class: 'id-conflict', record } };
    expect(obstacle(removal(root), state)).toEqual({
      code: 'RESOLVE_BY_HAND',
      artifact: 'registry',
      location: { kind: 'file', file: at('one') },
      data: { root: 'one', class: 'id-conflict' },
    });
    expect(obstacle(inclusion(root), state)).toBeNull();
    expect(obstacle(relocation(root), state)).toBeNull();
  });
});
