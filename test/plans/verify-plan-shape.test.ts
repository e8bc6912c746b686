import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plans/plan.js';
import { planDigest } from '../../src/plans/plan-digest.js';
import { verifyPlanShape } from '../../src/plans/verify-plan-shape.js';
import { at, listAt, put } from './change-json.js';
import { benchWith, buildPlan, compute, recipeOf, REGISTRY, sha256, textPlan, valueOf } from './bench.js';

const bench = benchWith({ [REGISTRY]: '{}\n', 'assets/hero/a.bin': 'aaaa', 'assets/hero/asset.json': '{}\n' });
const texts = await textPlan(
  bench.workspace,
  { 'assets/hero/asset.json': '{"name":"hero"}\n', [REGISTRY]: null },
  { folders: ['', 'assets'] },
);
const build = await buildPlan(bench.workspace, recipeOf(bench.workspace, { hero: ['a.bin'] }));

/** The plan after `change`, with a digest that fits unless `change` made it unfit. */
function tampered(plan: Plan, change: (plan: unknown) => void): unknown {
  const copy = JSON.parse(JSON.stringify(plan)) as Plan;
  change(copy);
  return { ...copy, digest: planDigest(copy, compute) ?? '' };
}

function findingsOf(value: unknown): readonly unknown[] {
  const verified = verifyPlanShape(value, compute);
  return verified.isErr() ? verified.error.map(({ code, data }): unknown => ({ code, ...data })) : [];
}

const malformed = (pointer: string): unknown => expect.objectContaining({ code: 'PLAN_MALFORMED', pointer });

