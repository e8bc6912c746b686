import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyPlan, copyPlanPreconditions } from '../../src/plans/copy-plan.js';
import type { Plan } from '../../src/plans/plan.js';
import { planSchema } from '../../src/plans/plan.schema.js';

const DIGEST = 'a'.repeat(64);
const UUID = '00000000-0000-4000-8000-000000000001';
const input = { role: 'main', path: 'a.bin', file: 'assets/hero/a.bin', size: 4, sha256: null };
const identity = { asset_uuid: UUID, asset_id: 1, root: 'hero' };

/** Of no meaning, but of the shape of a plan in all of its parts. */
const plan: Plan = {
  kind: 'mutate',
  edits: [
    { kind: 'text', path: 'assets/hero/asset.json', before: null, after: 'x', diff: '' },
    { kind: 'move-folder', path: 'assets/hero', from: 'assets/heroine' },
    {
      kind: 'compose',
      path: 'build/assets.pa',
      length: 4,
      recipe: {
        assets: [
          {
            asset_id: 1,
            asset_uuid: UUID,
            root: 'hero',
            asset_name: 'hero',
            bank_type: 'DATA',
            metadata: { width: 1, looped: true, '10': 'x', '9': -0.5 },
            inputs: [input, { ...input, sha256: DIGEST }],
          },
        ],
        preload: [{ asset_id: 1, slot: 0 }],
      },
    },
  ],
  identityChanges: [{ kind: 'asset-moved', root: 'hero', before: null, after: identity, evidence: 'it moved' }],
  preconditions: {
    projectUuid: null,
    files: [{ path: 'assets/.prometeu/index.json', sha256: DIGEST }],
    heads: [{ path: 'assets/hero/a.bin', length: 1, sha256: DIGEST }],
    folders: [
      { path: '', listing: null },
      { path: 'assets', listing: DIGEST },
    ],
  },
  digest: DIGEST,
};

type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...at, key]))];
}

const PLACES = placesIn(plan);

const strange = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', '../x', 'assets', DIGEST, DIGEST.toUpperCase(), 'text', 'compose', 'build', 'DATA'),
  fc.constantFrom<unknown>(0, -0, -1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, true, 10n, Symbol('s')),
  fc.constantFrom<unknown>([], {}, [undefined], new Array(1), input, identity, new Map(), Object.create(null), Object.create(input)),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__":1}'), { [Symbol('s')]: 1 }, plan.edits[0], plan.edits[2], new Date(0)),
  fc.string({ unit: 'binary' }),
);

interface Change {
  readonly place: Place;
  readonly key: string;
  readonly member: unknown;
  readonly how: 'put' | 'remove' | 'add' | 'hide';
}

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.constantFrom(...PLACES),
  key: fc.constantFrom('kind', 'path', 'extra', 'toString', '0', 'length', 'sha256'),
  member: strange,
  how: fc.constantFrom('put', 'remove', 'add', 'hide'),
});

/** Changes a value where that is possible. */
function carryOut(value: unknown, { place, key, member, how }: Change): unknown {
  const copy: unknown = structuredClone(value);
  let parent: unknown = copy;
  for (const step of place.slice(0, -1)) parent = (parent as Record<string, unknown> | undefined)?.[step];
  const last = String(place.at(-1) ?? '');
  if (typeof parent !== 'object' || parent === null || place.length === 0) return how === 'put' ? member : copy;
  const target: unknown = how === 'add' ? (parent as Record<string, unknown>)[last] : parent;
  if (how === 'remove') Reflect.deleteProperty(parent, last);
  else if (how === 'hide') Reflect.defineProperty(parent, last, { enumerable: false });
  else if (typeof target === 'object' && target !== null) Reflect.set(target, how === 'add' ? key : last, member);
  return copy;
}

describe('copyPlan', () => {
  it('copies what is right, so that it does not ask the schema', () => {
    expect(copyPlan(plan)).toEqual(plan);
    expect(copyPlan(plan)).not.toBe(plan);
    expect(copyPlan(plan)?.edits[2]).not.toBe(plan.edits[2]);
  });

  it.each(['register', 'build', 'migrate', 'mutate', 'resolve', 'fix', 'undo'] as const)('copies a plan to %s', (kind) => {
    expect(copyPlan({ ...plan, kind })).toEqual({ ...plan, kind });
  });

  const [text, , compose] = plan.edits;

  /** The plan with another asset in its recipe. */
  const withAsset = (more: object): unknown => {
    const recipe = compose?.kind === 'compose' ? compose.recipe : undefined;
    return { ...plan, edits: [{ ...compose, recipe: { ...recipe, assets: [{ ...recipe?.assets[0], ...more }] } }] };
  };

  it.each(['TILES', 'SOUNDS', 'PALETTES', 'DATA'])('copies assets of the bank type %s', (bank_type) => {
    expect(copyPlan(withAsset({ bank_type }))).toEqual(withAsset({ bank_type }));
  });

  it.each<readonly [string, unknown]>([
    ['a list of a digest for it', { ...plan, preconditions: { ...plan.preconditions, files: [{ path: 'assets', sha256: [DIGEST] }] } }],
    ['a list of a path for it', { ...plan, edits: [{ ...text, path: ['assets/hero/asset.json'] }] }],
    ['a number for a path', { ...plan, edits: [{ ...text, path: 1 }] }],
    ['null among the metadata', withAsset({ metadata: { width: null } })],
    ['a list among the metadata', withAsset({ metadata: { width: ['x'] } })],
    ['a number that is none among the metadata', withAsset({ metadata: { width: Number.NaN } })],
    ['an unknown bank type', withAsset({ bank_type: '' })],
    ['an unknown kind', { ...plan, kind: '' }],
  ])('leaves %s to the schema', (_, value) => {
    expect(copyPlan(value)).toBeUndefined();
    expect(planSchema().safeParse(value).success).toBe(false);
  });

  it('copies preconditions alone', () => {
    const { preconditions } = plan;
    expect(copyPlanPreconditions(preconditions)).toEqual(preconditions);
    expect(copyPlanPreconditions(preconditions)).not.toBe(preconditions);
    expect(copyPlanPreconditions({ ...preconditions, heads: null })).toBeUndefined();
  });

  it('takes no inherited key, and of a list what stands in it', () => {
    expect(copyPlan(Object.assign(Object.create({ extra: 1 }) as object, plan))).toBeUndefined();
    const edits = [...plan.edits];
    Object.defineProperty(edits, Symbol.iterator, { value: () => [].values() });
    expect(copyPlan({ ...plan, edits })?.edits).toHaveLength(plan.edits.length);
  });

  it('takes nothing that the schema refuses, and gives the same copy', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        let value: unknown = plan;
        for (const one of changes) {
          try {
            value = carryOut(value, one);
          } catch {
            return; // what cannot be cloned is put last
          }
        }
        const copied = copyPlan(value);
        if (copied === undefined) return;
        taken += 1;
        const parsed = planSchema().safeParse(value, { jitless: true });
        expect(parsed.success).toBe(true);
        expect(copied).toEqual(parsed.data);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});
