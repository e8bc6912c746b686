import { describe, expect, it } from 'vitest';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { makePlan } from '../../src/plans/make-plan.js';
import type { IdentityChange, PlanContent } from '../../src/plans/plan.js';
import { verifyPlanShape } from '../../src/plans/verify-plan-shape.js';
import { compute, REGISTRY, sha256, valueOf } from './bench.js';

const change = (root: string): IdentityChange => ({
  kind: 'asset-registered',
  root,
  before: null,
  after: { asset_uuid: 'u', asset_id: 1, root },
  evidence: 'e',
});

const content: PlanContent = {
  kind: 'undo',
  edits: [
    createTextEdit('assets/b/asset.json', null, 'b'),
    createTextEdit('assets/a/asset.json', 'a', 'A'),
    createTextEdit(REGISTRY, 'same', 'same'),
  ],
  identityChanges: [change('b'), change('a')],
  preconditions: {
    projectUuid: null,
    files: [
      { path: REGISTRY, sha256: sha256('same') },
      { path: 'assets/a/asset.json', sha256: sha256('a') },
      { path: REGISTRY, sha256: sha256('same') },
    ],
    heads: [],
    folders: [
      { path: 'assets/b', listing: null },
      { path: 'assets', listing: sha256('x') },
      { path: 'assets/b', listing: null },
    ],
  },
};

describe('makePlan', () => {
  it('puts everything in order, once, leaves out what changes nothing, and adds the files to be edited', () => {
    const plan = makePlan(content);
    expect(plan.edits.map(({ path }) => path)).toEqual(['assets/a/asset.json', 'assets/b/asset.json']);
    expect(plan.identityChanges.map(({ root }) => root)).toEqual(['a', 'b']);
    expect(plan.preconditions.folders.map(({ path }) => path)).toEqual(['assets', 'assets/b']);
    expect(plan.preconditions.files).toEqual([
      { path: REGISTRY, sha256: sha256('same') },
      { path: 'assets/a/asset.json', sha256: sha256('a') },
      { path: 'assets/b/asset.json', sha256: null },
    ]);
    const bare = makePlan({ ...content, identityChanges: [] });
    expect(valueOf(verifyPlanShape(bare, compute)).value).toEqual(bare);
  });

  it('gives the same plan the same digest whatever the order, and another plan another one', () => {
    const { edits, identityChanges, preconditions } = content;
    const turned = {
      ...content,
      edits: [...edits].reverse(),
      identityChanges: [...identityChanges].reverse(),
      preconditions: { ...preconditions, files: [...preconditions.files].reverse() },
    };
    expect(makePlan(turned)).toEqual(makePlan(content));
    expect(makePlan({ ...content, kind: 'register' }).digest).not.toBe(makePlan(content).digest);
  });

  it('names no plan that has no canonical form', () => {
    const plan = makePlan({ ...content, edits: [createTextEdit('assets/a/asset.json', 'a', '\ud800')] });
    expect(plan.digest).toBe('');
    expect(verifyPlanShape(plan, compute).isErr()).toBe(true);
  });
});
