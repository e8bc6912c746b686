import { readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosePath } from '../../src/paths/diagnose-path.js';
import { findCollisions } from '../../src/paths/find-collisions.js';
import { joinPath, parseWorkspacePath, WORKSPACE_ROOT } from '../../src/paths/workspace-path.js';

interface Payload {
  readonly path: string;
  readonly features: readonly string[];
  readonly must: 'reject' | 'contain';
}

interface LocalCase {
  readonly path: string;
  readonly local: boolean;
}

interface NameCase {
  readonly name: string;
  readonly portable: boolean;
}

interface FoldPair {
  readonly a: string;
  readonly b: string;
}

const corpus = new URL('../../../shared/corpus/paths/', import.meta.url);

function readRows<Row>(file: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(file, corpus), 'utf8')) as readonly Row[];
}

function report(file: string, count: number, accepted: number): void {
  console.log(`paths/${file}: 1 file, ${count} cases, ${accepted} accepted, ${count - accepted} refused`);
}

const location = { kind: 'workspace' } as const;

/** Whether a path is accepted; what is refused has to come with a diagnostic of this area that names it. */
function isAccepted(text: string): boolean {
  return parseWorkspacePath(text).match(
    () => true,
    (fault) => {
      const diagnostic = diagnosePath(fault, { artifact: 'workspace', location, text });
      expect(diagnostic.code).toMatch(/^PATH_[A-Z0-9_]+$/);
      expect(diagnostic.data).toMatchObject({ path: text });
      return false;
    },
  );
}

// One stored form: these are inside the root, and refused all the same.
const NOT_NORMALIZED = /(?:^|\/)\.?(?:\/|$)/;

function expectStrictlyInside(text: string): void {
  expect(posix.resolve('/root/of', text).startsWith('/root/of/'), text).toBe(true);
  expect(win32.resolve('Z:\\root\\of', text).startsWith('Z:\\root\\of\\'), text).toBe(true);
}

describe('corpus paths', () => {
  it.each([
    ['payloads-directory_traversal.json', 140],
    ['payloads-deep_traversal.json', 652],
    ['payloads-windows-files.json', 212],
    ['zip-slip-entry-names.json', 8],
  ])('%s: refuses what must be, takes the rest only inside the root', (file, count) => {
    const rows = readRows<Payload>(file);
    let accepted = 0;
    for (const { path, must, features } of rows) {
      const taken = isAccepted(path);
      expect(taken, path).toBe(must === 'contain' && !features.includes('not-portable') && !NOT_NORMALIZED.test(path));
      if (!taken) continue;
      accepted += 1;
      expectStrictlyInside(path);
    }
    report(file, rows.length, accepted);
    expect(rows).toHaveLength(count);
  });

  it('is-local-cases.json: refuses what is not local on any platform', () => {
    const file = new URL('is-local-cases.json', corpus);
    const sets = JSON.parse(readFileSync(file, 'utf8')) as { any_platform: readonly LocalCase[]; windows: readonly LocalCase[] };
    const rows = [...sets.any_platform, ...sets.windows];
    const taken = rows.filter(({ path }) => isAccepted(path));
    for (const { path, local } of taken) {
      expect(local, path).toBe(true);
      expectStrictlyInside(path);
    }
    expect(taken.map(({ path }) => path)).toEqual(['a', 'com0', 'dollar$']); // all local ones without dot segments
    report('is-local-cases.json', rows.length, taken.length);
    expect([sets.any_platform.length, sets.windows.length]).toEqual([13, 36]);
  });

  it('portable-names.json: takes the portable names and no other', () => {
    const rows = readRows<NameCase>('portable-names.json');
    for (const { name, portable } of rows) {
      expect(joinPath(WORKSPACE_ROOT, name).isOk(), JSON.stringify(name)).toBe(portable);
      expect(isAccepted(name) && !name.includes('/'), JSON.stringify(name)).toBe(portable);
    }
    report('portable-names.json', rows.length, rows.filter(({ portable }) => portable).length);
    expect(rows).toHaveLength(28);
  });

  it('unicode-fold-collisions.json: finds each pair in one folder', () => {
    const rows = readRows<FoldPair>('unicode-fold-collisions.json');
    for (const { a, b } of rows) {
      const [first, second] = [`tile_${a}.png`, `tile_${b}.png`];
      expect(findCollisions([first, 'other.png', second])).toEqual([[first, second].sort()]);
    }
    console.log(`paths/unicode-fold-collisions.json: 1 file, ${rows.length} pairs`);
    expect(rows).toHaveLength(6);
  });
});
