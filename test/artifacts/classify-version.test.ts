import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyVersion } from '../../src/artifacts/classify-version.js';
import { supportMatrix } from '../../src/artifacts/support-matrix.js';
import { versionSurfaces, type VersionSurface } from '../../src/artifacts/version-surfaces.js';
import { classifyVersion as classifyByDescriptor } from '../../src/versioning/classify-version.js';

const surfaces = Object.keys(versionSurfaces) as VersionSurface[];

describe('classifyVersion of an artifact', () => {
  it.each(supportMatrix())('agrees with the support matrix on $surface', ({ surface, reads, migrates, retired }) => {
    for (const version of reads) {
      const expected = migrates.includes(version) ? 'migratable' : 'current';
      expect(classifyVersion(surface, String(version))).toMatchObject({ class: expected, version });
    }
    for (const version of retired) expect(classifyVersion(surface, String(version))).toEqual({ class: 'version-too-old', version });
    const next = Math.max(...reads) + 1;
    expect(classifyVersion(surface, String(next))).toEqual({ class: 'version-too-new', version: next });
    expect(classifyVersion(surface, undefined)).toEqual({ class: 'version-missing' });
  });

  it('judges an archive by its envelope', () => {
    for (const token of ['1', '2', '0', undefined])
      expect(classifyVersion('archive', token)).toEqual(classifyVersion('archive-envelope', token));
  });

  it.each(['shader', 'constructor', '__proto__', '', null, undefined, {}])('takes %j for an artifact of a later release', (unknown) => {
    const artifact = unknown as VersionSurface;
    expect(classifyVersion(artifact, '1')).toEqual({ class: 'version-too-new', version: 1 });
    expect(classifyVersion(artifact, '4')).toEqual({ class: 'version-too-new', version: 4 });
    expect(classifyVersion(artifact, '01')).toEqual({ class: 'version-malformed', token: '01' });
    expect(classifyVersion(artifact, undefined)).toEqual({ class: 'version-missing' });
  });

  it.each([
    [4, { class: 'current', version: 4 }],
    [4.5, { class: 'version-malformed', token: '4.5' }],
    [null, { class: 'version-malformed', token: 'object' }],
    [{}, { class: 'version-malformed', token: 'object' }],
    [['4'], { class: 'version-malformed', token: 'object' }],
    [true, { class: 'version-malformed', token: 'boolean' }],
  ])('judges %j, which is no text', (token, expected) => {
    expect(classifyVersion('asset', token as unknown as string)).toEqual(expected);
  });

  it('finds a class for every text, by the descriptor of its own surface', () => {
    fc.assert(
      fc.property(fc.constantFrom(...surfaces), fc.oneof(fc.string(), fc.nat().map(String), fc.constant(undefined)), (surface, token) => {
        expect(classifyVersion(surface, token)).toEqual(classifyByDescriptor(versionSurfaces[surface], token));
      }),
    );
  });
});
