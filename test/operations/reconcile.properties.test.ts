import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Observation, observe, readWorkspace, reconcile, type ReconcileOptions } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { soundPng } from '../sources/png/png-builder.js';
import { declaration, workspace } from '../workspace/workspaces.js';
import { anyWorkspaceEdit, editWorkspace, sprites } from './workspace-edits.js';

/** How far the clock goes before each edit, and what the edit is; a round ends with a look at all of it. */
const rounds = (step: fc.Arbitrary<number>) =>
  fc.array(fc.array(fc.record({ step, change: anyWorkspaceEdit }), { maxLength: 4 }), { minLength: 1, maxLength: 4 });

interface Campaign {
  readonly step: fc.Arbitrary<number>;
  readonly optionsOf: (named: readonly string[]) => ReconcileOptions;
}

const start = (clock: () => number) =>
  createMemoryWorkspace(
    { ...workspace({ a: 1, b: 2 }), 'assets/b/asset.json': declaration(2, sprites), 'assets/b/data.bin': soundPng, 'assets/d/x': '' },
    { clock, order: 'shuffled' },
  );

const agrees = ({ step, optionsOf }: Campaign) =>
  fc.asyncProperty(rounds(step), async (plan) => {
    const time = { now: 1000 };
    let names = 0;
    const host = start(() => time.now);
    let seen: Observation = (await observe(host))._unsafeUnwrap();
    for (const edits of plan) {
      const named: string[] = [];
      for (const { step: by, change } of edits) {
        time.now += by;
        named.push(...(await editWorkspace(host, change, () => `assets/moved-${(names += 1)}`)));
      }
      const before = seen.snapshot;
      const now = (await reconcile(host, seen, optionsOf(named)))._unsafeUnwrap();
      const anew = (await readWorkspace(host))._unsafeUnwrap();
      expect(now.snapshot).toEqual(anew);
      if (now.state === 'fresh') expect(anew).toEqual(before);
      else expect(anew).not.toEqual(before);
      seen = now;
    }
  });

describe('reconcile gives what readWorkspace gives, whatever was done between', () => {
  const runs = { numRuns: 150 };

  it('C4 C5: with digests alone, whatever the clock does', () =>
    fc.assert(agrees({ step: fc.constantFrom(0, 0, 1, -1, -5000, 1e9), optionsOf: () => ({}) }), runs));

  it('with times trusted, while the clock never runs back and may stand still', () =>
    fc.assert(agrees({ step: fc.constantFrom(0, 0, 1), optionsOf: () => ({ trustTimes: true }) }), runs));

  it('with the paths named that changed, whatever the clock does', () =>
    fc.assert(agrees({ step: fc.constantFrom(0, 0, 1, -1), optionsOf: (changed) => ({ changed }) }), runs));

  it('with both', () => fc.assert(agrees({ step: fc.constantFrom(0, 1), optionsOf: (changed) => ({ changed, trustTimes: true }) }), runs));
});
