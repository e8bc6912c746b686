import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../../src/artifacts/asset/claim.js';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { serializeRegistry } from '../../../src/artifacts/registry/serialize-registry.js';
import { createTextEdit } from '../../../src/plans/create-text-edit.js';
import { findRegistryFaults } from '../../../src/plans/identity/find-registry-faults.js';
import { viewRegistry } from '../../../src/plans/identity/registry-view.js';
import { identityChangesOf } from '../../../src/plans/identity-changes.js';
import { draftRegistry } from '../../../src/plans/resolve/draft-registry.js';
import { identitySceneOf } from '../../../src/plans/resolve/identity-scene.js';
import type { ResolutionBlock, ResolutionStep } from '../../../src/plans/resolve/resolution-step.js';
import { stepsOfChoice } from '../../../src/plans/resolve/steps-of-choice.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import { classifyIdentity, type IdentityVerdict } from '../../../src/workspace/classify-identity.js';
import { choicesOf, type IdentityChoice } from '../../../src/workspace/identity-choices.js';
import { indexClaimants } from '../../../src/workspace/index-claimants.js';
import { CLAIMS, record, registry, REGISTRIES, U1, U2, U3 } from '../../workspace/identity-states.js';

type Claims = ReadonlyMap<string, IdentityClaim>;

interface State {
  readonly known: Registry;
  readonly claims: Claims;
}

const THREE = registry(record(1, U1, 'a'), record(2, U2, 'b'), record(3, U3, 'c'));
const known = [...REGISTRIES.flatMap((it) => (it === null ? [] : [it])), THREE, registry(record(1, U1, 'a'), record(2, U2, 'gone'))];
const states: readonly State[] = known.flatMap((recorded) =>
  CLAIMS.flatMap((a) =>
    CLAIMS.flatMap((b) =>
      CLAIMS.map((c) => ({
        known: recorded,
        claims: new Map(Object.entries({ a, b, c }).flatMap(([root, it]) => (it === null ? [] : [[root, it] as const]))),
      })),
    ),
  ),
);

/** Classes that stand in the way of nothing, or that only the file itself can mend. */
const SETTLED = new Set(['ok', 'unregistered', 'imported', 'unreadable']);

const unsettled = (verdicts: readonly IdentityVerdict[]): ReadonlySet<string> =>
  new Set(verdicts.filter(({ class: name }) => !SETTLED.has(name)).map(({ root }) => root));

function newUuids() {
  let count = 0;
  return () => ok(`dddddddd-dddd-4ddd-8ddd-${String((count += 1)).padStart(12, '0')}`);
}

function carryOut({ known: recorded, claims }: State, steps: readonly ResolutionStep[]): State {
  const { registry: after, registered } = draftRegistry(recorded, steps, newUuids())._unsafeUnwrap();
  const claimed = new Map(claims);
  for (const step of steps) if (step.kind === 'claim') claimed.set(step.root, { kind: 'valid', uuid: step.uuid });
  for (const [root, uuid] of registered) claimed.set(root, { kind: 'valid', uuid });
  for (const step of steps) if (step.kind === 'remove-declaration') claimed.delete(step.root);
  return { known: after, claims: claimed };
}

interface Settled {
  readonly state: State;
  readonly verdict: IdentityVerdict;
  readonly choice: IdentityChoice;
  readonly before: readonly IdentityVerdict[];
  readonly steps: readonly ResolutionStep[];
  readonly blocks: readonly ResolutionBlock[];
}

function* settlements(): Generator<Settled> {
  for (const state of states) {
    const before = classifyIdentity(state.known, state.claims);
    const assets = before.map((identity) => ({ root: identity.root, identity }) as AssetState);
    const scene = identitySceneOf({ assets, registry: state.known });
    const claimants = indexClaimants(before);
    for (const verdict of before) {
      for (const choice of choicesOf(verdict, claimants)) {
        if (choice === 'edit-by-hand') continue;
        const found = [...stepsOfChoice(choice, scene, verdict)];
        const steps = found.flatMap((step) => (step.kind === 'blocked' ? [] : [step]));
        const blocks = found.flatMap((step) => (step.kind === 'blocked' ? [step] : []));
        yield { state, verdict, choice, before, steps, blocks };
      }
    }
  }
}

