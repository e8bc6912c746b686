import { describe, expect, it } from 'vitest';
import { extendSchemaLock, judgeSchemaLock } from './judge-schema-lock.js';
import { fingerprintOf, type CurrentState, type CurrentSurface, type CurrentVersion, type SchemaLock } from './schema-lock.js';
import type { Shape } from './shape.js';

const shapeOf = (version: number): Shape => ({ type: 'object', keys: { version: { type: 'constant', values: [version] } } });
const whole = (version: number): CurrentVersion => ({ version, shape: shapeOf(version), hasStep: version > 2, hasNote: true });
const schemaFile = (version: number): string => `versions/v${version}.schema.ts`;

const surface: CurrentSurface = {
  surface: 'asset',
  current: 3,
  reads: [2, 3],
  retired: [1],
  isMigrated: true,
  schemaFile,
  versions: [whole(2), whole(3)],
};

const casesOf = (...versions: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    versions.flatMap((version) => ['a', 'b', 'c'].map((name) => [`asset/v${version}/${name}/in.json`, `hash of ${name}`])),
  );

const state: CurrentState = { surfaces: [surface], fixtures: casesOf(2, 3) };
const lock = extendSchemaLock({ versions: {}, fixtures: {} }, state);

const withSurface = (change: Partial<CurrentSurface>, fixtures = state.fixtures): CurrentState => ({
  surfaces: [{ ...surface, ...change }],
  fixtures,
});

const next = { current: 4, reads: [2, 3, 4], versions: [whole(2), whole(3), whole(4)] };

const ALL = [
  'a new version number',
  'a schema file versions/v4.schema.ts',
  'a step v3-to-v4',
  'frozen fixtures fixtures/versions/asset/v4',
  'a note in docs/formats',
  'a lock entry',
];

