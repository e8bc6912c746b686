import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeArtifacts } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { guidePage, testExamples } from './page-examples.js';
import { pageSection, pageTable } from './page-table.js';

const root = resolve(import.meta.dirname, '../..');
const page = guidePage('docs/runtime-boundary.md');

describe('docs/runtime-boundary.md', () => {
  testExamples('docs/runtime-boundary.md');

  it('tells the artifacts as describeArtifacts does', () => {
    const told = describeArtifacts().map(({ artifact, path, published, audience, authority, whenUnsupported }) => [
      `\`${artifact}\``,
      `\`${path}\``,
      published ? 'yes' : 'no',
      audience,
      authority,
      whenUnsupported,
    ]);
    expect(pageTable(page.text, 'What is published')).toEqual(told);
  });

  it('rests on what the descriptors say', () => {
    const published = describeArtifacts().filter((artifact) => artifact.published);
    expect(published.every(({ authority, whenUnsupported }) => authority === 'derived' && whenUnsupported === 'rebuild')).toBe(true);
    expect(published.filter(({ audience }) => audience === 'runtime-facing').map(({ artifact }) => artifact)).toEqual(['archive']);
    expect(page.text).toContain(`The ${['', 'one', 'two', 'three', 'four'][published.length] ?? '-'} published files`);
    for (const { versions } of published.filter(({ artifact }) => artifact === 'archive')) {
      for (const { field } of versions) expect(page.text).toContain(`\`${field}\``);
    }
  });

  it('names a test that there is for each thing the runtime may rely on', () => {
    const promises = pageSection(page.text, 'What the runtime may rely on')
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(promises.length).toBeGreaterThan(6);
    for (const promise of promises) {
      const tests = [...promise.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
      expect([promise, tests.length > 0, tests.filter((path) => !existsSync(resolve(root, path)))]).toEqual([promise, true, []]);
    }
  });
});