const show = ({ state, verdict, choice }: Settled): string =>
  JSON.stringify({
    records: state.known.assets.map((it) => [it.root, it.asset_uuid]),
    claims: [...state.claims],
    root: verdict.root,
    choice,
  });

const all = [...settlements()];
const carriedOut = all.filter(({ blocks }) => blocks.length === 0);

describe(`stepsOfChoice, in ${states.length} states`, () => {
  it('has steps for every choice that is offered', () => {
    expect(all.filter(({ steps, blocks }) => steps.length + blocks.length === 0).map(show)).toEqual([]);
    expect(new Set(carriedOut.map(({ choice }) => choice)).size).toBe(15);
  });

  it('settles the folder that was chosen for', () => {
    const failed = carriedOut.filter(({ state, steps, verdict, choice }) => {
      const after = carryOut(state, steps);
      const found = classifyIdentity(after.known, after.claims).find(({ root }) => root === verdict.root);
      return choice === 'remove' || choice === 'remove-record' ? found !== undefined : found?.class !== 'ok';
    });
    expect(failed.map(show)).toEqual([]);
  });

  it('unsettles no folder that was settled, so that nobody goes in circles', () => {
    const failed = carriedOut.filter(({ state, steps, before }) => {
      const after = carryOut(state, steps);
      const earlier = unsettled(before);
      return [...unsettled(classifyIdentity(after.known, after.claims))].some((root) => !earlier.has(root));
    });
    expect(failed.map(show)).toEqual([]);
  });

  it('keeps identities one to one: no record is lost or altered, no number or uuid used again', () => {
    const failed = carriedOut.filter(({ state, steps }) => {
      const texts = [state.known, carryOut(state, steps).known].map((it) => serializeRegistry(it)) as [string, string];
      const changes = identityChangesOf([createTextEdit('assets/.prometeu/index.json', ...texts)]);
      const [before, after] = texts.map(viewRegistry);
      const faults = after ? [...findRegistryFaults(before ?? null, after, changes, '', false)] : [null];
      const kinds = new Set(changes.map(({ kind }) => kind));
      return faults.length > 0 || kinds.has('asset-unregistered') || kinds.has('project-removed');
    });
    expect(failed.map(show)).toEqual([]);
  });

  it('retires an identity only where nobody else claims it, and only the one that was chosen for', () => {
    const failed = carriedOut.filter(({ state, steps, verdict, choice }) =>
      steps.some((step) => {
        if (step.kind !== 'retire-record') return false;
        const claimants = indexClaimants([...state.claims].map(([root, claim]) => ({ root, claim }))).get(step.record.asset_uuid) ?? [];
        const isClaimed = claimants.some((root) => root !== verdict.root);
        return step.record.root !== verdict.root || (isClaimed && choice !== 'remove-record');
      }),
    );
    expect(failed.map(show)).toEqual([]);
  });

  it('is blocked where a file cannot be read or a record would be left without a folder, and nowhere else', () => {
    const blocks = all.flatMap(({ verdict, choice, blocks: found }) => found.map(({ reason }) => `${verdict.class}/${choice}: ${reason}`));
    expect([...new Set(blocks)].sort()).toEqual([
      'ambiguous/choose-owner: id-conflict',
      'ambiguous/choose-owner: unreadable',
      'conflict/keep-claim: recorded',
      'conflict/keep-claim: several',
      'conflict/keep-claim: unreadable',
    ]);
  });

  it('always has a way out that is not blocked, unless a file has to be mended by hand first', () => {
    const open = new Set(carriedOut.map(({ state }) => state));
    const stuck = states.filter((state) => {
      const verdicts = classifyIdentity(state.known, state.claims);
      const byHand = verdicts.some(({ class: name }) => name === 'id-conflict' || name === 'unreadable');
      return !byHand && unsettled(verdicts).size > 0 && !open.has(state);
    });
    expect(stuck.map(({ claims }) => [...claims])).toEqual([]);
  });
});
