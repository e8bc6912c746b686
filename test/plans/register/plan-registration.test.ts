import { describe, expect, it } from 'vitest';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { GITIGNORE_TEXT } from '../../../src/plans/gitignore-text.js';
import type { SniffedFolder } from '../../../src/plans/register/judge-kinds.js';
import { planRegistration, type Registration } from '../../../src/plans/register/plan-registration.js';
import type { IdentitySource } from '../../../src/ports/identity-source.js';
import type { SourceContent } from '../../../src/sources/source-kind.js';
import { declaration, registry, uuid, workspace } from '../../workspace/workspaces.js';
import { REGISTRY, sha256, valueOf } from '../bench.js';
import { snapshotOf } from '../snapshot-of.js';

const GITIGNORE = 'assets/.prometeu/.gitignore';
const ABSENT = { text: null, sha256: null };
const KNOWN = registry({ one: 1 });
const snapshot = await snapshotOf(workspace({ one: 1 }));
const bare = await snapshotOf({});

const text = (content: string) => ({ text: content, sha256: sha256(content) });
const folder = (root: string, ...kinds: readonly SourceContent[]): SniffedFolder => ({ root, files: kinds.map((_, at) => `${at}`), kinds });

/** Gives some texts for uuids, one after the other. */
function givingTexts(...texts: readonly string[]): IdentitySource {
  const left = [...texts];
  return { newUuid: () => left.shift() ?? 'no more' };
}

const giving = (...digits: readonly number[]): IdentitySource => givingTexts(...digits.map(uuid));

const plan = (change: Partial<Registration> = {}) =>
  planRegistration({
    snapshot,
    folders: [folder('two', 'png')],
    heads: [],
    registryFile: text(KNOWN),
    gitignoreFile: text('x'),
    identity: giving(5, 6, 7),
    ...change,
  });
const begin = (change: Partial<Registration> = {}) => plan({ snapshot: bare, registryFile: ABSENT, gitignoreFile: ABSENT, ...change });
const refusal = (change: Partial<Registration>) =>
  plan(change)
    ._unsafeUnwrapErr()
    .map(({ code, artifact, location, data }) => ({ code, artifact, location, data }));
const atRegistry = { artifact: 'registry', location: { kind: 'file', file: REGISTRY } };

const afterOf = (made: ReturnType<typeof plan>, path: string): unknown => {
  const edit = valueOf(made).value.edits.find((one) => one.path === path);
  return edit?.kind === 'text' && edit.after !== null ? JSON.parse(edit.after) : null;
};

