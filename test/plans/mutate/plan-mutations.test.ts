import { describe, expect, it } from 'vitest';
import type { Mutation } from '../../../src/plans/mutate/mutation.js';
import { filesOfMutations, planMutations } from '../../../src/plans/mutate/plan-mutations.js';
import { declaration, registry, uuid, workspace } from '../../workspace/workspaces.js';
import { path, REGISTRY, sha256, valueOf } from '../bench.js';
import { snapshotOf } from '../snapshot-of.js';

const at = (root: string): string => `assets/${root}/asset.json`;
const FILES = workspace({ one: 1, 'one/inside': 2, other: 3 });

const read = (files: Readonly<Record<string, string>>, paths: readonly string[]) =>
  new Map(
    paths.map((name) => {
      const text = files[name] ?? null;
      return [path(name), { text, sha256: text === null ? null : sha256(text) }];
    }),
  );

const plan = async (mutations: readonly Mutation[], files: Readonly<Record<string, string>> = FILES, more: readonly string[] = []) =>
  planMutations({
    snapshot: await snapshotOf(files),
    mutations,
    files: read(files, [...filesOfMutations(mutations), ...more]),
    caseSensitive: true,
  });

const rename = (root: string): Mutation => ({ kind: 'rename', root, name: 'night' });

describe('filesOfMutations', () => {
  it.each<[string, readonly Mutation[], readonly string[]]>([
    ['nothing', [], []],
    ['a removal', [{ kind: 'remove', root: 'one' }], []],
    ['a removal with its declaration', [{ kind: 'remove', root: 'one', deleteDeclaration: true }], [at('one')]],
    ['an inclusion', [{ kind: 'set-inclusion', root: 'one', included: true }], []],
    ['a move', [{ kind: 'relocate', root: 'one', to: 'two' }], []],
    ['changes of declarations', [rename('two'), rename('one'), { kind: 'set-inputs', root: 'two', inputs: {} }], [at('one'), at('two')]],
  ])('are the registry, and the declarations that %s changes', (_, mutations, expected) => {
    expect(filesOfMutations(mutations)).toEqual([REGISTRY, ...expected]);
  });

  it('stand in the order of their paths', () => {
    expect(filesOfMutations([rename('-a')])).toEqual([at('-a'), REGISTRY]);
  });
});

