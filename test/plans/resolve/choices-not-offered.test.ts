import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../../src/artifacts/asset/claim.js';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { identitySceneOf } from '../../../src/plans/resolve/identity-scene.js';
import { stepsOfChoice } from '../../../src/plans/resolve/steps-of-choice.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import { classifyIdentity } from '../../../src/workspace/classify-identity.js';
import type { IdentityChoice } from '../../../src/workspace/identity-choices.js';
import { record, registry, U1, U2 } from '../../workspace/identity-states.js';

/** The steps of a choice for folder `a`, whether it is offered or not. */
function stepsFor(choice: IdentityChoice, known: Registry, claims: Readonly<Record<string, IdentityClaim>>) {
  const verdicts = classifyIdentity(known, new Map(Object.entries(claims)));
  const assets = verdicts.map((identity) => ({ root: identity.root, identity }) as AssetState);
  const verdict = verdicts.find(({ root }) => root === 'a');
  if (verdict === undefined) throw new Error('no folder a');
  return [...stepsOfChoice(choice, identitySceneOf({ assets, registry: known }), verdict)];
}

const nothing: IdentityClaim = { kind: 'none' };
const claimed = (uuid: string): IdentityClaim => ({ kind: 'valid', uuid });
const elsewhere = registry(record(2, U2, 'b'));

describe('a choice that has nothing to go by', () => {
  it.each<IdentityChoice>([
    'update-root',
    'restore-claim',
    'canonicalise',
    'make-owner',
    'choose-owner',
    'keep-record',
    'register-keeping',
    'keep-claim',
    'swap-records',
    'swap-claims',
    'remove-record',
    'edit-by-hand',
  ])('%s takes no step for a folder without claim and record', (choice) => {
    expect(stepsFor(choice, elsewhere, { a: nothing, b: claimed(U2) })).toEqual([]);
  });

  it('swaps nothing where only one of the two is recorded', () => {
    const known = registry(record(1, U1, 'a'));
    for (const choice of ['swap-records', 'swap-claims'] as const) expect(stepsFor(choice, known, { a: nothing })).toEqual([]);
  });

  it('a claim that is kept displaces no record where none was', () => {
    const steps = stepsFor('keep-claim', elsewhere, { a: claimed(U2), b: nothing });
    expect(steps.map(({ kind }) => kind)).not.toContain('retire-record');
    expect(steps).toContainEqual(expect.objectContaining({ kind: 'move-record', root: 'a' }));
  });
});
