import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stages } from '../../etc/stages.js';
import { filesUnderTest, ownSuites, partSuites, suiteOf } from '../../etc/suites.js';
import { floors } from './house.js';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/ARCHITECTURE.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };

/** The cells of the table that begins with a heading, row by row. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const [, table = ''] = page.split(`\n${heading}\n`);
  const [rows = ''] = table.split('\n\n');
  return rows
    .split('\n')
    .slice(1) // below the line of dashes
    .filter((row) => row !== '')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const quotedIn = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

const invariants = rowsOf('| invariant | test |').map(([invariant = '', tests]) => ({ invariant, named: quotedIn(tests) }));
const named = invariants.flatMap((row) => row.named);
const paths = named.filter((name) => !name.startsWith('npm run '));
const tests = filesUnderTest();

/** The suites of the tests that a path of the page stands for. */
function suitesOf(path: string): ReadonlySet<string> {
  const files = tests.filter((file) => file === path || (path.endsWith('/') && file.startsWith(path)));
  return new Set(files.flatMap((file) => suiteOf(file)?.name ?? []));
}

/** What .ci/run runs of suites: the parts of `npm test`, and those with a stage of their own. */
const run = new Set([
  ...partSuites.map(({ name }) => name),
  ...ownSuites.map(({ name }) => name).filter((name) => stages.some(({ script }) => script === `test:${name}`)),
]);

describe('docs/ARCHITECTURE.md', () => {
  it('has the floors as they are', () => {
    const rows = rowsOf('| floor | folder | what lives there |');
    expect(rows.map(([floor, folders]) => [Number(floor), quotedIn(folders)])).toEqual(
      floors.map((rooms, floor) => [floor, rooms.map((room) => `${room}/`)]),
    );
    expect(rows.filter(([, , what]) => what === '')).toEqual([]);
  });

  it('has every room of src, and every room in a room', () => {
    const folders = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => statSync(join(root, 'src', path)).isDirectory());
    const rooms = folders.filter((path) => !path.includes('/'));
    const inner = folders.filter((path) => /^[^/]+\/[^/]+$/.test(path));
    expect(rooms.sort()).toEqual(floors.flat().sort());
    const told = rowsOf('| room | what lives there |').flatMap(([folder]) => quotedIn(folder));
    expect([...told].sort()).toEqual(inner.map((path) => `${path}/`).sort());
  });

  it('has the house in its picture', () => {
    for (const [floor, rooms] of floors.entries()) {
      const shown = new RegExp(`"${floor} · ([a-z, ]+)"`).exec(page)?.[1]?.split(', ');
      expect([floor, [...(shown ?? [])].sort()]).toEqual([floor, [...rooms].sort()]);
    }
  });

  it('names no folder or page that is not there', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => join('docs', target));
    expect(links.length).toBeGreaterThan(4);
    expect([...links, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('each invariant', () => {
  it('names a test', () => {
    expect(invariants.length).toBeGreaterThan(40);
    expect(invariants.filter((row) => row.named.length === 0).map(({ invariant }) => invariant)).toEqual([]);
    expect(new Set(invariants.map(({ invariant }) => invariant)).size).toBe(invariants.length);
  });

  it('names tests that are run', () => {
    const idle = paths.filter((path) => suitesOf(path).size === 0 || ![...suitesOf(path)].some((name) => run.has(name)));
    expect(idle).toEqual([]);
  });

  it('names scripts that are stages', () => {
    const scriptsNamed = named.filter((name) => name.startsWith('npm run ')).map((name) => name.slice('npm run '.length));
    expect(scriptsNamed).toContain('size');
    expect(scriptsNamed.filter((name) => !Object.hasOwn(scripts, name) || !stages.some(({ script }) => script === name))).toEqual([]);
  });

  it('together they name every rule of test/architecture', () => {
    const rules = tests.filter((file) => /^test\/architecture\/.*\.test\.ts$/.test(file));
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter((file) => !paths.includes(file))).toEqual([]);
  });
});