describe('judgeSchemaLock', () => {
  it('takes what is as it was', () => {
    expect(Object.keys(lock.versions['asset'] ?? {})).toEqual(['2', '3']);
    expect(judgeSchemaLock(lock, state)).toEqual([]);
  });

  it.each([2, 3])('names all that a changed shape of version %i needs', (version) => {
    const versions = surface.versions.map((found) => (found.version === version ? { ...found, shape: shapeOf(99) } : found));
    expect(judgeSchemaLock(lock, withSurface({ versions }))).toEqual([
      { artifact: 'asset', version, problem: 'shape-changed', missing: [...ALL, `the shape of v${version} as it is locked`] },
    ]);
  });

  it('takes no changed shape for a new version that came besides', () => {
    const versions = [whole(2), { ...whole(3), shape: shapeOf(99) }, whole(4)];
    const after = withSurface({ ...next, versions }, casesOf(2, 3, 4));
    const [fault] = judgeSchemaLock(extendSchemaLock(lock, after), after);
    expect(fault).toMatchObject({ artifact: 'asset', version: 3, problem: 'shape-changed' });
    expect(fault?.missing.at(-1)).toBe('the shape of v3 as it is locked');
  });

  const unlocked = (missing: readonly string[]) => [{ artifact: 'asset', version: 4, problem: 'version-not-locked', missing }];
  const asVersions = (change: Partial<CurrentVersion>) => ({ ...next, versions: [whole(2), whole(3), { ...whole(4), ...change }] });

  it.each<[string, CurrentState]>([
    ['a new version number', withSurface({ ...next, current: 3, reads: [2, 3] }, casesOf(2, 3, 4))],
    ['a schema file versions/v4.schema.ts', withSurface(asVersions({ shape: null }), casesOf(2, 3, 4))],
    ['a step v3-to-v4', withSurface(asVersions({ hasStep: false }), casesOf(2, 3, 4))],
    [
      'frozen fixtures fixtures/versions/asset/v4',
      withSurface(next, { ...casesOf(2, 3), 'asset/v4/a/in.json': 'a', 'asset/v4/b/in.json': 'b', 'asset/v4/b/out.json': 'b' }),
    ],
    ['a note in docs/formats', withSurface(asVersions({ hasNote: false }), casesOf(2, 3, 4))],
  ])('takes no new version without %s, and locks none', (missing, after) => {
    const extended = extendSchemaLock(lock, after);
    expect(extended.versions).toEqual(lock.versions);
    expect(judgeSchemaLock(extended, after)).toEqual(unlocked([missing, 'a lock entry']));
  });

  it('takes a new version once it is whole and locked', () => {
    const after = withSurface(next, casesOf(2, 3, 4));
    const frozen = { ...lock, fixtures: after.fixtures };
    expect(judgeSchemaLock(frozen, after)).toEqual(unlocked(['a lock entry']));
    expect(judgeSchemaLock(extendSchemaLock(lock, after), after)).toEqual([]);
  });

  it('asks for all of a version that is only announced', () => {
    expect(judgeSchemaLock(lock, withSurface({ current: 4, reads: [2, 3, 4] }))).toEqual(unlocked(ALL.slice(1)));
  });

  it('takes no version that goes down, and none that vanishes while it is read', () => {
    expect(judgeSchemaLock(lock, withSurface({ current: 2, reads: [2] }))).toEqual([
      { artifact: 'asset', version: 2, problem: 'version-went-down', missing: ['version 3, which is locked'] },
    ]);
    expect(judgeSchemaLock(lock, withSurface({ versions: [whole(3)] }))).toContainEqual({
      artifact: 'asset',
      version: 2,
      problem: 'version-vanished',
      missing: ['a schema file versions/v2.schema.ts'],
    });
    expect(judgeSchemaLock(lock, withSurface({ reads: [3], versions: [whole(3)] })).map(({ problem }) => problem)).toEqual([
      'version-vanished',
    ]);
    expect(judgeSchemaLock(lock, { ...state, surfaces: [] })).toContainEqual({
      artifact: 'asset',
      version: null,
      problem: 'version-vanished',
      missing: ['all of asset'],
    });
  });

  it('lets a version go that was retired', () => {
    expect(judgeSchemaLock(lock, withSurface({ reads: [3], retired: [1, 2], versions: [whole(3)] }))).toEqual([]);
  });

  it('takes no entry that was changed by hand', () => {
    const entry = { fingerprint: fingerprintOf(shapeOf(3)), shape: shapeOf(99) };
    const forged: SchemaLock = { ...lock, versions: { asset: { ...lock.versions['asset'], 3: entry } } };
    expect(judgeSchemaLock(forged, state)).toEqual([
      { artifact: 'asset', version: 3, problem: 'lock-entry-altered', missing: ['the lock entry as it was made'] },
    ]);
  });

  it('takes no fixture that was changed, has gone, or is not locked', () => {
    const path = 'asset/v2/a/in.json';
    const others = Object.fromEntries(Object.entries(casesOf(2, 3)).filter(([other]) => other !== path));
    const at = { artifact: 'asset', version: 2 };
    expect(judgeSchemaLock(lock, withSurface({}, { ...casesOf(2, 3), [path]: 'edited' }))).toEqual([
      { ...at, problem: 'fixture-changed', missing: [`${path} as it was`] },
    ]);
    expect(judgeSchemaLock(lock, withSurface({}, others))).toEqual([{ ...at, problem: 'fixture-vanished', missing: [path] }]);
    expect(judgeSchemaLock(lock, withSurface({}, { ...casesOf(2, 3), 'asset/from-the-future/v4/in.json': 'x' }))).toEqual([
      { artifact: 'asset', version: null, problem: 'fixture-not-locked', missing: ['a lock entry for asset/from-the-future/v4/in.json'] },
    ]);
  });

  it('asks no step and one case of what is made anew, also of the version after one that is thrown away', () => {
    const discarded = { ...surface, surface: 'cache', current: 2, reads: [2], retired: [1], isMigrated: false } as const;
    const after: CurrentState = { surfaces: [{ ...discarded, versions: [{ ...whole(2), hasStep: false }] }], fixtures: {} };
    const entry = { fingerprint: fingerprintOf(shapeOf(1)), shape: shapeOf(1) };
    const before: SchemaLock = { versions: { cache: { 1: entry } }, fixtures: {} };
    expect(judgeSchemaLock(before, after)).toEqual([
      {
        artifact: 'cache',
        version: 2,
        problem: 'version-not-locked',
        missing: ['frozen fixtures fixtures/versions/cache/v2', 'a lock entry'],
      },
    ]);
    const frozen: CurrentState = { ...after, fixtures: { 'cache/v2/a/in.json': 'hash' } };
    expect(judgeSchemaLock(extendSchemaLock(before, frozen), frozen)).toEqual([]);
  });
});

describe('extendSchemaLock', () => {
  it('changes nothing that is there', () => {
    const versions = [
      { ...whole(2), shape: shapeOf(98) },
      { ...whole(3), shape: shapeOf(99) },
    ];
    const edited = { ...casesOf(2, 3), 'asset/v2/a/in.json': 'edited', 'asset/v2/d/in.json': 'new' };
    const extended = extendSchemaLock(lock, withSurface({ versions }, edited));
    expect(extended).toEqual({ ...lock, fixtures: { ...lock.fixtures, 'asset/v2/d/in.json': 'new' } });
  });

  it('keeps what the tree no longer has', () => {
    expect(extendSchemaLock(lock, { surfaces: [], fixtures: {} })).toEqual(lock);
  });
});