describe('planMutations', () => {
  it('changes a declaration, and rests on all that was read', async () => {
    const { kind, edits, identityChanges, preconditions } = valueOf(await plan([rename('one')], FILES, ['assets/elsewhere.txt']));
    expect(kind).toBe('mutate');
    expect(edits).toMatchObject([{ kind: 'text', path: at('one'), before: FILES[at('one')] }]);
    expect(edits[0]).toMatchObject({ after: FILES[at('one')]?.replace('asset-1', 'night') });
    expect(identityChanges).toEqual([]);
    expect(preconditions.projectUuid).toBe(uuid(15));
    expect(preconditions.files).toContainEqual({ path: 'assets/elsewhere.txt', sha256: null });
    expect(preconditions.files).toContainEqual({ path: at('one'), sha256: sha256(FILES[at('one')] ?? '') });
  });

  it('removes a declaration', async () => {
    const { edits } = valueOf(await plan([{ kind: 'remove', root: 'one/inside', deleteDeclaration: true }]));
    expect(edits.map(({ path: edited, ...edit }) => [edited, 'after' in edit && edit.after === null])).toEqual([
      [REGISTRY, false],
      [at('one/inside'), true],
    ]);
  });

  it('changes no declaration that is not there', async () => {
    const files = { ...FILES, [REGISTRY]: registry({ one: 1, 'one/inside': 2, other: 3, gone: 4 }) };
    const { edits } = valueOf(await plan([{ kind: 'remove', root: 'gone', deleteDeclaration: true }], files));
    expect(edits.map((edit) => edit.path)).toEqual([REGISTRY]);
  });

  it('moves a folder, tells every record that goes with it and why, and wants the place to be free', async () => {
    const relocate: Mutation = { kind: 'relocate', root: 'one', to: 'maps/first' };
    const { edits, identityChanges, preconditions } = valueOf(await plan([relocate, { kind: 'remove', root: 'other' }]));
    expect(edits.map((edit) => [edit.kind, edit.path])).toEqual([
      ['text', REGISTRY],
      ['move-folder', 'assets/maps/first'],
    ]);
    expect(identityChanges.map(({ kind, root, before }) => [kind, root, before?.root])).toEqual([
      ['asset-moved', 'maps/first', 'one'],
      ['asset-moved', 'maps/first/inside', 'one/inside'],
      ['asset-retired', 'other', 'other'],
    ]);
    const reasons = identityChanges.map(({ evidence }) => evidence);
    expect(reasons).not.toContain('');
    expect(new Set(reasons).size).toBe(3);
    const free = preconditions.folders.filter(({ listing }) => listing === null);
    expect(free.map((folder) => folder.path)).toEqual(['assets/maps', 'assets/maps/first']);
  });

  it.each([[0], [1]])('moves no folder of which the record is given up, in whatever order that is asked for: %i', async (first) => {
    const asked: readonly Mutation[] = [
      { kind: 'relocate', root: 'other', to: 'elsewhere' },
      { kind: 'remove', root: 'other' },
    ];
    const refused = (await plan(first === 0 ? asked : asked.toReversed()))._unsafeUnwrapErr();
    expect(refused).toMatchObject([{ code: 'MUTATION_IN_THE_WAY', location: { file: 'assets/other' }, data: { path: 'assets/other' } }]);
  });

  it('tells one reason of a record that is asked for by itself, whatever it stands in', async () => {
    const mutations: readonly Mutation[] = [
      { kind: 'relocate', root: 'one', to: 'first' },
      { kind: 'remove', root: 'one/inside' },
    ];
    const alone = valueOf(await plan(mutations.slice(0, 1))).identityChanges.map(({ root, evidence }) => [root, evidence]);
    const inside = valueOf(await plan(mutations)).identityChanges.find(({ kind }) => kind === 'asset-retired');
    expect(inside).toMatchObject({ before: { root: 'one/inside' }, after: null });
    expect(['', ...alone.map(([, evidence]) => evidence)]).not.toContain(inside?.evidence);
  });

  it('refuses changes that are in the way of a move', async () => {
    const refused = (await plan([rename('one/inside'), { kind: 'relocate', root: 'one', to: 'two' }]))._unsafeUnwrapErr();
    expect(refused.map(({ code, data }) => [code, data])).toEqual([['MUTATION_IN_THE_WAY', { path: at('one/inside') }]]);
  });

  it('tells every obstacle, and none of a move before those', async () => {
    const refused = (await plan([rename('none'), { kind: 'relocate', root: 'one', to: 'other' }, rename('nothing')]))._unsafeUnwrapErr();
    expect(refused.map(({ code, data }) => [code, data])).toEqual([
      ['MUTATION_ROOT_NOT_FOUND', { root: 'none' }],
      ['MUTATION_ROOT_NOT_FOUND', { root: 'nothing' }],
    ]);
  });

  it('changes nothing while the registry is of an earlier version', async () => {
    const work = { snapshot: await snapshotOf(FILES), mutations: [rename('one')], caseSensitive: true };
    const refused = planMutations({ ...work, files: read({ ...FILES, [REGISTRY]: '{"schema_version": 3}' }, [REGISTRY, at('one')]) });
    expect(refused._unsafeUnwrapErr()).toMatchObject([
      { code: 'RESOLVE_MIGRATE_FIRST', location: { kind: 'file', file: REGISTRY }, data: { version: 3, current: 4 } },
    ]);
  });

  it('changes a declaration where there is no registry, also where that was not read', async () => {
    const files = { [at('one')]: declaration(1), 'assets/one/data.bin': 'x' };
    const snapshot = await snapshotOf(files);
    const work = { snapshot, mutations: [rename('one')], caseSensitive: true };
    const made = planMutations({ ...work, files: read(files, [at('one')]) });
    expect(valueOf(made).edits.map((edit) => edit.path)).toEqual([at('one')]);
    expect(valueOf(made).preconditions.projectUuid).toBeNull();
  });
});
