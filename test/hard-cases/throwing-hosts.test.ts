import { portableCompute, type PackerHost } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { READERS, WRITERS } from '../trust/operations.js';

const fail = (): never => {
  throw new Error('thrown inside a callback');
};

/** Hosts in which something that is called inside map and andThen throws. */
const THROWING: Readonly<Record<string, Partial<PackerHost>>> = {
  'the digest': { compute: { ...portableCompute, sha256: fail } },
  'the inflater': { compute: { ...portableCompute, inflate: fail } },
  'the source of uuids': { identity: { newUuid: fail } },
  'the source of tokens': { newToken: fail },
};

const ALL = { ...READERS, ...WRITERS };

describe('X19 a throw inside what a Result is mapped with', () => {
  it.each(Object.entries(THROWING))('X19 %s: every operation answers with a Result', async (_, oddity) => {
    const defects: string[] = [];
    for (const [operation, run] of Object.entries(ALL)) {
      const host = { ...createMemoryWorkspace(smallWorkspace()), ...oddity };
      const answers = await run(host); // a rejection would fail the test
      expect([operation, answers.every((answer) => typeof (answer as { isOk?: unknown }).isOk === 'function')]).toEqual([operation, true]);
      if (/"(?:INTERNAL_DEFECT|IO_BROKEN_PORT)"/.test(JSON.stringify(answers))) defects.push(operation);
    }
    expect(defects.length).toBeGreaterThan(0);
  });
});
