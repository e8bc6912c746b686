import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConsent, type PlanConsent } from '../../src/plans/apply/check-consent.js';
import type { IdentityChange } from '../../src/plans/plan.js';
import { uuid } from '../workspace/workspaces.js';

const DIGEST = 'a'.repeat(64);

const derived = (...digits: readonly number[]): readonly IdentityChange[] =>
  digits.map((digit) => ({
    kind: 'identity-derived',
    root: `asset-${digit}`,
    before: null,
    after: { asset_uuid: uuid(digit), asset_id: digit, root: `asset-${digit}` },
    evidence: 'a test',
  }));

const refusals = (identityChanges: readonly IdentityChange[], consent?: PlanConsent): readonly unknown[] =>
  checkConsent({ identityChanges, digest: DIGEST }, consent).match(
    () => [],
    (failure) => failure.map(({ code, severity, data }) => ({ code, severity, data })),
  );

const missing = (...digits: readonly number[]) => ({
  code: 'PLAN_CONSENT_MISSING',
  severity: 'error',
  data: { uuids: digits.map(uuid) },
});

const unknown = (planDigest: string | null, ...digits: readonly number[]) => ({
  code: 'PLAN_CONSENT_UNKNOWN',
  severity: 'error',
  data: { uuids: digits.map(uuid), planDigest },
});

describe('checkConsent', () => {
  it('asks nothing of a plan that derives no identity', () => {
    const change: IdentityChange = {
      kind: 'asset-registered',
      root: 'a',
      before: null,
      after: { asset_uuid: uuid(1), asset_id: 1, root: 'a' },
      evidence: 'a test',
    };
    expect(refusals([change])).toEqual([]);
    expect(refusals([change], { uuids: [] })).toEqual([]);
    expect(refusals([change], { planDigest: DIGEST })).toEqual([]);
  });

  it.each<[string, PlanConsent | undefined, readonly unknown[]]>([
    ['no consent', undefined, [missing(1, 2)]],
    ['empty consent', { uuids: [] }, [missing(1, 2)]],
    ['one of two', { uuids: [uuid(2)] }, [missing(1)]],
    ['both', { uuids: [uuid(2), uuid(1)] }, []],
    ['both, one twice', { uuids: [uuid(2), uuid(1), uuid(2)] }, []],
    ['the digest of the plan', { planDigest: DIGEST }, []],
    ['the digest and one of two', { planDigest: DIGEST, uuids: [uuid(1)] }, []],
    ['the digest and a uuid of no part', { planDigest: DIGEST, uuids: [uuid(3)] }, [unknown(null, 3)]],
    ['the digest of another plan', { planDigest: 'b'.repeat(64) }, [missing(1, 2), unknown('b'.repeat(64))]],
    ['the beginning of the digest', { planDigest: DIGEST.slice(0, 32) }, [missing(1, 2), unknown(DIGEST.slice(0, 32))]],
    ['another plan, and both', { planDigest: 'b'.repeat(64), uuids: [uuid(1), uuid(2)] }, [unknown('b'.repeat(64))]],
    ['both and one more', { uuids: [uuid(3), uuid(1), uuid(2)] }, [unknown(null, 3)]],
    ['only others', { uuids: [uuid(4), uuid(3)] }, [missing(1, 2), unknown(null, 3, 4)]],
    [
      'another spelling',
      { uuids: [uuid(10).toUpperCase(), uuid(1), uuid(2)] },
      [{ ...unknown(null), data: { uuids: [uuid(10).toUpperCase()], planDigest: null } }],
    ],
  ])('judges %s', (_, consent, expected) => {
    expect(refusals(derived(2, 1), consent)).toEqual(expected);
  });

  it.each(['asset-registered', 'identity-recorded', 'claim-added', 'asset-moved'] as const)('never takes consent for %s', (kind) => {
    const changes = derived(1).map((change) => ({ ...change, kind }));
    expect(refusals(changes, { uuids: [uuid(1)] })).toEqual([unknown(null, 1)]);
    expect(refusals(changes, { planDigest: DIGEST })).toEqual([]);
  });

  it('asks nothing where what is derived has no uuid', () => {
    const [change] = derived(1);
    const without = [null, { asset_uuid: null, asset_id: 1, root: 'asset-1' }].map((after) => ({ ...change, after }) as IdentityChange);
    expect(refusals(without)).toEqual([]);
    expect(refusals([...without, ...derived(2)])).toEqual([missing(2)]);
  });

  it('speaks of the plan, at the workspace', () => {
    const checked = checkConsent({ identityChanges: derived(1), digest: DIGEST }, { uuids: [uuid(2)] });
    expect(checked._unsafeUnwrapErr()).toMatchObject(
      ['PLAN_CONSENT_MISSING', 'PLAN_CONSENT_UNKNOWN'].map((code) => ({ code, artifact: 'plan', location: { kind: 'workspace' } })),
    );
  });

  it.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a text', 'plan'],
    ['a plan without changes', { digest: DIGEST }],
    ['changes that are no list', { identityChanges: {}, digest: DIGEST }],
    ['a change that is none', { identityChanges: [...derived(1), 'x'], digest: DIGEST }],
    ['a uuid that is no text', { identityChanges: [{ kind: 'identity-derived', after: { asset_uuid: 5 } }], digest: DIGEST }],
  ])('takes %s for no plan', (_, plan) => {
    const checked = checkConsent(plan as Parameters<typeof checkConsent>[0], { planDigest: DIGEST });
    expect(checked._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_MALFORMED', data: { pointer: '/identityChanges' } }]);
  });

  it('asks nothing of a change that gives no uuid, and hears nothing of what is no text', () => {
    const without = [
      { kind: 'identity-derived', root: 'assets/a', before: null, after: {}, evidence: '' },
    ] as unknown as readonly IdentityChange[];
    expect(refusals(without)).toEqual([]);
    expect(refusals([], { uuids: [1, null, {}], planDigest: 5 } as unknown as PlanConsent)).toEqual([]);
  });

  it('agrees to nothing by what is no consent', () => {
    for (const uuids of [null, uuid(1), {}]) {
      expect(refusals(derived(1), { uuids } as unknown as PlanConsent)).toEqual([missing(1)]);
    }
    const plan = { identityChanges: derived(1) } as unknown as Parameters<typeof checkConsent>[0];
    expect(checkConsent(plan, {})._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_CONSENT_MISSING' }]);
  });

  it('passes exactly where each derived uuid is named and no other', () => {
    const digits = fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { maxLength: 6 });
    fc.assert(
      fc.property(digits, digits, (asked, given) => {
        const passes = refusals(derived(...asked), { uuids: given.map(uuid) }).length === 0;
        expect(passes).toBe([...asked].sort((a, b) => a - b).join() === [...given].sort((a, b) => a - b).join());
      }),
    );
  });
});
