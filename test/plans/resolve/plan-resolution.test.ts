import { describe, expect, it } from 'vitest';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { GITIGNORE_TEXT } from '../../../src/plans/gitignore-text.js';
import { filesOfResolution, planResolution, type Resolution } from '../../../src/plans/resolve/plan-resolution.js';
import type { ResolutionStep } from '../../../src/plans/resolve/resolution-step.js';
import type { IdentitySource } from '../../../src/ports/identity-source.js';
import { assetV3 } from '../../operations/versioned-workspace.js';
import { declaration, registry, uuid, workspace } from '../../workspace/workspaces.js';
import { path, REGISTRY, sha256, valueOf } from '../bench.js';
import { snapshotOf } from '../snapshot-of.js';

const GITIGNORE = 'assets/.prometeu/.gitignore';
const at = (root: string): string => `assets/${root}/asset.json`;
type Files = Readonly<Record<string, string>>;

const FILES: Files = { ...workspace({ a: 1, b: 2 }), [at('c')]: declaration(3), 'assets/c/data.bin': 'c' };
const BARE: Files = Object.fromEntries(Object.entries(FILES).filter(([name]) => name !== REGISTRY));
const known = JSON.parse(registry({ a: 1, b: 2 })) as Registry;
const snapshot = await snapshotOf(FILES);
const bare = await snapshotOf(BARE);
const [A, B] = known.assets as [Registry['assets'][number], Registry['assets'][number]];

const why = 'because';
const claim = (root: string, digit: number, reason = why): ResolutionStep => ({ kind: 'claim', root, uuid: uuid(digit), why: reason });
const remove = (root: string): ResolutionStep => ({ kind: 'remove-declaration', root, why });
const register = (root: string, given: string | null, reason = why): ResolutionStep => ({
  kind: 'register',
  root,
  uuid: given,
  included: true,
  why: reason,
});

function giving(...digits: readonly number[]): IdentitySource {
  const left = [...digits];
  return { newUuid: () => uuid(left.shift() ?? 0) };
}

const read = (files: Files, paths: readonly string[]) =>
  new Map(
    paths.map((name) => {
      const text = files[name] ?? null;
      return [path(name), { text, sha256: text === null ? null : sha256(text) }];
    }),
  );

const plan = (steps: readonly ResolutionStep[], change: Partial<Resolution> = {}) => {
  const seen = change.snapshot ?? snapshot;
  const files = read(seen === bare ? BARE : FILES, filesOfResolution(seen, steps));
  return planResolution({ snapshot: seen, steps, files, identity: giving(5, 6, 7), ...change });
};
const planned = (steps: readonly ResolutionStep[], change: Partial<Resolution> = {}) => valueOf(plan(steps, change));
const refusal = (steps: readonly ResolutionStep[], change: Partial<Resolution> = {}) =>
  plan(steps, change)
    ._unsafeUnwrapErr()
    .map(({ code, location, data }) => ({ code, location, data }));

const afterOf = (made: ReturnType<typeof planned>, name: string): string | null => {
  const edit = made.edits.find((one) => one.path === name);
  return edit?.kind === 'text' ? edit.after : null;
};
const pathsOf = (made: ReturnType<typeof planned>) => made.edits.map((edit) => edit.path);

describe('filesOfResolution', () => {
  it.each<[string, readonly ResolutionStep[], readonly string[]]>([
    ['no step', [], []],
    ['a claim that stands there', [claim('a', 1)], []],
    ['another claim', [claim('a', 2)], [at('a')]],
    ['a claim of a folder that is not there', [claim('x', 1)], [at('x')]],
    ['registering with the uuid that is claimed', [register('c', uuid(3))], []],
    ['registering with a new one', [register('c', null)], [at('c')]],
    ['removing a declaration', [remove('b')], [at('b')]],
    [
      'a record',
      [
        { kind: 'retire-record', record: A, why },
        { kind: 'move-record', record: B, root: 'c', why },
      ],
      [],
    ],
  ])('are the registry, and what %s changes', (_, steps, expected) => {
    expect(filesOfResolution(snapshot, steps)).toEqual([REGISTRY, ...expected]);
  });

  it('are the files of the control folder where there is no registry, in the order of their paths', () => {
    expect(filesOfResolution(bare, [register('c', null), remove('-x'), claim('a', 2)])).toEqual([
      at('-x'),
      GITIGNORE,
      REGISTRY,
      at('a'),
      at('c'),
    ]);
  });

  it('are those of a claim that is spelled otherwise, or is none', async () => {
    const odd = await snapshotOf({ ...FILES, [at('a')]: declaration(1, { asset_uuid: `urn:uuid:${uuid(1)}` }), [at('b')]: '{' });
    expect(filesOfResolution(odd, [claim('a', 1), claim('b', 2)])).toEqual([REGISTRY, at('a'), at('b')]);
  });
});

