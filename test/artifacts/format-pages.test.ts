import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatExamples, formatKeys, formatNotes } from '../../etc/format-notes.mjs';
import { formatPages, formatPagesFolder } from '../../etc/make-format-pages.mjs';
import { keysOfShape, keysOfSpecimen } from '../../etc/shape-keys.mjs';
import { describeArtifacts } from '../../src/artifacts/describe-artifacts.js';
import { describeMigrations } from '../../src/artifacts/describe-migrations.js';
import { supportMatrix } from '../../src/artifacts/support-matrix.js';
import { readLock } from '../schema-lock/lock-file.js';
import type { JsonRecord, Shape } from '../schema-lock/shape.js';

const lock = readLock();
const pages = formatPages({ lock, artifacts: describeArtifacts(), rows: supportMatrix(), migrations: describeMigrations() });

/** The paths of all keys of a version. */
function pathsOf(shape: Shape): readonly string[] {
  switch (shape['type']) {
    case 'probed':
    case 'sealed':
      return keysOfSpecimen(shape);
    case 'layout':
      return Object.keys((shape['layout'] as JsonRecord)['fields'] as JsonRecord);
    default:
      return keysOfShape(shape).map(({ path }) => path);
  }
}

const versionsOf = (table: Readonly<Record<string, object>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(table).map(([surface, versions]) => [surface, Object.keys(versions)]));

/** The free keys of metadata in the sample of a header, which are any keys. */
const asAnyKey = (path: string): string => path.replace(/\.metadata\.(text|number|flag)$/, '.metadata.<key>');

describe('docs/formats', () => {
  it.each([...pages])('%s is what the lock, the fixtures and the steps say', (name, text) => {
    expect(readFileSync(new URL(name, formatPagesFolder), 'utf8')).toBe(text);
  });

  it('has no other page', () => {
    expect(readdirSync(formatPagesFolder).sort()).toEqual([...pages.keys()].sort());
  });

  it('tells about every version that is read, and every migration step', () => {
    const all = [...pages.values()].join('\n');
    for (const { surface, reads } of supportMatrix()) {
      for (const version of reads) expect(all).toContain(`\n## \`${surface}\` version ${version}\n`);
    }
    for (const { id, summary } of describeMigrations()) expect(all).toContain(`\`${id}\`\n\n${summary}`);
  });

  it('has a note for every version that is locked, and no other', () => {
    expect(versionsOf(formatNotes)).toEqual(versionsOf(lock.versions));
  });

  it.each(Object.entries(lock.versions))('has a meaning for every key of %s, and no other', (surface, versions) => {
    const keys = new Set(
      Object.values(versions)
        .flatMap(({ shape }) => pathsOf(shape))
        .map(asAnyKey),
    );
    const meanings: Readonly<Record<string, string>> =
      (formatKeys as Readonly<Record<string, Readonly<Record<string, string>>>>)[surface] ?? {};
    expect(Object.keys(meanings).sort()).toEqual([...keys].sort());
    expect(Object.entries(meanings).filter(([, meaning]) => !/^[A-Z`].*\.$/.test(meaning))).toEqual([]);
  });

  it('shows a frozen file of every version that has a JSON form', () => {
    const shown = Object.entries(formatExamples).flatMap(([surface, examples]) =>
      Object.keys(examples).map((version) => `${surface} ${version}`),
    );
    const without = ['archive-envelope'];
    const expected = Object.entries(lock.versions).flatMap(([surface, versions]) =>
      without.includes(surface) ? [] : Object.keys(versions).map((version) => `${surface} ${version}`),
    );
    expect(shown).toEqual(expected);
    for (const path of Object.values(formatExamples).flatMap((examples) => Object.values(examples))) {
      expect([path, existsSync(new URL(`../../fixtures/versions/${path}`, import.meta.url))]).toEqual([path, true]);
    }
  });

  it('has no words for a shape that it does not know', () => {
    expect(() => keysOfShape({ type: 'object', keys: { a: { type: 'date' } } })).toThrow(/no words/);
    expect(() => keysOfShape({ type: 'object', keys: { a: { type: 'string', minLength: 1 } } })).toThrow(/no words/);
  });
});
