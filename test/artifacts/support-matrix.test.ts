import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { supportMatrixFile, supportMatrixPage } from '../../etc/make-support-matrix.mjs';
import { describeArtifacts } from '../../src/artifacts/describe-artifacts.js';
import { supportMatrix } from '../../src/artifacts/support-matrix.js';
import { versionSurfaces } from '../../src/artifacts/version-surfaces.js';

describe('supportMatrix', () => {
  it('has one row for each version number of each artifact', () => {
    expect(supportMatrix().map(({ surface }) => surface)).toEqual([
      'asset',
      'registry',
      'archive-envelope',
      'archive-header',
      'asset-table',
      'preload',
      'asset-metadata',
      'cache',
      'journal',
    ]);
    const described = describeArtifacts().flatMap(({ artifact, versions }) => versions.map(({ field }) => ({ artifact, field })));
    expect(supportMatrix().map(({ artifact, field }) => ({ artifact, field }))).toEqual(described);
  });

  it.each(supportMatrix())('says of $surface what its descriptor says', ({ surface, ...row }) => {
    const { artifact, field, supported, current, migratable, writable, deprecated, retired } = versionSurfaces[surface];
    const reads = [...migratable, current];
    expect(row).toEqual({ artifact, field, supported, reads, migrates: migratable, writes: writable, deprecated, retired });
  });

  it('promises what this release keeps', () => {
    const promised = supportMatrix().map(({ surface, reads, migrates, writes, retired }) => [surface, reads, migrates, writes, retired]);
    const only = (version: number) => [[version], [], [version], []];
    expect(promised).toEqual([
      ['asset', [2, 3, 4], [2, 3], [4], [1]],
      ['registry', [2, 3, 4], [2, 3], [4], [1]],
      ['archive-envelope', ...only(1)],
      ['archive-header', ...only(1)],
      ['asset-table', ...only(1)],
      ['preload', ...only(1)],
      ['asset-metadata', ...only(1)],
      ['cache', ...only(1)],
      ['journal', ...only(1)],
    ]);
  });

  it('is what docs/support-matrix.md says', () => {
    expect(readFileSync(supportMatrixFile, 'utf8')).toBe(supportMatrixPage(describeArtifacts(), supportMatrix()));
  });
});
