import { describe, expect, it } from 'vitest';
import { versionSurfaces } from '../../src/artifacts/version-surfaces.js';
import { checkDescriptor } from '../../src/versioning/check-descriptor.js';

describe('versionSurfaces', () => {
  it.each(Object.entries(versionSurfaces))('%s keeps the rules of a descriptor', (_, descriptor) => {
    expect(checkDescriptor(descriptor)._unsafeUnwrap()).toBe(descriptor);
  });

  it('knows every version that ever was: read or retired, each once', () => {
    for (const { current, migratable, retired } of Object.values(versionSurfaces)) {
      expect([...retired, ...migratable, current]).toEqual(Array.from({ length: current }, (_, index) => index + 1));
    }
  });

  it('discards only what can be made again, and refuses only what cannot', () => {
    const fates = Object.entries(versionSurfaces).map(([surface, { whenUnsupported }]) => [whenUnsupported, surface]);
    expect(fates.filter(([fate]) => fate === 'discard')).toEqual([['discard', 'cache']]);
    expect(fates.filter(([fate]) => fate === 'refuse').map(([, surface]) => surface)).toEqual(['asset', 'registry', 'journal']);
  });

  it('has identity in declarations and the registry alone', () => {
    const bearers = Object.entries(versionSurfaces).filter(([, { identityFields }]) => identityFields.length > 0);
    expect(bearers.map(([surface]) => surface)).toEqual(['asset', 'registry']);
  });
});