describe('planRegistration', () => {
  it('declares folders, records them, and rests on all that was read', () => {
    const head = { path: 'assets/two/0', length: 4, sha256: 'f'.repeat(64) };
    const made = plan({ heads: [head] });
    const { value, diagnostics } = valueOf(made);
    expect(diagnostics).toEqual([]);
    expect([value.kind, value.edits.map(({ path }) => path)]).toEqual(['register', [REGISTRY, 'assets/two/asset.json']]);
    expect(afterOf(made, 'assets/two/asset.json')).toEqual({
      schema_version: 4,
      asset_uuid: uuid(5),
      name: 'two',
      type: 'tile_bank',
      inputs: { main: ['0'] },
      output: { format: 'png', codec: 'none' },
    });
    const recorded = { asset_id: 100, asset_uuid: uuid(5), root: 'two', included_in_build: true };
    const known = JSON.parse(KNOWN) as Registry;
    expect(afterOf(made, REGISTRY)).toEqual({ ...known, next_asset_id: 101, assets: [...known.assets, recorded] });
    const read = value.preconditions.files.filter(({ path }) => !snapshot.files.some((file) => file.path === path));
    expect(read).toEqual([
      { path: GITIGNORE, sha256: sha256('x') },
      { path: 'assets/two/asset.json', sha256: null },
    ]);
    expect(value.preconditions.heads).toEqual([head]);
    expect(value.preconditions.projectUuid).toBe(uuid(15));
  });

  it('tells each identity that comes, and why', () => {
    const { identityChanges } = valueOf(begin({ folders: [folder('a', 'wav'), folder('b', 'wav')] })).value;
    expect(identityChanges.map(({ kind, root, after }) => [kind, root, after?.asset_uuid, after?.asset_id])).toEqual([
      ['project-created', '', uuid(5), 0],
      ['asset-registered', 'a', uuid(6), 1],
      ['asset-registered', 'b', uuid(7), 2],
    ]);
    const [project, ...assets] = identityChanges.map(({ evidence }) => evidence);
    expect([project, ...assets]).not.toContain('');
    expect(assets).not.toContain(project);
  });

  it('begins a registry, and writes what leaves its folder out of git where nothing does', () => {
    const made = begin();
    expect(valueOf(made).value.edits.map(({ path }) => path)).toEqual([GITIGNORE, REGISTRY, 'assets/two/asset.json']);
    expect(valueOf(made).value.edits[0]).toMatchObject({ before: null, after: GITIGNORE_TEXT });
    expect(afterOf(made, REGISTRY)).toMatchObject({ schema_version: 4, project_uuid: uuid(5), next_asset_id: 2, retired: [] });
    const kept = valueOf(begin({ gitignoreFile: text('mine') })).value;
    expect(kept.edits.map(({ path }) => path)).toEqual([REGISTRY, 'assets/two/asset.json']);
  });

  it('plans nothing without folders', () => {
    const { value, diagnostics } = valueOf(begin({ folders: [] }));
    expect([value.kind, value.edits, value.identityChanges, diagnostics]).toEqual(['register', [], [], []]);
    expect(value.preconditions.files).toContainEqual({ path: GITIGNORE, sha256: null });
  });

  it('warns of folders of several kinds', () => {
    const { diagnostics } = valueOf(plan({ folders: [folder('a', 'png', 'wav'), folder('b', 'png'), folder('c', 'wav', 'other')] }));
    expect(diagnostics.map(({ code, location }) => [code, 'file' in location && location.file])).toEqual([
      ['REGISTER_MIXED_KINDS', 'assets/a'],
      ['REGISTER_MIXED_KINDS', 'assets/c'],
    ]);
  });

  it('gives names that are free, also beside a declaration that cannot be read', async () => {
    const seen = await snapshotOf({
      ...workspace({ one: 1 }),
      'assets/three/asset.json': declaration(3, { name: 'two' }),
      'assets/three/data.bin': 'x',
      'assets/broken/asset.json': '{',
    });
    const made = plan({ snapshot: seen, folders: [folder('in/Two', 'png'), folder('two', 'png')] });
    expect(afterOf(made, 'assets/in/Two/asset.json')).toMatchObject({ name: 'two-2' });
    expect(afterOf(made, 'assets/two/asset.json')).toMatchObject({ name: 'two-3' });
  });

  it('gives the last number there is, and none after it', () => {
    const last = { ...(JSON.parse(KNOWN) as Registry), next_asset_id: 4_294_967_294 };
    const full = { snapshot: { ...snapshot, registry: last } };
    expect(afterOf(plan(full), REGISTRY)).toMatchObject({ next_asset_id: 4_294_967_295 });
    expect(refusal({ ...full, folders: [folder('a', 'png'), folder('b', 'png')] })).toEqual([
      { code: 'REGISTER_IDS_EXHAUSTED', ...atRegistry, data: { next: 4_294_967_295 } },
    ]);
  });

  it.each<[string, Partial<Registration>]>([
    ['an asset', { identity: giving(1) }],
    ['a second asset', { identity: giving(5, 5), folders: [folder('a', 'png'), folder('b', 'png')] }],
    ['a project', { snapshot: bare, registryFile: ABSENT, identity: givingTexts('none', uuid(5), uuid(6)) }],
  ])('takes no uuid that is taken, or none at all, for %s', (_, change) => {
    expect(refusal(change)).toMatchObject([{ code: 'REGISTER_IDENTITY_REFUSED', ...atRegistry }]);
  });

  it('asks for a migration first, also where there is nothing to register', () => {
    const old = { registryFile: text('{"schema_version": 3}') };
    for (const folders of [[], [folder('two', 'png')]]) {
      expect(refusal({ ...old, folders })).toMatchObject([
        { code: 'RESOLVE_MIGRATE_FIRST', ...atRegistry, data: { version: 3, current: 4 } },
      ]);
    }
  });
});
