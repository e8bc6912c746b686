import { describe, expect, it } from 'vitest';
import { assetChain } from '../../../src/artifacts/asset/asset-chain.js';
import { createAssetReader } from '../../../src/artifacts/asset/create-asset-reader.js';
import { registryDescriptor } from '../../../src/artifacts/registry/descriptor.js';
import { migrateAssetText } from '../../../src/plans/migrate/migrate-text.js';
import { type FileMigration, reportFile } from '../../../src/plans/migrate/report-file.js';
import { assetV2, assetV3 } from '../../operations/versioned-workspace.js';
import { uuid } from '../../workspace/workspaces.js';
import { compute } from '../bench.js';

const FILE = 'assets/a/asset.json';
const textOf = (before: string) => migrateAssetText(new TextEncoder().encode(before), FILE, uuid(1), createAssetReader())._unsafeUnwrap();
const identity = { effect: 'declared', uuid: uuid(1), origin: 'derived' } as const;

const report = (change: Partial<FileMigration> = {}, before = assetV2('a')) =>
  reportFile({ file: FILE, chain: assetChain, text: textOf(before), diff: 'the diff', identity, blocksBuild: true, ...change }, compute);

describe('reportFile', () => {
  it('tells what a migration does', () => {
    const { certificate, steps, ...rest } = report();
    expect(rest).toEqual({
      artifact: 'asset',
      file: FILE,
      found: 2,
      supported: { range: '>=2 <5', oldest: 2, current: 4 },
      target: 4,
      deprecated: { version: 2, removedIn: '2.0.0' },
      identity,
      unknownKeys: [],
      changes: true,
      diff: 'the diff',
      blocks: { build: true, studio: false },
    });
    expect(steps.map(({ id, from, to, outcome }) => [id, from, to, outcome])).toEqual([
      ['asset-2-to-3', 2, 3, 'succeeded'],
      ['asset-3-to-4', 3, 4, 'succeeded'],
    ]);
    expect(steps.map(({ summary }) => summary)).toEqual(assetChain.steps.map(({ summary }) => summary));
    expect(certificate).toMatchObject({ artifact: 'asset', file: FILE });
  });

  it('tells no version that goes where none does', () => {
    expect(report({}, assetV3('a', 1, { 'x-key': 1 }))).toMatchObject({ found: 3, deprecated: null, unknownKeys: ['/x-key'] });
  });

  it('tells a text that stays as it is', () => {
    const text = textOf(assetV2('a'));
    expect(report({ text: { ...text, after: text.before } }).changes).toBe(false);
  });

  it('has nothing to say of a step that the chain does not know', () => {
    const { artifact, steps } = report({ chain: { descriptor: registryDescriptor, steps: [] }, blocksBuild: false });
    expect(artifact).toBe('registry');
    expect(steps.map(({ summary }) => summary)).toEqual(['', '']);
  });
});
