import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace, type MemoryContent } from 'prometeu-packer/memory';
import { planArchive } from '../../src/plans/build/plan-archive.js';
import { type OwnPlan, verifyOwnPlan } from '../../src/plans/verify-own-plan.js';
import { verifyPlanShape } from '../../src/plans/verify-plan-shape.js';
import { readContext } from '../../src/operations/read-context.js';
import { takeSnapshot } from '../../src/operations/take-snapshot.js';
import { compute, valueOf } from './bench.js';

const uuidOf = (id: number): string => `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`;

interface Sample {
  readonly included: boolean;
  readonly preload: boolean;
  readonly note: string;
  readonly inputs: readonly number[];
}

async function ownPlanOf(samples: readonly Sample[]): Promise<OwnPlan> {
  const files: Record<string, MemoryContent> = {};
  const assets = samples.map(({ included, preload, note, inputs }, index) => {
    const id = index + 1;
    const root = `group/asset ${id}`;
    const names = inputs.map((_, place) => `part-${place}.bin`);
    for (const [place, size] of inputs.entries()) files[`assets/${root}/${names[place] ?? ''}`] = new Uint8Array(size).fill(id);
    const declaration = {
      schema_version: 4,
      asset_uuid: uuidOf(id),
      name: `asset-${id}`,
      type: 'data_bank',
      inputs: { main: names },
      output: { format: 'raw', codec: 'none', metadata: { note, width: id } },
      preload: { enabled: preload },
    };
    files[`assets/${root}/asset.json`] = JSON.stringify(declaration);
    return { asset_id: id, asset_uuid: uuidOf(id), root, included_in_build: included };
  });
  const registry = { schema_version: 4, project_uuid: uuidOf(0), next_asset_id: samples.length + 1, assets, retired: [] };
  files['assets/.prometeu/index.json'] = JSON.stringify(registry);
  const { snapshot } = valueOf(await takeSnapshot(readContext(createMemoryWorkspace(files), {})));
  return valueOf(planArchive(snapshot, compute)).value;
}

const sample = fc.record<Sample>({
  included: fc.boolean(),
  preload: fc.boolean(),
  note: fc.string({ unit: 'grapheme' }),
  inputs: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
});

describe('verifyOwnPlan', () => {
  it('answers what is answered of a plan that comes from anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { maxLength: 6 }), async (samples) => {
        const plan = await ownPlanOf(samples);
        const own = verifyOwnPlan(plan, compute);
        const foreign = verifyPlanShape(JSON.parse(JSON.stringify(plan)), compute);
        expect(own.isOk()).toBe(foreign.isOk());
        if (own.isOk()) expect(own.value).toEqual(foreign._unsafeUnwrap());
        else expect(own.error).toEqual(verifyPlanShape(plan, compute)._unsafeUnwrapErr());
      }),
      { numRuns: 40 },
    );
  });

  it('takes no plan without a digest, nor one with the faults that any plan can have', async () => {
    const plain: Sample = { included: true, preload: false, note: '', inputs: [3, 4] };
    const plan = await ownPlanOf([plain, plain]);
    const [edit] = plan.edits;
    if (edit === undefined) throw new Error('no edit');
    const { assets, preload } = edit.recipe;
    const turned = { ...edit, recipe: { preload, assets: [...assets].reverse() } };
    const wrong: readonly OwnPlan[] = [
      { ...plan, digest: '' },
      { ...plan, edits: [turned] },
      { ...plan, edits: [edit, edit] },
      { ...plan, kind: 'fix' },
      { ...plan, preconditions: { ...plan.preconditions, files: [] } },
      { ...plan, preconditions: { ...plan.preconditions, files: [{ path: '../out', sha256: null }] } },
    ];
    expect(verifyOwnPlan(plan, compute).isOk()).toBe(true);
    for (const one of wrong) expect(verifyOwnPlan(one, compute).isErr()).toBe(true);
  });
});
