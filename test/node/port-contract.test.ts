import { portContractCases } from 'prometeu-packer/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeHarness } from './node-harness.js';

const NOBODY = 65534;

describe('the Node adapter keeps the port contract', () => {
  const isRoot = process.geteuid?.() === 0;

  beforeAll(() => {
    if (isRoot) process.seteuid?.(NOBODY); // nothing is forbidden to root, so nothing would be denied
  });
  afterAll(() => {
    if (isRoot) process.seteuid?.(0);
  });

  for (const { name, run } of portContractCases) {
    it(name, async () => {
      expect(await run(openNodeHarness)).toEqual({ verdict: 'passed' });
    });
  }
});
