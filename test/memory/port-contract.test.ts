import { portContractCases } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import type { MemoryWorkspaceOptions } from '../../src/memory/create-memory-workspace.js';
import { openMemoryHarness } from './memory-harness.js';

const kinds: readonly (readonly [name: string, options: MemoryWorkspaceOptions])[] = [
  ['as it comes', {}],
  ['shuffled', { order: 'shuffled', seed: 7 }],
  ['that does not tell case', { caseSensitive: false, order: 'shuffled', seed: 8 }],
  ['that writes half of what it is given', { faults: (operation) => (operation === 'write' ? 'short-write' : undefined) }],
];

describe.each(kinds)('a workspace in memory %s keeps the port contract', (_, options) => {
  for (const { name, run } of portContractCases) {
    it(name, async () => {
      expect(await run(() => openMemoryHarness(options))).toEqual({ verdict: 'passed' });
    });
  }
});
