import { describe, expect, it } from 'vitest';
import type { WorkspacePath } from '../../src/paths/workspace-path.js';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { findIdentityFaults } from '../../src/plans/find-identity-faults.js';
import { identityChangesOf } from '../../src/plans/identity-changes.js';
import type { Edit, IdentityChange, Plan, PlanKind } from '../../src/plans/plan.js';
import { REGISTRY } from './bench.js';
import { change, declaration, identity, oldRegistry, PROJECT, record, registered, registry, unclaimed } from './identity-texts.js';

const HERO = 'assets/hero/asset.json';
const GITIGNORE = 'assets/.prometeu/.gitignore';
const SHA = '0'.repeat(64);

type Texts = Readonly<Record<string, readonly [before: string | null, after: string | null]>>;

interface Draft {
  /** What is edited besides texts. */
  readonly more?: readonly Edit[];
  /** What it shows; just what it does where absent. */
  readonly changes?: readonly IdentityChange[];
  /** Declarations that were read, or of which it was seen that they are not there. */
  readonly files?: Plan['preconditions']['files'];
}

/** Where the faults are told, in their order. */
function faultsOf(kind: PlanKind, texts: Texts, { more = [], changes, files = [] }: Draft = {}): readonly string[] {
  const edits = [...Object.entries(texts).map(([path, [before, after]]) => createTextEdit(path, before, after)), ...more];
  const identityChanges = changes ?? identityChangesOf(edits);
  const preconditions = { projectUuid: PROJECT, files, heads: [], folders: [] };
  const plan = { kind, edits, identityChanges, preconditions, digest: '' } as Plan as Plan<WorkspacePath>;
  return [...findIdentityFaults(plan)].map(({ data }) => ('pointer' in data ? data.pointer : ''));
}

const OLD = registry([record(1, 'old')]);
const next = { next_asset_id: 10 };
const three = (id: number): string => declaration(id, { schema_version: 3 });

describe('findIdentityFaults on its own', () => {
  it('counts what is shown against what is done', () => {
    const once: Texts = { [REGISTRY]: [OLD, registry([record(1, 'old'), record(9, 'hero')], next)], [HERO]: [null, declaration(9)] };
    expect(faultsOf('undo', once, { changes: [registered(9, 'hero'), registered(3, 'x')] })).toEqual(['/identityChanges/1']);
    expect(faultsOf('register', once, { changes: [registered(9, 'hero')] })).toEqual([]);
    const twice: Texts = { [REGISTRY]: [OLD, registry([record(1, 'old'), record(9, 'hero'), record(9, 'hero')])] };
    const shown = (count: number) => ({ changes: Array.from({ length: count }, () => registered(9, 'hero')) });
    expect(faultsOf('undo', twice, shown(1))).toEqual(['/identityChanges']);
    expect(faultsOf('undo', twice, shown(2))).toEqual([]);
    expect(faultsOf('undo', twice, shown(3))).toEqual(['/identityChanges/2']);
  });

  it('asks nothing of a folder that moves, whatever it is called', () => {
    const more: readonly Edit[] = [{ kind: 'move-folder', from: 'assets/a', path: HERO }];
    expect(faultsOf('mutate', {}, { more })).toEqual([]);
  });

  it('takes the claim that a declaration of the same plan made before', () => {
    const texts: Texts = { [REGISTRY]: [oldRegistry({ hero: 1 }), registry([record(1, 'hero')], { next_asset_id: 2 })] };
    const edited: Texts = { ...texts, [HERO]: [three(1), declaration(1)] };
    const claimedAnother: Texts = { ...texts, [HERO]: [three(2), declaration(2)] };
    const read = { files: [{ path: HERO, sha256: SHA }] };
    expect(faultsOf('migrate', edited, read)).toEqual([]);
    expect(faultsOf('migrate', texts, read)).toEqual([]);
    expect(faultsOf('migrate', claimedAnother, read)).toEqual(['/identityChanges/0/after']);
    expect(faultsOf('migrate', texts, { files: [{ path: HERO, sha256: null }] })).toEqual(['/identityChanges/0/after']);
    expect(faultsOf('migrate', texts)).toEqual(['/identityChanges/0/after']);
  });

  it('takes no identity that is recorded as none', () => {
    const changes = [change('identity-recorded', 'hero', identity(1, 'hero'), null)];
    const read = { files: [{ path: HERO, sha256: SHA }] };
    const expected = ['/identityChanges/0', '/identityChanges/0/after'];
    expect(faultsOf('migrate', { [HERO]: [three(1), declaration(1)] }, { ...read, changes })).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['puts a slip in', '{', '\ufeff{'],
    ['puts one slip for another', '\ufeff{"a":[1]', '{"a":[1,]'],
    ['takes more than slips away', '{{', '{'],
  ])('refuses a fix that %s, in a registry that cannot be read', (_, before, after) => {
    expect(faultsOf('fix', { [REGISTRY]: [before, after] })).toEqual(['/edits/0/before', '/edits/0/after']);
  });

  it('takes slips away in a registry that cannot be read, in a fix alone', () => {
    const texts: Texts = { [REGISTRY]: ['\ufeff{', '{'] };
    expect(faultsOf('fix', texts)).toEqual([]);
    for (const kind of ['register', 'migrate', 'mutate', 'resolve'] as const) {
      expect(faultsOf(kind, texts)).toEqual(['/edits/0/before', '/edits/0/after']);
    }
  });

  it.each<[string, Texts, readonly string[]]>([
    ['begins a registry', { [REGISTRY]: [null, registry([])] }, ['/identityChanges/0/kind', '/edits/0/after', '/edits/0/after']],
    ['removes a registry', { [REGISTRY]: [registry([]), null] }, ['/identityChanges/0/kind', '/edits/0/after', '/edits/0/after']],
    ['removes a declaration that cannot be read', { [HERO]: ['{', null] }, ['/edits/0/after']],
  ])('refuses a fix that %s', (_, texts, expected) => {
    expect(faultsOf('fix', texts)).toEqual(expected);
  });

  it.each<[string, Texts]>([
    ['a registry of an earlier version', { [REGISTRY]: [registry([], { schema_version: 3 }), `${registry([], { schema_version: 3 })}\n`] }],
    ['the texts that tell git what to leave out', { [GITIGNORE]: [null, 'cache.json\n'] }],
    ['the same where there are some', { [GITIGNORE]: ['x', 'cache.json\n'] }],
  ])('lets a fix change %s', (_, texts) => {
    expect(faultsOf('fix', texts)).toEqual([]);
  });

  it.each<[string, string | null]>([
    ['that cannot be read', '{}'],
    ['that is not there', null],
  ])('tells once of a registry afterwards %s', (_, after) => {
    expect(faultsOf('register', { [REGISTRY]: [registry([]), after] })).toEqual(['/identityChanges/0/kind', '/edits/0/after']);
  });

  it('tells once of a registry that readers refuse', () => {
    const after = registry([record(1, 'old', { included_in_build: 'yes' })]);
    expect(faultsOf('resolve', { [REGISTRY]: [OLD, after] })).toEqual(['/edits/0/after']);
  });

  it('leaves a declaration without a claim to a resolution, and to no registration', () => {
    const after = declaration(9, { asset_uuid: undefined, name: 'x' });
    expect(faultsOf('resolve', { [HERO]: [unclaimed(9), after] })).toEqual([]);
    expect(faultsOf('register', { [HERO]: [null, after] })).toEqual(['/edits/0/after']);
  });
});
