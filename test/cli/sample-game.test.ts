import { describe, expect, it } from 'vitest';
import { sampleGameFiles, sampleGameFolder } from '../../etc/make-sample-game.mjs';
import { listFiles } from './list-files.js';

describe('fixtures/sample-game', () => {
  it('is just what its generator makes', () => {
    const made = [...sampleGameFiles()].sort(([a], [b]) => (a < b ? -1 : 1));
    expect([...listFiles(sampleGameFolder)]).toEqual(made);
  });
});
