import { ok } from 'neverthrow';
import { expect, it } from 'vitest';
import type { ReadPort } from '../../src/ports/read-port.js';
import { compareFolders } from '../../src/plans/apply/compare-folders.js';
import { benchWith, compute, path, valueOf } from './bench.js';

it('finds more staged files in one folder than a call takes arguments', async () => {
  const entries = Array.from({ length: 130_000 }, (_, index) => {
    return { name: `.asset.json.${index.toString(16).padStart(16, '0')}.prometeu.tmp`, kind: 'file' as const };
  });
  const listFolders: ReadPort['listFolders'] = (_, visit) => {
    visit(0, ok(entries));
    return Promise.resolve(ok());
  };
  const read = { ...benchWith({}).workspace.read, listFolders };
  const { leftovers } = valueOf(await compareFolders({ read, compute, signal: undefined }, [], [path('assets')]));
  expect(leftovers).toHaveLength(entries.length);
});
