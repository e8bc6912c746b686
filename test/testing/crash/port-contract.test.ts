import { createCrashDisk, portContractCases, type PortContractHarness } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import { withFaults } from '../../../src/testing/with-faults.js';

/** What a crash disk has not: symlinks, devices, names that are no text. */
const LACKING = /the harness lacks one of: plant(?:Symlink|Special|RawName)/;

async function openHarness(): Promise<PortContractHarness> {
  const disk = createCrashDisk();
  const denied = new Set<string>();
  const { read, write } = withFaults(disk.host(), (operation, path) => (operation === 'read' && denied.has(path) ? 'denied' : undefined));
  return {
    read,
    write,
    denyReading: async (path) => void denied.add(path),
    deadOwner: async (live) => ({ ...live, token: 'deadbeefdeadbeef', pid: live.pid + 1 }),
    dispose: async () => undefined,
  };
}

describe('a disk that does not crash keeps the port contract', () => {
  for (const { name, run } of portContractCases) {
    it(name, async () => {
      const verdict = await run(openHarness);
      if (verdict.verdict === 'not-applicable') expect(verdict.reason).toMatch(LACKING);
      else expect(verdict).toEqual({ verdict: 'passed' });
    });
  }

  it('in all cases but those that need what it has not', async () => {
    const verdicts = await Promise.all(portContractCases.map(({ run }) => run(openHarness)));
    expect(verdicts.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThan(portContractCases.length * 0.7);
  });
});