describe('verifyPlanShape', () => {
  it.each([
    ['texts', texts],
    ['a build', build],
  ])('takes back a plan that went through JSON, as a copy: %s', (_, plan) => {
    const value: unknown = JSON.parse(JSON.stringify(plan));
    const verified = valueOf(verifyPlanShape(value, compute)).value;
    expect(verified).toEqual(plan);
    expect(verified).not.toBe(value);
  });

  it('refuses a plan that was changed after it was made', () => {
    const found = sha256('another');
    expect(findingsOf({ ...texts, digest: found })).toEqual([{ code: 'PLAN_DIGEST_MISMATCH', found, expected: texts.digest }]);
    expect(findingsOf({ ...texts, kind: 'register' })).toEqual([expect.objectContaining({ code: 'PLAN_DIGEST_MISMATCH' })]);
  });

  it.each([
    ['a plan of no known kind', put('', 'kind', 'other'), '/kind'],
    ['an unknown key', put('', 'extra', 1), ''],
    ['an unknown key in an edit', put('/edits/0', 'mode', 1), '/edits/0'],
    ['an edit of no known kind', put('/edits/0', 'kind', 'script'), '/edits/0/kind'],
    ['a path that leaves the workspace', put('/edits/0', 'path', '../x'), '/edits/0/path'],
    ['an absolute path in a precondition', put('/preconditions/files/0', 'path', '/etc/passwd'), '/preconditions/files/0/path'],
    ['a digest that is none', put('/preconditions/files/0', 'sha256', 'x'), '/preconditions/files/0/sha256'],
    ['a listing that is none', put('/preconditions/folders/0', 'listing', 1), '/preconditions/folders/0/listing'],
    ['a missing list', (plan: unknown) => void Reflect.deleteProperty(at(plan, '/preconditions'), 'heads'), '/preconditions/heads'],
    ['half a surrogate pair', put('/edits/0', 'diff', '\ud800'), ''],
    ['a text that no precondition guards', put('/edits/0', 'before', 'other'), '/edits/0/before'],
    ['a diff of other texts', put('/edits/0', 'diff', ''), '/edits/0/diff'],
    ['an edit that changes nothing', (plan: unknown) => put('/edits/0', 'after', at(plan, '/edits/0')['before'])(plan), '/edits/0/after'],
    [
      'a file twice',
      (plan: unknown) => void listAt(plan, '/preconditions/files').push(at(plan, '/preconditions/files/0')),
      '/preconditions/files/2/path',
    ],
    ['one target twice', (plan: unknown) => void listAt(plan, '/edits').push(at(plan, '/edits/0')), '/edits/2/path'],
    ['no registry among the preconditions', (plan: unknown) => void listAt(plan, '/preconditions/files').shift(), '/preconditions/files'],
  ])('refuses %s', (_, change, pointer) => {
    expect(findingsOf(tampered(texts, change))).toContainEqual(malformed(pointer));
  });

  it.each([
    'assets/asset.json',
    'assets/hero/idle.png',
    'assets/hero/ASSET.JSON',
    'assets/.prometeu/asset.json',
    'assets/.Prometeu/x/asset.json',
    'assets/.prometeu/journal.json',
    'assets/.prometeu/lock',
    'assets/.prometeu/undo/last.json',
    'assets/.prometeu/cache.json',
    'build/assets.pa',
    'build/preload.json',
    'build/other.json',
    'package.json',
    'asset.json',
    'other/hero/asset.json',
  ])('refuses the target %s of a text', (path) => {
    expect(findingsOf(tampered(texts, put('/edits/0', 'path', path)))).toContainEqual({ code: 'PLAN_TARGET_NOT_ALLOWED', path });
  });

  it.each(['build/other.pa', 'assets/hero/asset.json', REGISTRY])('refuses the target %s of an archive', (path) => {
    expect(findingsOf(tampered(build, put('/edits/0', 'path', path)))).toContainEqual({ code: 'PLAN_TARGET_NOT_ALLOWED', path });
  });

  it.each([
    ['a source elsewhere than its asset', put('/inputs/0', 'file', 'assets/villain/a.bin'), '/inputs/0/file'],
    [
      'a source in the control folder',
      (asset: unknown) => {
        put('', 'root', '.prometeu')(asset);
        put('/inputs/0', 'file', 'assets/.prometeu/a.bin')(asset);
      },
      '/inputs/0/file',
    ],
    ['an asset out of order', put('', 'asset_id', 0), '/asset_id'],
    ['a size that is none', put('/inputs/0', 'size', -1), '/inputs/0/size'],
    ['a bank type that is none', put('', 'bank_type', 'X'), '/bank_type'],
  ])('refuses a recipe with %s', (_, change, pointer) => {
    const plan = tampered(build, (value) => change(at(value, '/edits/0/recipe/assets/0')));
    expect(findingsOf(plan)).toContainEqual(malformed(`/edits/0/recipe/assets/0${pointer}`));
  });

  it('speaks of the plan, at the workspace or at the target', () => {
    const verified = (value: unknown): unknown => verifyPlanShape(value, compute)._unsafeUnwrapErr();
    const whole = { artifact: 'plan', location: { kind: 'workspace' } };
    expect(verified(null)).toMatchObject([{ ...whole, code: 'PLAN_MALFORMED', data: { pointer: '' } }]);
    expect(verified({ ...texts, digest: '' })).toMatchObject([{ ...whole, code: 'PLAN_DIGEST_MISMATCH' }]);
    expect(verified(tampered(build, put('/edits/0', 'path', 'build/other.pa')))).toMatchObject([
      { artifact: 'plan', location: { kind: 'file', file: 'build/other.pa' }, code: 'PLAN_TARGET_NOT_ALLOWED' },
    ]);
    expect(verified(tampered(build, put('', 'kind', 'fix')))).toMatchObject([{ ...whole, data: { pointer: '/edits/0/kind' } }]);
  });

  it('tells what should stand there', () => {
    const expectedOf = (change: (plan: unknown) => void): unknown =>
      verifyPlanShape(tampered(texts, change), compute)._unsafeUnwrapErr()[0].data;
    expect(expectedOf(put('', 'extra', 1))).toEqual({ pointer: '', expected: 'no other keys' });
    expect(expectedOf(put('/edits/0', 'diff', 1))).toEqual({ pointer: '/edits/0/diff', expected: 'string' });
    expect(expectedOf(put('/preconditions/files/0', 'sha256', 'x'))).toEqual({
      pointer: '/preconditions/files/0/sha256',
      expected: 'invalid format',
    });
  });

  it.each([
    ['a project whose registry was absent', 'uuid', [{ path: REGISTRY, sha256: null }], false],
    ['a project whose registry was not read', 'uuid', [], false],
    ['no project, and a registry not looked for', null, [], false],
    ['no project, and a registry that was absent', null, [{ path: REGISTRY, sha256: null }], true],
    ['no project, and a registry that cannot be read', null, [{ path: REGISTRY, sha256: 'a'.repeat(64) }], true],
    ['a project and its registry', 'uuid', [{ path: REGISTRY, sha256: 'a'.repeat(64) }], true],
  ])('is bound to a workspace by its registry: %s', (_, projectUuid, files, isBound) => {
    const found = findingsOf(
      tampered(build, (plan) => {
        put('/preconditions', 'projectUuid', projectUuid)(plan);
        put('/preconditions', 'files', files)(plan);
      }),
    );
    expect(found).toEqual(isBound ? [] : [malformed('/preconditions/files')]);
  });

  it('drops a key that means something else in JavaScript: what is applied is what the digest names', () => {
    const text = JSON.stringify(build).replace('"metadata":{}', '"metadata":{"__proto__":{"polluted":true}}');
    expect(valueOf(verifyPlanShape(JSON.parse(text), compute)).value).toStrictEqual(build);
  });

  it('does not throw for anything', () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    for (const value of [undefined, null, 0, '', [], {}, hostile, () => texts]) expect(findingsOf(value)).not.toEqual([]);
    expect(findingsOf(hostile)).toEqual([malformed('')]);
  });
});
