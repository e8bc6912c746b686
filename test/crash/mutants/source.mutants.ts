import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleMutant } from './bundle-mutant.js';
import { crashNets } from './crash-nets.js';
import { sourceMutants } from './source-mutants.js';

const folder = mkdtempSync(join(tmpdir(), 'packer-mutants-'));
afterAll(() => rmSync(folder, { recursive: true }));

const caught = sourceMutants.filter(({ net }) => net !== null);
const harmless = sourceMutants.filter(({ net }) => net === null);

describe('the engine as it is, bundled in the same way', () => {
  it('is caught by nothing', async () => {
    const subject = await bundleMutant([], join(folder, 'none'));
    for (const net of Object.values(crashNets)) expect(await net(subject)).toBeNull();
  });
});

describe('a mutant of the engine', () => {
  it.each(caught.map((mutant) => [mutant.name, mutant] as const))('is caught: %s', async (_, mutant) => {
    const subject = await bundleMutant([mutant], join(folder, String(caught.indexOf(mutant))));
    const { net } = mutant;
    expect(net === null ? null : await crashNets[net](subject)).not.toBeNull();
  });

  it.each(harmless.map((mutant) => [mutant.name, mutant] as const))('does no harm, for a reason: %s', async (_, mutant) => {
    const subject = await bundleMutant([mutant], join(folder, `harmless-${harmless.indexOf(mutant)}`));
    expect(mutant.reason).toBeTruthy();
    for (const net of Object.values(crashNets)) expect(await net(subject)).toBeNull();
  });
});