describe('planResolution', () => {
  it('changes the declarations and the registry, and rests on all that was read', () => {
    const steps = [register('c', null), remove('b'), { kind: 'retire-record', record: B, why } as const];
    const files = read(FILES, [...filesOfResolution(snapshot, steps), 'assets/else.txt']);
    const made = planned(steps, { files });
    expect([made.kind, pathsOf(made)]).toEqual(['resolve', [REGISTRY, at('b'), at('c')]]);
    expect(afterOf(made, at('b'))).toBeNull();
    expect(afterOf(made, at('c'))).toBe(FILES[at('c')]?.replace(uuid(3), uuid(5)));
    expect(JSON.parse(afterOf(made, REGISTRY) ?? '')).toEqual({
      ...known,
      next_asset_id: 101,
      assets: [A, { asset_id: 100, asset_uuid: uuid(5), root: 'c', included_in_build: true }],
      retired: [{ asset_id: 2, asset_uuid: uuid(2) }, ...known.retired],
    });
    expect(made.preconditions.files).toContainEqual({ path: 'assets/else.txt', sha256: null });
    expect(made.preconditions.files).toContainEqual({ path: at('c'), sha256: sha256(FILES[at('c')] ?? '') });
    expect(made.preconditions.projectUuid).toBe(uuid(15));
  });

  it('leaves the registry alone where no record changes', () => {
    expect(pathsOf(planned([claim('a', 2), claim('b', 1)]))).toEqual([at('a'), at('b')]);
    expect(pathsOf(planned([remove('c')]))).toEqual([at('c')]);
    expect(pathsOf(planned([{ kind: 'move-record', record: A, root: 'z', why }]))).toEqual([REGISTRY]);
    expect(pathsOf(planned([{ kind: 'retire-record', record: A, why }]))).toEqual([REGISTRY]);
    expect(pathsOf(planned([register('c', uuid(3))]))).toEqual([REGISTRY]);
  });

  it('changes no declaration that is not there, or was not read', () => {
    expect(pathsOf(planned([claim('gone', 1), remove('nothing'), claim('a', 2)]))).toEqual([at('a')]);
    const files = read(FILES, [REGISTRY, at('a')]);
    expect(pathsOf(planned([claim('b', 1), claim('a', 2)], { files }))).toEqual([at('a')]);
  });

  it('tells each reason once, all of one folder together', () => {
    const made = planned([
      { kind: 'move-record', record: A, root: 'z', why: 'first' },
      { kind: 'retire-record', record: B, why: 'alone' },
      claim('z', 1, 'first'),
      register('c', uuid(3), 'one'),
      claim('c', 3, 'two'),
    ]);
    expect(made.identityChanges.map(({ kind, root, evidence }) => [kind, root, evidence])).toEqual([
      ['asset-retired', 'b', 'alone'],
      ['asset-registered', 'c', 'one; two'],
      ['asset-moved', 'z', 'first'],
    ]);
  });

  describe('begins a registry', () => {
    it('with a project of its own, and why', () => {
      const made = planned([register('c', null)], { snapshot: bare });
      expect(pathsOf(made)).toEqual([GITIGNORE, REGISTRY, at('c')]);
      expect(afterOf(made, GITIGNORE)).toBe(GITIGNORE_TEXT);
      expect(JSON.parse(afterOf(made, REGISTRY) ?? '')).toEqual({
        schema_version: 4,
        project_uuid: uuid(5),
        next_asset_id: 2,
        assets: [{ asset_id: 1, asset_uuid: uuid(6), root: 'c', included_in_build: true }],
        retired: [],
      });
      const [project, asset] = made.identityChanges;
      expect([project?.kind, asset?.kind, asset?.evidence]).toEqual(['project-created', 'asset-registered', why]);
      expect(['', why]).not.toContain(project?.evidence);
    });

    it.each<[string, readonly string[], Files, readonly string[]]>([
      ['beside what leaves its folder out of git', [REGISTRY, GITIGNORE, at('c')], { [GITIGNORE]: 'mine' }, [REGISTRY, at('c')]],
      ['where that was not read', [REGISTRY, at('c')], {}, [REGISTRY, at('c')]],
      ['where nothing was read', [], {}, [REGISTRY]],
    ])('%s', (_, paths, more, expected) => {
      expect(pathsOf(planned([register('c', null)], { snapshot: bare, files: read({ ...BARE, ...more }, paths) }))).toEqual(expected);
    });

    it('only where there is none', () => {
      const files = read(FILES, [REGISTRY, GITIGNORE, at('c')]);
      expect(pathsOf(planned([register('c', null)], { files }))).toEqual([REGISTRY, at('c')]);
    });

    it('only with a uuid that is one', () => {
      const refused = refusal([], { snapshot: bare, identity: { newUuid: () => 'none' } });
      expect(refused.map(({ code }) => code)).toEqual(['REGISTER_IDENTITY_REFUSED']);
    });
  });

  it('refuses a uuid that is taken', () => {
    expect(refusal([register('c', null)], { identity: giving(1) }).map(({ code }) => code)).toEqual(['REGISTER_IDENTITY_REFUSED']);
  });

  it('refuses a folder that some disk takes for one recorded already', () => {
    expect(refusal([register('A', null)])).toEqual([
      { code: 'REGISTRY_DUPLICATE_ROOT', location: { kind: 'file', file: REGISTRY }, data: { root: 'A', earlier: 'a' } },
    ]);
  });

  it('asks for a migration of the registry first', () => {
    expect(refusal([], { files: read({ [REGISTRY]: '{"schema_version": 3}' }, [REGISTRY]) })).toEqual([
      { code: 'RESOLVE_MIGRATE_FIRST', location: { kind: 'file', file: REGISTRY }, data: { version: 3, current: 4 } },
    ]);
  });

  it('tells everything that stands in the way of declarations of earlier versions', () => {
    const texts = { ...FILES, [at('a')]: assetV3('a', 1, { preload: 1 }), [at('b')]: assetV3('b', 2, { inputs: 1 }) };
    const refused = refusal([claim('a', 2), claim('b', 1)], { files: read(texts, [REGISTRY, at('a'), at('b')]) });
    expect(refused.map(({ code, location }) => [code, 'file' in location && location.file])).toEqual([
      ['STRUCTURE_WRONG_TYPE', at('a')],
      ['STRUCTURE_WRONG_TYPE', at('b')],
    ]);
  });
});
