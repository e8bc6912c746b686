import { describe, expect, it } from 'vitest';
import { newIdentitySeed, seededIdentity } from '../../src/cli/seeded-identity.js';

function take(seed: string, count: number): readonly string[] {
  const source = seededIdentity(seed);
  return Array.from({ length: count }, () => source.newUuid());
}

describe('seededIdentity', () => {
  it('gives canonical version 4 uuids, each once', () => {
    const uuids = take(newIdentitySeed(), 1000);
    expect(new Set(uuids).size).toBe(1000);
    for (const uuid of uuids) expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('gives the same for the same seed, and others for another', () => {
    const seed = newIdentitySeed();
    expect(take(seed, 20)).toEqual(take(seed, 20));
    expect(take(newIdentitySeed(), 20)).not.toEqual(take(seed, 20));
  });
});

describe('newIdentitySeed', () => {
  it('gives another seed at each call, of 32 hexadecimal digits', () => {
    const seeds = Array.from({ length: 100 }, newIdentitySeed);
    expect(new Set(seeds).size).toBe(100);
    for (const seed of seeds) expect(seed).toMatch(/^[0-9a-f]{32}$/);
  });
});
