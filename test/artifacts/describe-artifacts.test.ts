import { describe, expect, it } from 'vitest';
import { archiveLayout } from '../../src/artifacts/archive/layout.js';
import { describeArtifacts } from '../../src/artifacts/describe-artifacts.js';
import { versionSurfaces } from '../../src/artifacts/version-surfaces.js';

describe('describeArtifacts', () => {
  it('returns the table of CONTRACT.md §1', () => {
    const table = describeArtifacts().map(({ artifact, path, form, audience, authority, whenUnsupported, published }) =>
      [artifact, path, form, audience, authority, whenUnsupported, published].join(' '),
    );
    expect(table).toEqual([
      'asset assets/<root>/asset.json hand-edited-json tooling-only authoritative refuse false',
      'registry assets/.prometeu/index.json packer-written-json tooling-only authoritative refuse false',
      'archive build/assets.pa binary runtime-facing derived rebuild true',
      'asset-table build/asset_table.json packer-written-json tooling-only derived rebuild true',
      'preload build/preload.json packer-written-json tooling-only derived rebuild true',
      'asset-metadata build/asset_table_metadata.json packer-written-json tooling-only derived rebuild true',
      'cache assets/.prometeu/cache.json packer-written-json tooling-only derived discard false',
      'journal assets/.prometeu/journal.json packer-written-json control not-derivable refuse false',
    ]);
  });

  it('gives each artifact its own version numbers, all of them, and one fate', () => {
    expect(describeArtifacts().flatMap(({ versions }) => versions)).toEqual(Object.values(versionSurfaces));
    for (const { artifact, versions, whenUnsupported } of describeArtifacts()) {
      expect(versions.map((version) => [version.artifact, version.whenUnsupported])).toEqual(
        versions.map(() => [artifact, whenUnsupported]),
      );
    }
  });

  it('publishes what stands in build/, and nothing else', () => {
    for (const { path, published } of describeArtifacts()) expect(published).toBe(path.startsWith('build/'));
  });

  it('has the runtime read the archive alone', () => {
    expect(describeArtifacts().flatMap(({ artifact, audience }) => (audience === 'runtime-facing' ? [artifact] : []))).toEqual(['archive']);
  });

  it('names the versions that the layout of the archive has', () => {
    const archive = describeArtifacts().find(({ artifact }) => artifact === 'archive');
    expect(archive?.versions).toMatchObject([
      { field: 'envelope_major', current: archiveLayout.envelope.major },
      { field: 'header_version', current: archiveLayout.headerVersion },
    ]);
  });

  it('is plain data', () => {
    expect(structuredClone(describeArtifacts())).toEqual(describeArtifacts());
  });
});
