import { compareStrings } from '../../src/base/compare-strings.js';
import { fingerprintOf, type CurrentState, type CurrentSurface, type CurrentVersion, type SchemaLock } from './schema-lock.js';

/** One thing that the lock does not allow. */
export interface LockFault {
  /** Whatever has a version number of its own; the first folder of its path for a fixture. */
  readonly artifact: string;
  /** The version; null where it is about none. */
  readonly version: number | null;
  /** What is wrong. */
  readonly problem:
    | 'shape-changed'
    | 'version-not-locked'
    | 'version-went-down'
    | 'version-vanished'
    | 'lock-entry-altered'
    | 'fixture-changed'
    | 'fixture-vanished'
    | 'fixture-not-locked';
  /** What has to be there for it to be right. */
  readonly missing: readonly string[];
}

/** The fewest differently formatted files for each version of an artifact that people edit, or that is migrated. */
const FEWEST_CASES = 3;

const versionOf = (surface: CurrentSurface, version: number): CurrentVersion | undefined =>
  surface.versions.find((candidate) => candidate.version === version);

function countCases(fixtures: CurrentState['fixtures'], folder: string): number {
  const inside = Object.keys(fixtures).filter((path) => path.startsWith(`${folder}/`));
  return new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0])).size;
}

/** Everything that makes a version of a surface whole, and is not there. */
function missingFor(surface: CurrentSurface, version: number, lock: SchemaLock, { fixtures }: CurrentState): readonly string[] {
  const found = versionOf(surface, version);
  const folder = `${surface.surface}/v${version}`;
  const needed = surface.isMigrated ? FEWEST_CASES : 1;
  const hasEarlier = surface.reads.includes(version - 1) || lock.versions[surface.surface]?.[version - 1] !== undefined;
  const demands: readonly (readonly [boolean, string])[] = [
    [surface.current >= version, 'a new version number'],
    [(found?.shape ?? null) !== null, `a schema file ${surface.schemaFile(version)}`],
    [!surface.isMigrated || !hasEarlier || found?.hasStep === true, `a step v${version - 1}-to-v${version}`],
    [countCases(fixtures, folder) >= needed, `frozen fixtures fixtures/versions/${folder}`],
    [found?.hasNote === true, 'a note in docs/formats'],
    [lock.versions[surface.surface]?.[version] !== undefined, 'a lock entry'],
  ];
  return demands.flatMap(([isThere, demand]) => (isThere ? [] : [demand]));
}

function judgeLocked(lock: SchemaLock, state: CurrentState, surface: CurrentSurface): readonly LockFault[] {
  const artifact = surface.surface;
  const locked = Object.entries(lock.versions[artifact] ?? {}).map(([version, entry]) => ({ version: Number(version), ...entry }));
  const newest = Math.max(0, ...locked.map(({ version }) => version));
  const wentDown: readonly LockFault[] =
    surface.current < newest
      ? [{ artifact, version: surface.current, problem: 'version-went-down', missing: [`version ${newest}, which is locked`] }]
      : [];
  const faults = locked.flatMap(({ version, fingerprint, shape }): readonly LockFault[] => {
    if (fingerprintOf(shape) !== fingerprint) {
      return [{ artifact, version, problem: 'lock-entry-altered', missing: ['the lock entry as it was made'] }];
    }
    const current = versionOf(surface, version)?.shape ?? null;
    if (current === null) {
      if (surface.retired.includes(version)) return [];
      return [{ artifact, version, problem: 'version-vanished', missing: [`a schema file ${surface.schemaFile(version)}`] }];
    }
    if (fingerprintOf(current) === fingerprint) return [];
    const missing = [...missingFor(surface, newest + 1, lock, state), `the shape of v${version} as it is locked`];
    return [{ artifact, version, problem: 'shape-changed', missing }];
  });
  return [...wentDown, ...faults];
}

function judgeNew(lock: SchemaLock, state: CurrentState, surface: CurrentSurface): readonly LockFault[] {
  const known = new Set([...surface.versions.map(({ version }) => version), ...surface.reads]);
  return [...known]
    .filter((version) => lock.versions[surface.surface]?.[version] === undefined)
    .map((version) => ({
      artifact: surface.surface,
      version,
      problem: 'version-not-locked',
      missing: missingFor(surface, version, lock, state),
    }));
}

function judgeFixtures(lock: SchemaLock, { fixtures }: CurrentState): readonly LockFault[] {
  const paths = [...new Set([...Object.keys(lock.fixtures), ...Object.keys(fixtures)])].sort(compareStrings);
  return paths.flatMap((path): readonly LockFault[] => {
    const [artifact = '', folder = ''] = path.split('/');
    const version = /^v([0-9]+)$/.exec(folder)?.[1];
    const at = { artifact, version: version === undefined ? null : Number(version) };
    const locked = lock.fixtures[path];
    if (locked === undefined) return [{ ...at, problem: 'fixture-not-locked', missing: [`a lock entry for ${path}`] }];
    if (fixtures[path] === undefined) return [{ ...at, problem: 'fixture-vanished', missing: [path] }];
    return locked === fixtures[path] ? [] : [{ ...at, problem: 'fixture-changed', missing: [`${path} as it was`] }];
  });
}

/**
 * Holds the tree against the lock: no shape of a locked version changes, no version goes down or vanishes while it is
 * read, no frozen fixture changes, and a new version comes whole. Each fault says what is missing for it to be right.
 */
export function judgeSchemaLock(lock: SchemaLock, state: CurrentState): readonly LockFault[] {
  const surfaces = new Set<string>(state.surfaces.map(({ surface }) => surface));
  const vanished = Object.keys(lock.versions)
    .filter((artifact) => !surfaces.has(artifact))
    .map((artifact): LockFault => ({ artifact, version: null, problem: 'version-vanished', missing: [`all of ${artifact}`] }));
  const judged = state.surfaces.flatMap((surface) => [...judgeLocked(lock, state, surface), ...judgeNew(lock, state, surface)]);
  return [...vanished, ...judged, ...judgeFixtures(lock, state)];
}

/**
 * The lock with what is new in the tree: versions that are whole but for their lock entry, and new fixtures. What is in
 * the lock stays as it is; a person who means to change an entry takes it out by hand, for all to see.
 */
export function extendSchemaLock(lock: SchemaLock, state: CurrentState): SchemaLock {
  const isWhole = (surface: CurrentSurface, version: number): boolean =>
    missingFor(surface, version, lock, state).every((demand) => demand === 'a lock entry');
  const versions = Object.fromEntries(
    state.surfaces.map((surface) => {
      const locked = lock.versions[surface.surface] ?? {};
      const added = surface.versions.flatMap(({ version, shape }) =>
        shape === null || locked[version] !== undefined || !isWhole(surface, version)
          ? []
          : [[String(version), { fingerprint: fingerprintOf(shape), shape }] as const],
      );
      return [surface.surface, { ...locked, ...Object.fromEntries(added) }] as const;
    }),
  );
  const fixtures = { ...state.fixtures, ...lock.fixtures };
  const sorted = Object.fromEntries(Object.entries(fixtures).sort(([a], [b]) => compareStrings(a, b)));
  return { versions: { ...lock.versions, ...versions }, fixtures: sorted };
}
